import {dot, type Dot} from "@observablehq/plot";
import type {Token} from "../theme.ts";
import {claiming, type Claiming} from "./claim.ts";
import {ink} from "./svg.ts";

export interface DotMark extends Claiming {
  /** On the scale of its layer: a value, a category, a day, or px. */
  readonly x: number | string | Date;
  readonly y: number;
  readonly colour: Token;
  /** For an earlier edition, or in a line over time for a number that is provisional. */
  readonly isHollow?: boolean;
}

/** Radius in px of dots that stand by themselves, and of those that a line runs through closely. */
export const dotRadius = {usual: 6, close: 3} as const;

/** Dots of one size. */
export function dotMarks(dots: readonly DotMark[], radius: number = dotRadius.usual): Dot {
  return dot(dots, {
    ...claiming,
    className: "dot",
    x: "x",
    y: "y",
    r: ({isHollow}: DotMark) => (isHollow === true ? radius - 1 : radius),
    fill: ({colour, isHollow}: DotMark) => ink(isHollow === true ? "paper" : colour),
    stroke: ({colour, isHollow}: DotMark) => ink(isHollow === true ? colour : "paper"),
    strokeWidth: ({isHollow}: DotMark) => (isHollow === true ? 2 : 1),
    sort: null,
  });
}
