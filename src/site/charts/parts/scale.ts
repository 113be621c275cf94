import {scale, type Scale} from "@observablehq/plot";
import {ticks as niceTicks} from "d3";

type Pair = readonly [number, number];

/** Values to px along a straight line: for the marks of a layer, and for measuring before they are drawn. */
export interface LinearScale extends Scale {
  domain: [number, number];
  range: [number, number];
  apply: (value: number) => number;
}

/** A scale in the direction of its range. */
export function along([from, to]: Pair, [start, end]: Pair): LinearScale {
  const domain: [number, number] = [from, to];
  const range: [number, number] = [start, end];
  return {...scale({x: {type: "linear", domain, range}}), domain, range};
}

/**
 * From nought to the largest published value, and where values lie below nought from the least of them: what is withheld
 * never stretches a scale.
 */
export function zeroBased(values: readonly number[]): Pair {
  const [least, largest] = [Math.min(0, ...values), Math.max(0, ...values)];
  return [least, least === largest ? 1 : largest];
}

/** The place on a scale that is nearest to nought: nought itself, where the scale holds it. */
export function noughtOn({domain: [from, to]}: Pick<LinearScale, "domain">): number {
  return Math.max(from, Math.min(to, 0));
}

/** From a round number under the smallest published value to one over the largest. */
export function around(values: readonly number[]): Pair {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return [0, 1];
  const margin = (high - low || Math.abs(high) || 1) * 0.05;
  const steps = niceTicks(low - margin, high + margin, 5);
  const step = (steps[1] ?? 1) - (steps[0] ?? 0) || 1;
  return [Math.floor((low - margin) / step) * step, Math.ceil((high + margin) / step) * step];
}

/** A scale of shares never leaves 0 to 100. */
export function withinPercent([from, to]: Pair): Pair {
  return [Math.max(0, from), Math.min(100, to)];
}

/** A few round values within a domain. */
export function roundValues([from, to]: Pair, wanted: number): readonly number[] {
  return niceTicks(from, to, wanted);
}
