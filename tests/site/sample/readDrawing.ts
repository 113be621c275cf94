import {measureText} from "../../../src/site/charts/parts/measureText.ts";

/** One element of a drawing. Drawings have no transforms and no groups: every coordinate is the drawing's own. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
}

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Elements of one name in the order drawn. */
export function elements(svg: string, name: string): readonly Element[] {
  const pattern = new RegExp(`<${name}((?: [\\w:-]+="[^"]*")*)(?:/>|>((?:(?!</${name}>).)*)</${name}>)`, "gs");
  return [...svg.matchAll(pattern)].map(([, attributes = "", inner = ""]) => ({
    name,
    attributes: read(attributes),
    inner,
  }));
}

/** Elements of one name and class. */
export function marks(svg: string, name: string, kind: string): readonly Element[] {
  return elements(svg, name).filter(({attributes}) => attributes.class === kind);
}

export function numberOf({attributes}: Element, name: string): number {
  return Number(attributes[name]);
}

/** Width and height of a drawing. */
export function sizeOf(svg: string): {width: number; height: number} {
  const [root] = elements(svg, "svg");
  if (root === undefined) throw new Error("this is not a drawing");
  return {width: numberOf(root, "width"), height: numberOf(root, "height")};
}

function read(attributes: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Every tag is closed by its own name. */
export function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, isEnd, name, isEmpty] of svg.matchAll(/<(\/?)([\w-]+)(?: [\w:-]+="[^"<]*")*(\/?)>/g)) {
    if (isEnd === "/" && open.pop() !== name) return false;
    if (isEnd === "" && isEmpty === "" && name !== undefined) open.push(name);
  }
  return open.length === 0 && !/&(?!(amp|lt|gt|quot);)/.test(svg);
}

/** Where every line of text of a drawing stands, by the project's own measure. */
export function textBoxes(svg: string): readonly Box[] {
  return elements(svg, "text").flatMap((element) => {
    const size = numberOf(element, "font-size");
    const weight = element.attributes["font-weight"] === "600" ? 600 : 400;
    const spans = elements(element.inner, "tspan");
    const lines = (spans.length > 0 ? spans.map(({inner}) => inner) : [element.inner]).map(unescape);
    return lines.map((text, index) => {
      const width = measureText(text, {size, weight});
      const x = numberOf(element, "x");
      const anchor = element.attributes["text-anchor"] ?? "start";
      const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
      const baseline = numberOf(element, "y") + index * 17;
      return {text, left, right: left + width, top: baseline - size * 0.72, bottom: baseline + size * 0.05};
    });
  });
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** Pairs of texts that lie on one another. */
export function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5,
      )
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
}

/** Texts that leave the drawing. */
export function outside(boxes: readonly Box[], {width, height}: {width: number; height: number}): readonly string[] {
  return boxes
    .filter(({left, right, top, bottom}) => left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5)
    .map(({text}) => text);
}

/** Texts that an upright line runs through. */
export function struckThrough(svg: string, boxes: readonly Box[]): readonly string[] {
  const upright = segments(svg).filter(({from, to}) => from[0] === to[0]);
  return boxes
    .filter(({left, right, top, bottom}) =>
      upright.some(({from: [x, y1], to: [, y2]}) => {
        return x > left + 1 && x < right - 1 && Math.min(y1, y2) < bottom - 2 && Math.max(y1, y2) > top + 2;
      }),
    )
    .map(({text}) => text);
}

interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Straight lines: elements of that name and paths of two points. */
function segments(svg: string): readonly Segment[] {
  const lines = elements(svg, "line").map((line): Segment => ({
    from: [numberOf(line, "x1"), numberOf(line, "y1")],
    to: [numberOf(line, "x2"), numberOf(line, "y2")],
  }));
  const paths = elements(svg, "path").flatMap(({attributes}): readonly Segment[] => {
    const [, x1, y1, x2, y2] = /^M([\d.-]+),([\d.-]+)L([\d.-]+),([\d.-]+)$/.exec(attributes.d ?? "") ?? [];
    return x1 === undefined ? [] : [{from: [Number(x1), Number(y1)], to: [Number(x2), Number(y2)]}];
  });
  return [...lines, ...paths];
}
