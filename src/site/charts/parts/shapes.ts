import type {Token} from "../theme.ts";
import {ink, shape, type Shape} from "./svg.ts";

export interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export function rule({from, to}: Segment, colour: Token, width = 1): Shape {
  const [x1, y1] = from;
  const [x2, y2] = to;
  return shape("line", {x1, y1, x2, y2, stroke: ink(colour), "stroke-width": width});
}

/** A dot; hollow for an earlier edition. */
export function dot([cx, cy]: readonly [number, number], colour: Token, isHollow = false): Shape {
  const paint = isHollow
    ? {fill: ink("paper"), stroke: ink(colour), "stroke-width": 2}
    : {fill: ink(colour), stroke: ink("paper"), "stroke-width": 1};
  return shape("circle", {class: "dot", cx, cy, r: isHollow ? 5 : 6, ...paint});
}
