import {roundRatioHalfUp, wilsonInterval, type Cell} from "../../release/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import type {JudgedCell} from "./disclosure.ts";

/** Decimals of shares, means, rates and intervals in a release. */
const decimals = 1;

/** What else decides how a cell is released. */
export interface Beside {
  /** What a policy with two marks says of it: see `markOf`. */
  readonly mark?: "small" | "further" | undefined;
  /** Of a mean: the number averaged, where that count is published itself. */
  readonly averaged?: number | undefined;
  /** A share of a base of fewer is of too few to be useful. */
  readonly shareNeeds?: number | undefined;
}

/** The released form of a judged cell: its value, or only that it is withheld. */
export function publishCell({counted, withheld}: JudgedCell, {mark, averaged, shareNeeds = 1}: Beside = {}): Cell {
  if (withheld !== undefined) return {status: "suppressed", ...(mark && {mark})};
  switch (counted.address.measure) {
    case "count":
      return {status: "published", value: counted.count};
    case "share":
      return publishShare(counted, shareNeeds);
    case "mean":
      return publishMean(counted, averaged);
    case "rate":
      return publishRate(counted);
    case "value":
      return counted.value === undefined ? {status: "not-available"} : {status: "published", value: counted.value};
  }
}

function publishShare({count, of}: CountedCell, shareNeeds: number): Cell {
  if (of === undefined || of === 0) return {status: "not-applicable"};
  if (of < shareNeeds) return {status: "unreliable", count, of};
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

function publishMean({sum, count}: CountedCell, averaged: number | undefined): Cell {
  // Only a mean of nobody comes here without a record; of fewer than the policy asks it is withheld.
  if (sum === undefined || count === 0) return {status: "not-applicable"};
  const value = roundRatioHalfUp(sum, count, decimals);
  // The number averaged less the group are those of unknown age, often few: only a judged count may say it.
  return {status: "published", value, ...(averaged !== undefined && {of: averaged})};
}

function publishRate({count, value}: CountedCell): Cell {
  if (value === undefined || value <= 0) return {status: "not-available"};
  return {status: "published", value: roundRatioHalfUp(1000 * count, value, decimals), count};
}
