import type {Period} from "./period.ts";

/** The days of which an extract's forms are counted: those of the edition. */
export function windowOf({period}: {readonly period: Period}): Period {
  return {from: period.from, to: period.to};
}
