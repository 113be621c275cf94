import {cellKey} from "../../publication/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import {withhold, type Disclosure} from "./disclosure.ts";
import {impossibleCells} from "./link/impossibleCells.ts";

/**
 * Withholds every count that is unsafe by itself: from 1 up to, but not including, the policy's threshold; and 0
 * where the policy hides zeros, unless nobody can be counted there.
 */
export function primarySuppression(disclosure: Disclosure): Disclosure {
  const {threshold, zeros} = disclosure.policy;
  // An empty cell names nobody, so zeros stay publishable unless the policy says otherwise.
  const smallest = zeros === "hidden" ? 0 : 1;
  const impossible = impossibleCells(disclosure.links);
  const isUnsafe = ({address, count}: CountedCell): boolean =>
    address.measure === "count" && count >= smallest && count < threshold && !impossible.has(cellKey(address));
  return withhold(disclosure, "primary", isUnsafe);
}
