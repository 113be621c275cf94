import {measureText} from "./measureText.ts";
import {ink, number, shape, type Shape} from "./svg.ts";
import {plain, textAt} from "./textAt.ts";

const box = {width: 16, height: 12} as const;
const gap = 4;

/** Room that a mark takes, in px. It is the same for every cell, so that its size says nothing. */
export function markWidth(text: string): number {
  return box.width + gap + measureText(text, plain);
}

interface Place {
  readonly x: number;
  /** Middle of the mark. */
  readonly y: number;
}

/**
 * What is drawn for a cell that is not published: its mark, and a hatched box where the number exists but is withheld.
 * Stands outside the scale, never at nought or at a height.
 */
export function withheldMark(text: string, isWithheld: boolean, {x, y}: Place): readonly Shape[] {
  const label = textAt(text, {x: x + box.width + gap, y}, {colour: "muted"});
  return isWithheld ? [...hatchedBox({x, y: y - box.height / 2, ...box}), label] : [label];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box filled with lines at 45 degrees: plain paths, so that no identifier is needed. */
export function hatchedBox({x, y, width, height}: Box): readonly Shape[] {
  const lines: string[] = [];
  for (let offset = 4; offset < width + height; offset += 4) {
    const from = {x: x + Math.max(0, offset - height), y: y + Math.min(offset, height)};
    const to = {x: x + Math.min(offset, width), y: y + Math.max(0, offset - width)};
    lines.push(`M${number(from.x)},${number(from.y)}L${number(to.x)},${number(to.y)}`);
  }
  return [
    shape("rect", {class: "withheld", x, y, width, height, fill: ink("paper"), stroke: ink("rule")}),
    shape("path", {d: lines.join(""), stroke: ink("rule"), fill: "none"}),
  ];
}
