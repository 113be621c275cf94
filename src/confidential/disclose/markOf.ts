import {cellKey, restsOn} from "../../publication/index.ts";
import type {Disclosure} from "./disclosure.ts";

/**
 * Which of two marks a withheld cell carries: `small` where it is a small count or rests on one, `further` otherwise;
 * undefined under a policy with one mark. A share, mean or rate carries what the marks of its counts say anyway.
 */
export function markOf(
  key: string,
  {policy, cells}: Pick<Disclosure, "policy" | "cells">,
): "small" | "further" | undefined {
  if (typeof policy.mark === "string") return undefined;
  const address = cells.get(key)?.counted.address;
  const counts = address === undefined ? [] : [key, ...restsOn(address).map(cellKey)];
  return counts.some((count) => cells.get(count)?.withheld === "primary") ? "small" : "further";
}
