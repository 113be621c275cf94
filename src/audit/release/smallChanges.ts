import {areNested, cellKey} from "../../publication/index.ts";
import {nameOf, type Release} from "../../release/index.ts";
import {sameInBoth} from "../model/meansTheSame.ts";
import {publishedCounts, type Worlds} from "../model/worlds.ts";
import type {SmallChange} from "./AuditReport.ts";

/**
 * Counts that two releases print with a small difference: people whom a revision of the records added or removed, or
 * whom the longer of two periods has beyond the shorter. Compared are releases of different records only.
 */
export function smallChanges(release: Release, earlier: readonly Release[], worlds: Worlds): readonly SmallChange[] {
  const counts = publishedCounts(release);
  const {threshold} = release.disclosure.policy;
  return earlier
    .filter((other) => worlds.get(other) !== worlds.get(release))
    .flatMap((other) => {
      const isComparable = sameInBoth(release.vocabulary, other.vocabulary);
      const alike = new Set(
        other.cells.filter(({address}) => isComparable(address)).map(({address}) => cellKey(address)),
      );
      return [...publishedCounts(other)].flatMap(([key, before]) => {
        const change = (counts.get(key) ?? before) - before;
        if (!alike.has(key) || change === 0 || Math.abs(change) >= threshold) return [];
        return [{key, since: nameOf(other), change, reason: reasonOf(release, other)}];
      });
    });
}

function reasonOf({edition: one}: Release, {edition: other}: Release): SmallChange["reason"] {
  return areNested(one.period, other.period) ? "period" : "revision";
}
