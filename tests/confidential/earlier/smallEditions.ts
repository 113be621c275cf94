import {
  cellKey,
  usualPolicy,
  type CellAddress,
  type Policy,
  type Population,
  type Variable,
  type Vocabulary,
} from "../../../src/publication/index.ts";
import {DisclosureError} from "../../../src/audit/index.ts";
import {addressesIn, chooseEarlier, ofTheseRecords} from "../../../src/confidential/earlier/chooseEarlier.ts";
import type {Disclosed} from "../../../src/confidential/disclose/disclose.ts";
import {discloseBeside, type BesideInput} from "../../../src/confidential/earlier/discloseBeside.ts";
import {linkCells} from "../../../src/confidential/disclose/link/linkCells.ts";
import {addressesOf} from "../../../src/confidential/disclose/link/links.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";
import type {Release} from "../../../src/release/index.ts";
import {at, tinyRelease, variable, type Shown} from "../../audit/tinyRelease.ts";

/** Counts of a table of rows by columns. */
export type Counts = readonly (readonly number[])[];

const period = {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "2007/08"};

/** Every place of a table, totals included: `row=r1,column=c2`, `row=r1`, `column=c2` and the empty text. */
export function placesOf(counts: Counts): readonly string[] {
  const rows = ["", ...counts.map((_, r) => `row=r${r}`)];
  const columns = ["", ...(counts[0] ?? []).map((_, c) => `column=c${c}`)];
  return rows.flatMap((row) => columns.map((column) => [row, column].filter((part) => part !== "").join(",")));
}

/** The true count at a place. */
export function countAt(counts: Counts, place: string): number {
  const index = (name: string): number | undefined => {
    const found = new RegExp(`${name}=.(\\d)`).exec(place)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [row, column] = [index("row"), index("column")];
  return counts
    .filter((_, r) => row === undefined || r === row)
    .flatMap((line) => line.filter((_, c) => column === undefined || c === column))
    .reduce((sum, count) => sum + count, 0);
}

/** What is to be released: the table, the places that the edition asks, and what was published before. */
export interface SmallEdition {
  readonly id: string;
  readonly counts: Counts;
  readonly asked: readonly string[];
  readonly published: readonly Release[];
  /** The usual policy without its rule for small groups where nothing is said. */
  readonly policy?: Policy;
  /** What was proved before, beside a part of what was published; nothing where all is to be proved anew. */
  readonly recall?: NonNullable<BesideInput<{readonly disclosed: Disclosed}>["recall"]>;
}

/** The usual policy with another rule for small groups; 1: with none. */
export function policyWith(groupNeeds: number): Policy {
  const {threshold, zeros, mark, level, meanNeeds, method} = usualPolicy;
  return {threshold, zeros, mark, level, meanNeeds, method, ...(groupNeeds > 1 && {groupNeeds})};
}

/** Releases a table beside what was published before; nothing where no choice of cells would be safe. */
export async function releaseBeside(edition: SmallEdition): Promise<Release | undefined> {
  try {
    const {cells} = (await discloseTable(edition)).disclosed;
    const counts = Object.fromEntries(
      cells.map(({address, cell}) => [
        Object.entries(address.at)
          .map(([name, category]) => `${name}=${category}`)
          .join(","),
        cell.status === "published" ? cell.value : "c",
      ]),
    ) as Record<string, Shown>;
    const {threshold, groupNeeds} = edition.policy ?? usualPolicy;
    return tinyRelease({
      variables: namesOf(edition.counts),
      counts,
      threshold,
      policy: edition.policy && groupNeeds !== undefined ? {groupNeeds} : {},
      edition: {id: edition.id, published: edition.id},
    });
  } catch (error) {
    if (error instanceof DisclosureError) return undefined;
    throw error;
  }
}

/** Decides which cells of a table are withheld beside what was published before. */
export function discloseTable({id, counts, asked, published, policy = policyWith(1), recall}: SmallEdition) {
  const variables = Object.entries(namesOf(counts)).map(([name, categories]) =>
    variable(name, categories),
  ) as Variable[];
  const people: Population = {name: "people", label: "people", heading: "People", unit: "clients", variables};
  const vocabulary: Vocabulary = {populations: [people], references: []};
  const report = {region: {name: "south", label: "south", text: "the South"}, period};
  const addresses = asked.map((place): CellAddress => ({measure: "count", population: "people", at: at(place)}));
  const link = (all: readonly CellAddress[]) => linkCells(all, {...vocabulary, relations: []});
  const known = chooseEarlier(published, {report, vocabulary, synthetic: true});
  const all = addressesOf(link([...addresses, ...addressesIn(known)]));
  const tabulation = new Map(all.map((address) => [cellKey(address), counted(counts, address)]));
  const earlier = ofTheseRecords(known, tabulation, report.region.label);
  const input = {asked: addresses, tabulation, policy, withheldByChoice: new Set<string>()};
  // One table is its own people: what the search over tables protects needs no further proof.
  const prove = (disclosed: Disclosed) => Promise.resolve({disclosed});
  return discloseBeside({...input, edition: id, earlier, lost: new Set(), link, prove, ...(recall && {recall})});
}

function counted(counts: Counts, address: CellAddress): CountedCell {
  const place = Object.entries(address.at)
    .map(([name, category]) => `${name}=${category}`)
    .join(",");
  return {address, count: countAt(counts, place)};
}

function namesOf(counts: Counts): Record<string, string[]> {
  return {row: counts.map((_, r) => `r${r}`), column: (counts[0] ?? []).map((_, c) => `c${c}`)};
}
