import type {Release} from "../../release/index.ts";
import {samePeople} from "../model/worlds.ts";

/** Which earlier editions an audit takes in, and what it says of the others. */
export interface Ledger {
  readonly together: readonly Release[];
  readonly notes: readonly string[];
}

/**
 * Chooses the editions that tell of the same people: the same region and period. Made-up editions are never audited
 * with real ones. Editions whose periods only overlap count other forms of the same people: that is said, not solved.
 */
export function checkLedger(release: Release, earlier: readonly Release[]): Ledger {
  const sameSort = earlier.filter(({provenance}) => provenance.synthetic === release.provenance.synthetic);
  const together = sameSort.filter((other) => samePeople(other, release));
  const overlapping = sameSort.filter((other) => !together.includes(other) && overlaps(other, release));
  const otherSort = earlier.filter((other) => !sameSort.includes(other));
  return {
    together,
    notes: [
      ...overlapping.map(
        ({edition}) =>
          `${edition.id} is of an overlapping period in the same region; its counts are of other forms and were not subtracted.`,
      ),
      ...otherSort.map(
        ({edition, provenance}) =>
          `${edition.id} was left out: it is ${provenance.synthetic ? "made up" : "real"} and this edition is not.`,
      ),
    ],
  };
}

function overlaps({edition: one}: Release, {edition: other}: Release): boolean {
  return one.region === other.region && one.period.from <= other.period.to && other.period.from <= one.period.to;
}
