import {attribute, elementsOf, type PageElement} from "../html/parsePage.ts";
import type {ShapeFault} from "./Shapes.ts";

const length = /^-?\d+(?:\.\d{1,2})?$/;
const size = /^\d+(?:\.\d{1,2})?$/;
/** Colours by what they stand for; behind each, what a program prints that knows no names. */
const token =
  "paper|ink|muted|rule|grid|region|not-stated|on-not-stated|population-[1-4]|(?:on-)?category-[1-4]|(?:on-)?amount-[0-5]";
const named = new RegExp(`^(?:none|var\\(--figure-(?:${token}), #[0-9A-F]{6}\\))$`);
const plain = /^(?:none|#[0-9A-F]{6})$/;
/** What another part of the audit holds against the release, the page or the figure. */
const judgedElsewhere = /^[^]*$/;
const id = /^[a-z][a-z0-9-]*$/;
const ids = /^[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)?$/;
const font = /^'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif$/;

type Allowed = Readonly<Record<string, RegExp>>;

/** What a shape says of itself: it is held against the release. */
const said: Allowed = {
  "data-channel": judgedElsewhere,
  "data-cell": judgedElsewhere,
  "data-scale": judgedElsewhere,
  "data-formula": judgedElsewhere,
};
const painted: Allowed = {
  stroke: named,
  "stroke-width": /^(?:1|1\.5|2)$/,
  "stroke-linejoin": /^round$/,
  "stroke-linecap": /^(?:round|butt)$/,
  "stroke-miterlimit": /^1$/,
  ...said,
};

/** Everything that an element of a drawing may have, with the values of it: its geometry, its paint, its claim. */
const shapes: Readonly<Record<string, Allowed>> = {
  rect: {
    ...{class: /^(?:bar|cell|withheld)$/, x: length, y: length, width: size, height: size, fill: named},
    ...painted,
  },
  circle: {...{class: /^dot$/, cx: length, cy: length, r: size, fill: named}, ...painted},
  line: {...{x1: length, x2: length, y1: length, y2: length, "stroke-dasharray": /^6 3$/}, ...painted},
  path: {...{class: /^(?:area|line|withheld)$/, d: judgedElsewhere, fill: named}, ...painted},
  text: {
    ...{x: length, y: length, "font-size": /^14$/, "font-weight": /^600$/, "text-anchor": /^(?:middle|end)$/},
    ...{fill: named, ...said},
  },
  tspan: {x: length, dy: /^17$/},
};

const drawing: Allowed = {
  ...{id, viewBox: judgedElsewhere, width: size, height: size, role: /^img$/, "font-family": font},
  ...{"data-scales": judgedElsewhere, "data-leaves-out": judgedElsewhere, "data-panels": judgedElsewhere},
};
/** Texts of a file that stand above and below its drawing. */
const caption: Allowed = {...shapes.text, class: /^caption$/};
const onPage: Allowed = {...drawing, class: /^drawing(?: drawing-(?:wide|narrow))?$/, "aria-label": judgedElsewhere};
const inFile: Allowed = {...drawing, xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/, "aria-labelledby": ids};

/**
 * Holds every element of a page's drawing to the few that there are, each with its geometry, a paint of the palette and
 * its claim, and nothing else that could move, stretch, hide or mark it. What is not known to be harmless is found.
 */
export function auditGrammar(svg: PageElement): readonly ShapeFault[] {
  const {width, height} = frameOf(svg);
  const isWhole = attribute(svg, "viewBox") === `0 0 ${width} ${height}`;
  return [...frameFaults(svg, onPage, isWhole), ...shapesBelow(svg).flatMap((shape) => faultsOf(shape, shapes))];
}

/** The same of a drawing in a file of its own, whose colours have no names and which has words above and below. */
export function auditFileGrammar(svg: PageElement, page: PageElement): readonly ShapeFault[] {
  const {width, height} = frameOf(svg);
  const [left = "", top = "", ...rest] = attribute(svg, "viewBox").split(" ");
  const isFramed = length.test(left) && length.test(top) && rest.join(" ") === `${width} ${height}`;
  const holds = (start: string, room: string, name: "width" | "height") =>
    Number(start) <= 0 && Number(start) + Number(room) >= Number(attribute(page, name));
  const isWhole = isFramed && holds(left, width, "width") && holds(top, height, "height");
  const words = {title: {id}, desc: {id}};
  const known = {...unnamed(shapes), ...words};
  return [
    ...frameFaults(svg, inFile, isWhole),
    ...shapesBelow(svg).flatMap((shape) =>
      faultsOf(shape, attribute(shape, "class") === "caption" ? unnamed({text: caption}) : known),
    ),
  ];
}

/** The bar of a share beside its number: a hundred wide, of which the share is filled. */
const bar: Allowed = {viewBox: /^0 0 100 4$/, preserveAspectRatio: /^none$/, "aria-hidden": /^true$/};
const filled: Allowed = {class: /^(?:track|share)$/, width: size, height: /^4$/, fill: /^#(?:d9d9d9|12436d)$/};

/** The same of the bar of a key message. */
export function auditBarGrammar(svg: PageElement): readonly ShapeFault[] {
  const isWhole = attribute(svg, "viewBox") === "0 0 100 4" && attribute(svg, "preserveAspectRatio") === "none";
  return [...frameFaults(svg, bar, isWhole), ...shapesBelow(svg).flatMap((shape) => faultsOf(shape, {rect: filled}))];
}

function unnamed(all: Readonly<Record<string, Allowed>>): Readonly<Record<string, Allowed>> {
  const plainly = (allowed: Allowed): Allowed =>
    Object.fromEntries(Object.entries(allowed).map(([name, values]) => [name, values === named ? plain : values]));
  return Object.fromEntries(Object.entries(all).map(([name, allowed]) => [name, plainly(allowed)]));
}

function frameOf(svg: PageElement): {readonly width: string; readonly height: string} {
  return {width: attribute(svg, "width"), height: attribute(svg, "height")};
}

function shapesBelow(svg: PageElement): readonly PageElement[] {
  return elementsOf(svg).filter((element) => element !== svg);
}

/** A drawing shows its whole width and height, at the size that it says. */
function frameFaults(svg: PageElement, allowed: Allowed, isWhole: boolean): readonly ShapeFault[] {
  const strange = strangeAttribute(svg, allowed);
  return [
    ...(strange === undefined
      ? []
      : [{shape: svg, what: `a drawing has the attribute ${strange}, which no drawing has`}]),
    ...(isWhole ? [] : [{shape: svg, what: "a drawing does not show what it holds at the size that it says"}]),
  ];
}

function faultsOf(shape: PageElement, known: Readonly<Record<string, Allowed>>): readonly ShapeFault[] {
  const allowed = Object.hasOwn(known, shape.name) ? known[shape.name] : undefined;
  if (allowed === undefined) return [{shape, what: `<${shape.name}> is a shape that no chart draws`}];
  const inside = shape.name === "tspan" ? "text" : "svg";
  if (shape.parent?.name !== inside) return [{shape, what: "a shape stands within another one"}];
  const strange = strangeAttribute(shape, allowed);
  return strange === undefined ? [] : [{shape, what: `a shape has a ${strange} that no chart gives it`}];
}

function strangeAttribute(element: PageElement, allowed: Allowed): string | undefined {
  return [...element.attributes].find(([name, value]) => {
    const values = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    return values?.test(value) !== true;
  })?.[0];
}
