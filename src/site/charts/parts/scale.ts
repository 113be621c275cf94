import {ticks as niceTicks} from "d3";

/** Values to positions in px along a straight line. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

export function position(value: number, {domain: [from, to], range: [start, end]}: Scale): number {
  return to === from ? start : start + ((value - from) / (to - from)) * (end - start);
}

/** From nought to the largest published value: what is withheld never stretches a scale. */
export function zeroBased(values: readonly number[]): readonly [number, number] {
  return [0, Math.max(0, ...values) || 1];
}

/** From a round number under the smallest published value to one over the largest. */
export function around(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return [0, 1];
  const margin = (high - low || Math.abs(high) || 1) * 0.05;
  const steps = niceTicks(low - margin, high + margin, 5);
  const step = (steps[1] ?? 1) - (steps[0] ?? 0) || 1;
  return [Math.floor((low - margin) / step) * step, Math.ceil((high + margin) / step) * step];
}

/** A scale of shares never leaves 0 to 100. */
export function withinPercent([from, to]: readonly [number, number]): readonly [number, number] {
  return [Math.max(0, from), Math.min(100, to)];
}

/** A few round values within a scale. */
export function roundValues({domain: [from, to]}: Scale, wanted: number): readonly number[] {
  return niceTicks(from, to, wanted);
}
