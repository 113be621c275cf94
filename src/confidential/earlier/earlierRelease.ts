import {
  cellKey,
  definedAlike,
  stated,
  type CellAddress,
  type Population,
  type Variable,
  type Vocabulary,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** What a release that was published before says of counts that can be counted today. */
export interface EarlierRelease {
  readonly release: Release;
  /** Printed counts by key. */
  readonly printed: ReadonlyMap<string, {readonly address: CellAddress; readonly value: number}>;
  /** Withheld counts by key. */
  readonly withheld: ReadonlyMap<string, CellAddress>;
}

/**
 * Reads the counts of a published release under the names of today's dictionaries. Counts of a variable whose
 * categories have changed since are left out: the same word may mean another group of people.
 */
export function earlierRelease(release: Release, vocabulary: Vocabulary): EarlierRelease {
  return readEarlier(release, (address) => isUnchanged(address, {then: release.vocabulary, now: vocabulary}));
}

/** Reads those counts of a published release that mean the same today. */
export function readEarlier(release: Release, meansTheSame: (address: CellAddress) => boolean): EarlierRelease {
  // Rounded counts are not the counts of the records: the audit reckons with them, the search cannot.
  const isExact = release.disclosure.policy.method === "withhold";
  const counts = release.cells.filter(({address}) => isExact && address.measure === "count" && meansTheSame(address));
  const printed = counts.flatMap(({address, cell}) =>
    cell.status === "published" ? [[cellKey(address), {address, value: cell.value}] as const] : [],
  );
  const withheld = counts.flatMap(({address, cell}) =>
    cell.status === "suppressed" ? [[cellKey(address), address] as const] : [],
  );
  return {release, printed: new Map(printed), withheld: new Map(withheld)};
}

function isUnchanged(
  {population, at}: CellAddress,
  {then, now}: {readonly then: Vocabulary; readonly now: Vocabulary},
): boolean {
  const [meantBy, meant] = [then, now].map(({populations}) => populations.find(({name}) => name === population));
  if (meantBy === undefined || meant === undefined || !isOfSameDays(meantBy, meant)) return false;
  const [before, today] = [meantBy.variables, meant.variables];
  return Object.entries(at).every(([name, category]) => {
    const known = today.find((variable) => variable.name === name);
    const former = before.find((variable) => variable.name === name);
    return known !== undefined && former !== undefined && definedAlike(known, former) && names(known, category);
  });
}

function isOfSameDays({window: one}: Population, {window: other}: Population): boolean {
  return one?.from === other?.from && one?.to === other?.to;
}

function names({categories, kind}: Variable, category: string): boolean {
  return (
    category === stated ||
    categories.some(({name}) => name === category) ||
    (kind === "number" && category === "not-stated")
  );
}
