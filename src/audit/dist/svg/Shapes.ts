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

/** The element drawn right after another one. */
export function nextTo(element: PageElement): PageElement | undefined {
  const siblings = (element.parent?.children ?? []).filter((child): child is PageElement => "name" in child);
  return siblings[siblings.indexOf(element) + 1];
}

/** The text drawn right after a shape; empty where something else follows. */
export function labelOf(element: PageElement): string {
  const next = nextTo(element);
  return next?.name === "text" ? textOf(next) : "";
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
