import {roundRatioHalfUp, type Cell} from "../../release/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import type {JudgedCell} from "./disclosure.ts";
import {wilsonInterval} from "./wilsonInterval.ts";

/** Decimals of shares, means, rates and intervals in a release. */
const decimals = 1;

/**
 * The released form of a judged cell: its value, or only that it is withheld. `mark` is what a policy with two marks
 * says of it: see `markOf`.
 */
export function publishCell({counted, withheld}: JudgedCell, mark?: "small" | "further"): Cell {
  if (withheld !== undefined) return {status: "suppressed", ...(mark && {mark})};
  switch (counted.address.measure) {
    case "count":
      return {status: "published", value: counted.count};
    case "share":
      return publishShare(counted);
    case "mean":
      return publishMean(counted);
    case "rate":
      return publishRate(counted);
    case "value":
      return counted.value === undefined ? {status: "not-available"} : {status: "published", value: counted.value};
  }
}

function publishShare({count, of}: CountedCell): Cell {
  if (of === undefined || of === 0) return {status: "not-applicable"};
  const {lower, upper} = wilsonInterval(count, of);
  const percent = (proportion: number): number => Math.round(proportion * 1000) / 10;
  return {
    status: "published",
    value: roundRatioHalfUp(100 * count, of, decimals),
    count,
    of,
    lower: percent(lower),
    upper: percent(upper),
  };
}

function publishMean({sum, count, of}: CountedCell): Cell {
  if (sum === undefined || of === undefined || count === 0) return {status: "not-available"};
  // The size of the group, not the number averaged: their difference, the clients of unknown age, is often small.
  return {status: "published", value: roundRatioHalfUp(sum, count, decimals), of};
}

function publishRate({count, value}: CountedCell): Cell {
  if (value === undefined || value <= 0) return {status: "not-available"};
  return {status: "published", value: roundRatioHalfUp(1000 * count, value, decimals), count};
}
