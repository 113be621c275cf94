import {cellKey, restsOn} from "../../publication/index.ts";
import type {Disclosure} from "./disclosure.ts";

/**
 * Which of two marks a withheld cell carries: `small` where it is a small count, part of the breakdown of a small group or
 * rests on one, `further` otherwise; undefined under a policy with one mark. The whole breakdown of a small group carries
 * one mark, so that it does not tell its zeros from others. A share, mean or rate carries what the marks of its counts
 * say anyway.
 */
export function chooseMark(
  key: string,
  {policy, cells}: Pick<Disclosure, "policy" | "cells">,
): "small" | "further" | undefined {
  if (typeof policy.mark === "string") return undefined;
  const address = cells.get(key)?.counted.address;
  const counts = address === undefined ? [] : [key, ...restsOn(address).map(cellKey)];
  const isSmall = (count: string): boolean => ["primary", "small-group"].includes(cells.get(count)?.withheld ?? "");
  return counts.some(isSmall) ? "small" : "further";
}
