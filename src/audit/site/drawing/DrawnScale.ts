import {attribute, type PageElement} from "../html/parsePage.ts";

/** A scale as a drawing names it: `x linear 0 62 | 103.5 600`. */
export interface DrawnScale {
  readonly axis: string;
  readonly kind: string;
  readonly domain: readonly string[];
  readonly range: readonly string[];
}

/** The scales that a drawing names, in their order: shapes name them by their numbers. */
export function scalesOf(svg: PageElement): readonly DrawnScale[] {
  const stated = attribute(svg, "data-scales");
  if (stated === "") return [];
  return stated.split("; ").map((text) => {
    const [before = "", after = ""] = text.split(" | ");
    const [axis = "", kind = "", ...domain] = before.split(" ");
    return {axis, kind, domain, range: after.split(" ")};
  });
}

/** Straight from a number to px; where the scale is no such one, nothing stands right on it. */
export function placeOn({kind, domain, range}: DrawnScale, value: number): number {
  const [[from = NaN, to = NaN], [start = NaN, end = NaN]] = [domain.map(Number), range.map(Number)];
  if (kind !== "linear" || domain.length !== 2 || range.length !== 2) return NaN;
  return start + ((value - from) / (to - from)) * (end - start);
}

/** The value that stands at a place on a straight scale. */
export function valueAt(scale: DrawnScale, place: number): number {
  const [from, to] = scale.domain.map(Number);
  const [start, end] = [placeOn(scale, from ?? NaN), placeOn(scale, to ?? NaN)];
  return (from ?? NaN) + ((place - start) / (end - start)) * ((to ?? NaN) - (from ?? NaN));
}

/** Where the categories of a band or point scale stand: the middles of bands. */
export function middlesOn({kind, domain, range}: DrawnScale): readonly number[] {
  const [start = NaN, end = NaN] = range.map(Number);
  const count = domain.length;
  if (kind === "point") return domain.map((_, index) => start + (index * (end - start)) / Math.max(1, count - 1));
  return kind === "band" ? domain.map((_, index) => start + ((index + 0.5) * (end - start)) / count) : [];
}

/** The colour of a value in classes: a class begins at its limit. */
export function classOf({domain, range}: DrawnScale, value: number): string | undefined {
  return range[domain.map(Number).filter((limit) => value >= limit).length];
}
