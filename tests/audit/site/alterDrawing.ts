/** Shapes and texts of a drawing that say what they show. */
function claiming(svg: string, channels: string): readonly string[] {
  return [...svg.matchAll(/<(?:rect|circle|line|path|text)\b[^>]*data-channel="([^"]*)"[^>]*>/g)]
    .filter(([, channel = ""]) => channel.split(" ").some((one) => channels.split(" ").includes(one)))
    .map(([tag]) => tag);
}

/** How many shapes of a drawing are tried, some from each part of it. */
const mostTried = 6;

/** The drawings that come of changing one of some tags. */
function changing(svg: string, tags: readonly string[], change: (tag: string) => string): readonly string[] {
  const every = Math.max(1, Math.floor(tags.length / mostTried));
  const tried = tags.filter((_, index) => index % every === 0);
  return tried.map((tag) => svg.replace(tag, change(tag))).filter((altered) => altered !== svg);
}

/** More than the tenth of a px that a shape may be out. */
const nudge = 0.2;

function nudged(names: string): (tag: string) => string {
  return (tag) =>
    tag.replaceAll(new RegExp(`( (?:${names})=")([-\\d.]+)"`, "g"), (_, name: string, value: string) => {
      return `${name}${String(Number(value) + nudge)}"`;
    });
}

const data = / data-(?:cell|channel|scale|formula)="[^"]*"/g;

/** Ways of changing a drawing by hand, each with the drawings that come of it. */
export const alterations: readonly (readonly [what: string, alter: (svg: string) => readonly string[]])[] = [
  ["a shape moved along its scale", (svg) => changing(svg, claiming(svg, "x x-interval"), nudged("x|cx|x1|x2"))],
  [
    "a shape moved up or down its scale",
    (svg) =>
      changing(
        svg,
        claiming(svg, "y").filter((tag) => !tag.startsWith("<rect")),
        nudged("cy|y1|y2"),
      ),
  ],
  [
    "a bar made longer",
    (svg) =>
      changing(
        svg,
        claiming(svg, "x").filter((tag) => tag.startsWith("<rect")),
        nudged("width"),
      ),
  ],
  [
    "a bar made higher",
    (svg) =>
      changing(
        svg,
        claiming(svg, "y").filter((tag) => tag.startsWith("<rect")),
        nudged("height"),
      ),
  ],
  ["a dot of another size", (svg) => changing(svg, claiming(svg, "x y").slice(1), nudged("r")).slice(0, 1)],
  [
    "a shape that names no cell",
    (svg) => changing(svg, claiming(svg, "x y x-interval fill mark text"), (tag) => tag.replaceAll(data, "")),
  ],
  [
    "a tint of another class",
    (svg) => changing(svg, claiming(svg, "fill"), (tag) => tag.replace(/figure-amount-\d/, "figure-amount-9")),
  ],
  ["a tick moved", (svg) => changing(svg, claiming(svg, "x-tick"), nudged("x"))],
  ["a tick moved up", (svg) => changing(svg, claiming(svg, "y-tick"), nudged("y"))],
  [
    "a scale said to end elsewhere",
    (svg) => (/linear [\d.]+ [\d.]+ /.test(svg) ? [svg.replace(/(linear [\d.]+) [\d.]+ /, "$1 77.7 ")] : []),
  ],
  [
    "a scale that is not said",
    (svg) => (claiming(svg, "x y fill").length > 0 ? [svg.replace(/ data-scales="[^"]*"/, "")] : []),
  ],
];
