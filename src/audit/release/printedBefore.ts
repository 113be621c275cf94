import {cellKey} from "../../publication/index.ts";
import {nameOf, type Release} from "../../release/index.ts";
import {smallestUnsafe} from "../tells/smallestUnsafe.ts";
import {sameInBoth} from "../model/meansTheSame.ts";
import {publishedCounts, samePeople} from "../model/worlds.ts";
import type {PrintedBefore} from "./AuditReport.ts";

/**
 * Counts that a release withholds although an earlier one of the same people printed them: they cannot be
 * unpublished. Also found where the revised data give other numbers elsewhere.
 */
export function printedBefore(
  release: Release,
  {earlier, withdrawn}: {readonly earlier: readonly Release[]; readonly withdrawn: ReadonlySet<string>},
): readonly PrintedBefore[] {
  const withheld = release.cells.filter(
    ({address, cell}) => address.measure === "count" && cell.status === "suppressed",
  );
  const {policy} = release.disclosure;
  return earlier
    .filter((other) => samePeople(other, release))
    .flatMap((other) => {
      const counts = publishedCounts(other);
      const isComparable = sameInBoth(release.vocabulary, other.vocabulary);
      return withheld.flatMap(({address}) => {
        const key = cellKey(address);
        const value = isComparable(address) ? counts.get(key) : undefined;
        if (value === undefined) return [];
        const isUnsafe = value >= smallestUnsafe(policy) && value < policy.threshold;
        return [{key, edition: nameOf(other), isUnsafe, isWithdrawn: withdrawn.has(key)}];
      });
    });
}
