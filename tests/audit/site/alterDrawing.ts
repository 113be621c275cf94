import {runs} from "../../invariants/runs.ts";

/** Shapes and texts of a drawing that say what they show. */
function claiming(svg: string, channels: string): readonly string[] {
  return [...svg.matchAll(/<(?:rect|circle|line|path|text)\b[^>]*data-channel="([^"]*)"[^>]*>/g)]
    .filter(([, channel = ""]) => channel.split(" ").some((one) => channels.split(" ").includes(one)))
    .map(([tag]) => tag);
}

/** How many shapes of a drawing are tried, some from each part of it. */
const mostTried = runs({usual: 3, long: 20});

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

/** Changes of the drawing as a whole that show its shapes elsewhere, in part, or not at all. */
const frameAlterations: readonly (readonly [what: string, from: RegExp, to: string])[] = [
  ["a drawing seen through another frame", /viewBox="0 0 (\d+) /, 'viewBox="0 0 $19 '],
  ["a drawing stretched", /( width="\d+" height=")/, ' preserveAspectRatio="none"$1'],
  ["a drawing of another size", / width="(\d)/, ' width="9$1'],
  ["a drawing that is turned", /<svg /, '<svg transform="scale(-1 1)" '],
  ["a drawing with a style", /<svg /, '<svg style="width:200%" '],
  ["a drawing that says more in words", /<svg /, '<svg aria-description="Kent has more" '],
  ["a drawing whose name tells a count", / id="[^"]*"/, ' id="Kent: 3 clients"'],
  ["a drawing with a class of its own", /class="drawing /, 'class="drawing most '],
  ["a drawing within a drawing", /(<svg[^>]*>)/, '$1<svg viewBox="0 0 9 9"></svg>'],
  ["a drawing that says it leaves out what nobody knows", /<svg /, '<svg data-leaves-out="whatever" '],
];

/** Attributes that no shape needs, each on a shape that shows a cell. */
const shapeAlterations: readonly (readonly [what: string, alter: (svg: string) => readonly string[]])[] = [
  ["visibility", "hidden"],
  ["display", "none"],
  ["opacity", "0.35"],
  ["fill-opacity", "0.35"],
  ["transform", "translate(33,0)"],
  ["clip-path", "inset(0 50% 0 0)"],
  ["style", "width:300%"],
  ["stroke-width", "2.7"],
  ["aria-label", "more than in Kent"],
  ["title", "more than in Kent"],
  ["id", "most"],
  ["data-value", "most"],
  ["class", "most"],
].map(([name = "", value = ""]) => [
  `a shape with ${name}="${value}"`,
  (svg) =>
    changing(svg, claiming(svg, "x y x-interval fill mark text"), (tag) =>
      tag.replace(new RegExp(` ${name}="[^"]*"|(?=/?>$)`), ` ${name}="${value}"`),
    ),
]);

/** A drawing without any shape or text that names a cell. */
function withoutCell(svg: string, key: string): string {
  const isOf = (tag: string) => (/ data-cell="([^"]*)"/.exec(tag)?.[1] ?? "").split("; ").includes(key);
  return svg
    .replace(/<text\b[^>]*>(?:<tspan[^>]*>[^<]*<\/tspan>|[^<])*<\/text>/g, (tag) => (isOf(tag) ? "" : tag))
    .replace(/<(?:rect|circle|line|path)\b[^>]*\/>/g, (tag) => (isOf(tag) ? "" : tag));
}

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
    "a colour of its own",
    (svg) => {
      const tags = claiming(svg, "x y").filter((tag) => tag.includes(' fill="'));
      return tags.length < 2
        ? []
        : changing(svg, tags, (tag) => tag.replace(/ fill="[^"]*"/, ' fill="var(--figure-amount-3, #6BACE6)"'));
    },
  ],
  [
    "a number in another ink",
    (svg) => {
      const tags = claiming(svg, "text").filter((tag) => !tag.includes("figure-on-"));
      return tags.length < 3
        ? []
        : changing(svg, tags, (tag) => tag.replace(/ fill="[^"]*"/, ' fill="var(--figure-region, #5B6169)"'));
    },
  ],
  [
    "a tint of another class",
    (svg) => changing(svg, claiming(svg, "fill"), (tag) => tag.replace(/figure-amount-\d/, "figure-amount-9")),
  ],
  [
    "an axis that begins beyond nought and does not say so",
    (svg) =>
      claiming(svg, "x-begin y-begin").length > 0 ? [svg.replace(/<text[^>]*-begin"[^>]*>[^<]*<\/text>/, "")] : [],
  ],
  [
    "an axis said to begin elsewhere",
    (svg) => [svg.replace(/(Axis begins at )[\d,.]+/, "$112345")].filter((altered) => altered !== svg),
  ],
  ["a tick moved", (svg) => changing(svg, claiming(svg, "x-tick"), nudged("x"))],
  ["a tick moved up", (svg) => changing(svg, claiming(svg, "y-tick"), nudged("y"))],
  [
    "a scale said to end elsewhere",
    (svg) => (/linear [\d.]+ [\d.]+ /.test(svg) ? [svg.replace(/(linear [\d.]+) [\d.]+ /, "$1 77.7 ")] : []),
  ],
  ...frameAlterations.map(([what, from, to]): (typeof shapeAlterations)[number] => [
    what,
    (svg) => [svg.replace(from, to)].filter((altered) => altered !== svg),
  ]),
  ...shapeAlterations,
  [
    "a cell that is drawn nowhere",
    (svg) => {
      const [, key] = / data-cell="([^";]*)"/.exec(svg) ?? [];
      return key === undefined ? [] : [withoutCell(svg, key)];
    },
  ],
  [
    "a scale that is not said",
    (svg) => (claiming(svg, "x y fill").length > 0 ? [svg.replace(/ data-scales="[^"]*"/, "")] : []),
  ],
];
