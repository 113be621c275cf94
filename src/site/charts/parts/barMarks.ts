import {rect, type Rect} from "@observablehq/plot";
import type {Token} from "../theme.ts";
import {claiming, type Claiming} from "./claim.ts";
import {ink} from "./svg.ts";

export interface BarMark extends Claiming {
  /** On the scale of its layer. */
  readonly x: number;
  /** Middle of the bar, in px. */
  readonly y: number;
  readonly colour: Token;
}

/** Bars from nought, of one thickness in px. */
export function barMarks(bars: readonly BarMark[], thickness: number): Rect {
  return rect(bars, {
    ...claiming,
    className: "bar",
    x1: () => 0,
    x2: "x",
    y1: "y",
    y2: "y",
    insetTop: -thickness / 2,
    insetBottom: -thickness / 2,
    fill: ({colour}: BarMark) => ink(colour),
    // The pale bar of those not stated needs an edge.
    stroke: ({colour}: BarMark) => (colour === "not-stated" ? ink("rule") : "none"),
  });
}
