import {areNested, cellKey, type CellAddress} from "../../publication/index.ts";
import {nameOf, provisionalDaysOf, type Release} from "../../release/index.ts";
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
      const comparable = other.cells.filter(({address}) => isComparable(address));
      const alike = new Map(comparable.map(({address}) => [cellKey(address), address]));
      return [...publishedCounts(other)].flatMap(([key, before]) => {
        const change = (counts.get(key) ?? before) - before;
        const address = alike.get(key);
        if (address === undefined || change === 0 || Math.abs(change) >= threshold) return [];
        const reason = wasProvisional(address, other) ? "provisional" : reasonOf(release, other);
        return [{key, since: nameOf(other), change, reason}];
      });
    });
}

function reasonOf({edition: one}: Release, {edition: other}: Release): SmallChange["reason"] {
  return areNested(one.period, other.period) ? "period" : "revision";
}

function wasProvisional(address: CellAddress, {vocabulary, edition}: Release): boolean {
  const population = vocabulary.populations.find(({name}) => name === address.population);
  return population !== undefined && provisionalDaysOf(address, {population, edition: edition.period}) !== undefined;
}
