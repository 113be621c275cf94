import {attribute, elementsOf, textOf, type PageElement} from "../html/parsePage.ts";

/** Half a unit of the last decimal that drawings are written with, three times: the ends of a bar are rounded apart. */
export const pixelTolerance = 0.03;

/** A coordinate or length of a shape, in px. */
export function px(element: PageElement, name: string): number {
  return Number(attribute(element, name));
}

export function hasClass(element: PageElement, name: string): boolean {
  return attribute(element, "class") === name;
}

/** The shapes of one kind in a drawing, in the order drawn. */
export function shapesOf(svg: PageElement, name: string, className?: string): readonly PageElement[] {
  return elementsOf(svg).filter(
    (element) => element.name === name && (className === undefined || hasClass(element, className)),
  );
}

/** The colour that a shape names: `amount-3` for `var(--figure-amount-3, #6BACE6)`. */
export function colourName(element: PageElement, name: "fill" | "stroke"): string {
  return /--figure-([\w-]+)/.exec(attribute(element, name))?.[1] ?? attribute(element, name);
}

/** How far beyond the end of a bar its number may stand, in px. */
const labelGap = 12;

/** The text that stands on a shape, or right at its end; empty where none does. */
export function labelOf(shape: PageElement): string {
  const texts = shapesOf(drawingOf(shape), "text");
  const label = texts.find((text) => standsOn(text, shape)) ?? texts.find((text) => standsAtEnd(text, shape));
  return label === undefined ? "" : textOf(label);
}

function drawingOf(shape: PageElement): PageElement {
  let drawing = shape;
  while (drawing.name !== "svg" && drawing.parent !== undefined) drawing = drawing.parent;
  return drawing;
}

function standsOn(text: PageElement, box: PageElement): boolean {
  const [x, left] = [px(text, "x"), px(box, "x")];
  return x >= left && x <= left + px(box, "width") && isBeside(text, box);
}

function standsAtEnd(text: PageElement, box: PageElement): boolean {
  if (!isBeside(text, box)) return false;
  const [x, left] = [px(text, "x"), px(box, "x")];
  const right = left + px(box, "width");
  if (attribute(text, "text-anchor") === "end") return x <= left && left - x <= labelGap;
  return attribute(text, "text-anchor") !== "middle" && x >= right && x - right <= labelGap;
}

function isBeside(text: PageElement, box: PageElement): boolean {
  const [y, top] = [px(text, "y"), px(box, "y")];
  return y >= top && y <= top + px(box, "height");
}

/** A straight line from values to px: x = start + perUnit × value. */
export interface Scale {
  readonly start: number;
  readonly perUnit: number;
}

/** The scale that takes the smallest value to the smallest position and the largest to the largest. */
export function scaleThrough(values: readonly number[], positions: readonly number[]): Scale | undefined {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [Math.min(...positions), Math.max(...positions)];
  if (!(high > low) || !(to > from)) return undefined;
  const perUnit = (to - from) / (high - low);
  return {start: from - perUnit * low, perUnit};
}

/** The positions that no value of its own stands for; each value stands for one position. */
export function unmatched(
  positions: readonly number[],
  values: readonly number[],
  {start, perUnit}: Scale,
): readonly number[] {
  const expected = values.map((value) => start + perUnit * value).toSorted((a, b) => a - b);
  let next = 0;
  // Both ascending, so that two values close together are not taken for one another.
  return positions
    .toSorted((a, b) => a - b)
    .filter((position) => {
      while (next < expected.length && (expected[next] ?? Infinity) < position - pixelTolerance) next += 1;
      const isFound = (expected[next] ?? Infinity) <= position + pixelTolerance;
      if (isFound) next += 1;
      return !isFound;
    });
}
