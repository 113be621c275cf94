import {line, rect, type Markish} from "@observablehq/plot";
import {claiming, type ShapeClaim, type Claiming} from "./claim.ts";
import {labels, plain} from "./labels.ts";
import {measureText} from "./measureText.ts";
import {ink} from "./svg.ts";

const box = {width: 16, height: 12} as const;
const gap = 4;

/** Room that a mark takes, in px. It is the same for every cell, so that its size says nothing. */
export function markWidth(text: string): number {
  return box.width + gap + measureText(text, plain);
}

/** The mark of a cell that is not published, at a place in px. */
export interface WithheldMark {
  /** The cells that it stands for, by the channel "mark". */
  readonly claim: ShapeClaim;
  /** What its text says, where that is more than its box does: of what is made of several cells. */
  readonly textClaim?: ShapeClaim;
  readonly text: string;
  /** The number exists. */
  readonly isWithheld: boolean;
  readonly x: number;
  /** Middle of the mark. */
  readonly y: number;
}

/**
 * What is drawn for cells that are not published: their marks, and a hatched box where the number exists but is
 * withheld. They stand outside the scale, never at nought or at a height.
 */
export function drawWithheldMarks(marks: readonly WithheldMark[]): readonly Markish[] {
  const boxes = marks
    .filter(({isWithheld}) => isWithheld)
    .map(({claim, x, y}) => ({claim, x, y: y - box.height / 2, ...box}));
  const texts = marks.map(
    ({claim, textClaim = claim, text, x, y}) =>
      ({claim: textClaim, text, x: x + box.width + gap, y, colour: "muted"}) as const,
  );
  return [...hatchedBoxes(boxes), labels(texts)];
}

export interface Box extends Claiming {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes in px filled with lines at 45 degrees: plain lines, so that no identifier is needed. */
export function hatchedBoxes(boxes: readonly Box[]): readonly Markish[] {
  const stroke = ink("rule");
  const paper = {className: "withheld", fill: ink("paper"), stroke};
  const hatching = {x: "x", y: "y", z: "of", stroke, strokeWidth: 1, strokeLinecap: "butt"} as const;
  return [rect(boxes, {...claiming, ...corners, ...paper}), line(boxes.flatMap(hatch), hatching)];
}

/** Channels of a box in px. */
export const corners = {
  x1: "x",
  y1: "y",
  x2: ({x, width}: Box) => x + width,
  y2: ({y, height}: Box) => y + height,
} as const;

/** Ends of the lines of one box. A point at no place parts each from the next. */
function hatch({x, y, width, height}: Box, of: number) {
  const count = Math.ceil((width + height) / 4) - 1;
  return Array.from({length: count}, (_, index) => (index + 1) * 4).flatMap((offset) => [
    {of, x: x + Math.max(0, offset - height), y: y + Math.min(offset, height)},
    {of, x: x + Math.min(offset, width), y: y + Math.max(0, offset - width)},
    {of, x: NaN, y: NaN},
  ]);
}
