import type {Release} from "../../release/index.ts";
import type {Quantity} from "./quantity.ts";
import type {Statement} from "./statements.ts";

/** A count that must not be known, and in how many values populations must leave it open. */
export interface MarkedCount {
  readonly name: string;
  readonly quantity: Quantity;
  /** Values that it needs at the least. */
  readonly needs: number;
  /** Values that the policy's level aims at. */
  readonly aims: number;
  /** One value of so many or more is enough by itself. */
  readonly enough: number;
}

/**
 * The counts behind marks, and under rounding the unsafe ones behind multiples. Unsafe counts need as many values as the
 * level asks; so does every mark of an earlier edition that may be small, whose sign-off may be gone. Other marks need two
 * values, or one at or above the threshold.
 */
export function markedCounts(
  [release]: readonly Release[],
  statements: readonly (Statement & {readonly value: number})[],
  unsafe: ReadonlySet<string>,
): readonly MarkedCount[] {
  if (release === undefined) return [];
  const {level, threshold, zeros, method} = release.disclosure.policy;
  const aims = {exact: 2, "width-2": 3, full: threshold - (zeros === "hidden" ? 0 : 1)}[level];
  return statements.flatMap((statement): readonly MarkedCount[] => {
    const {key, says, value, address} = statement;
    const isRounded = method === "round" && says === "shown" && address.measure === "count";
    if (says !== "marked" && !isRounded) return [];
    const isUnsafe = statement.release === 0 ? unsafe.has(key) : value < threshold;
    const name = statement.release === 0 ? key : `${key} in an earlier edition`;
    if (isUnsafe) return [{name, quantity: statement, needs: 2, aims, enough: Infinity}];
    return isRounded ? [] : [{name, quantity: statement, needs: 2, aims: 2, enough: threshold}];
  });
}
