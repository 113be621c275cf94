import type {SignedPeople} from "./checkPeople.ts";
import {listGroups} from "./listGroups.ts";
import {listedCount, markedCounts, type MarkedCount} from "./markedCounts.ts";
import type {CountedPeople} from "./printedAlready.ts";
import {countQuantities} from "../population/quantity.ts";
import {statementsOn} from "./statements.ts";

/** People with what is signed of a release. */
export interface SignedCount extends CountedPeople {
  readonly signed: SignedPeople;
  /** The groups that the checker lists among these people; listed anew where absent. */
  readonly groups?: readonly MarkedCount[];
}

/** Counts that must not be known, by the names that a check gives them. */
export function countsNamed(
  names: readonly string[],
  {releases, definitions, people: base, signed, groups}: SignedCount,
): readonly MarkedCount[] {
  if (names.length === 0) return [];
  const statements = statementsOn(releases, definitions, {tooFew: signed.tooFew, base});
  const values = countQuantities(base, statements);
  const valued = statements.map((one, at) => ({...one, value: values[at] ?? NaN}));
  const listed = groups ?? listGroups({releases, definitions, base, statements}).open().map(listedCount);
  return [...markedCounts({releases, definitions, statements: valued}, signed.unsafe), ...listed].filter(({name}) =>
    names.includes(name),
  );
}
