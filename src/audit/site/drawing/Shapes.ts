import {attribute, elementsOf, whereStands, textOf, type PageElement} from "../html/parsePage.ts";

/** What is wrong with a shape of a drawing. */
export interface ShapeFault {
  readonly shape: PageElement;
  readonly what: string;
}

/** How far a shape may stand from where its scale puts it, in px. */
export const pixelTolerance = 0.1;

/** Whether two places are the same, as far as drawings are written. */
export function isAt(one: number, other: number): boolean {
  return Math.abs(one - other) <= pixelTolerance;
}

/** A coordinate or length of a shape, in px. */
export function px(element: PageElement, name: string): number {
  return Number(attribute(element, name));
}

export function hasClass(element: PageElement, name: string): boolean {
  return attribute(element, "class") === name;
}

/** The shapes of one kind in a drawing, in the order drawn. */
export function shapesOf(svg: PageElement, name: string): readonly PageElement[] {
  return elementsOf(svg).filter((element) => element.name === name);
}

/** The colour that a shape names: `amount-3` for `var(--figure-amount-3, #6BACE6)`. */
export function colourName(element: PageElement, name: "fill" | "stroke"): string {
  return /--figure-([\w-]+)/.exec(attribute(element, name))?.[1] ?? attribute(element, name);
}

/** The room that a shape takes, in px. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of a text the point that it stands at, in the middle of its height. */
export function extentOf(shape: PageElement): Extent {
  const points = pointsOf(shape);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys)};
}

/** The middle of a shape, in px. */
export function middleOf(shape: PageElement): {readonly x: number; readonly y: number} {
  const {left, right, top, bottom} = extentOf(shape);
  return {x: (left + right) / 2, y: (top + bottom) / 2};
}

export type Point = readonly [x: number, y: number];

/** A shape is asked for its corners once for every other one. */
const known = new WeakMap<PageElement, readonly Point[]>();

/** The corners of a shape: of a circle its centre, of a text its anchor. */
export function pointsOf(shape: PageElement): readonly Point[] {
  const points = known.get(shape) ?? readPoints(shape);
  known.set(shape, points);
  return points;
}

function readPoints(shape: PageElement): readonly Point[] {
  switch (shape.name) {
    case "circle":
      return [[px(shape, "cx"), px(shape, "cy")]];
    case "rect": {
      const [x, y] = [px(shape, "x"), px(shape, "y")];
      return [
        [x, y],
        [x + px(shape, "width"), y + px(shape, "height")],
      ];
    }
    case "line":
      return [
        [px(shape, "x1"), px(shape, "y1")],
        [px(shape, "x2"), px(shape, "y2")],
      ];
    case "text": {
      const lines = shape.children.filter((child) => "name" in child).length;
      return [[px(shape, "x"), px(shape, "y") - aboveBase(shape) + (Math.max(0, lines - 1) * lineHeight) / 2]];
    }
    default:
      return [...attribute(shape, "d").matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  }
}

/** Between two lines of one text, in px. */
const lineHeight = 17;

/** From the base line of a text to the middle of its capitals, in px. */
function aboveBase(text: PageElement): number {
  return 0.35 * px(text, "font-size");
}

/** Whether a point lies on a shape's extent. */
export function isOn([x, y]: Point, shape: PageElement, margin = pixelTolerance): boolean {
  const {left, right, top, bottom} = extentOf(shape);
  return x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin;
}

/** A label without white space: wrapped labels lose theirs. */
export function bare(label: string): string {
  return label.replace(/\s+/g, "");
}

/** A text's words without white space. */
export function bareText(text: PageElement): string {
  return bare(textOf(text));
}

/** Where a shape stands, for a message. */
export function shapePlace(shape: PageElement): string {
  const x = shape.attributes.get("x") ?? shape.attributes.get("cx") ?? "";
  const y = shape.attributes.get("y") ?? shape.attributes.get("cy") ?? "";
  return x === "" ? whereStands(shape) : `${whereStands(shape)}, at ${x},${y}`;
}
