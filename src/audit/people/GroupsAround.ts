import type {CellAddress, Coordinates} from "../../publication/index.ts";
import {isMaskWithin} from "./byNature.ts";
import type {Definitions, SourceDefinition} from "../population/definition.ts";
import {populationsOf} from "../population/populationsOf.ts";
import type {Part, Quantity, Term} from "../population/quantity.ts";
import type {PeopleStatement} from "./peopleStatement.ts";
import {partsAt} from "../population/terms.ts";

/** A group that counts of a release narrow, by release and place. */
export interface Group extends Quantity {
  readonly release: number;
  readonly name: string;
  readonly address: CellAddress;
}

/** Counts of one population that look at the same columns. */
interface ShownTable {
  readonly columns: readonly number[];
  readonly counts: readonly PeopleStatement[];
  /** By values of the columns, the counts that hold them. */
  readonly holding: Map<string, readonly PeopleStatement[]>;
}

/** Finds the groups that a count narrows: the totals of all lines it stands in, and what else is shown that holds it. */
export class GroupsAround {
  readonly #shown: ReadonlyMap<string, readonly ShownTable[]>;
  readonly #definitions: Definitions;

  constructor(counts: readonly PeopleStatement[], definitions: Definitions) {
    const byPopulation = Map.groupBy(counts, ({release, address}) => `${String(release)} ${address.population}`);
    this.#shown = new Map([...byPopulation].map(([name, own]) => [name, tablesOf(own)]));
    this.#definitions = definitions;
  }

  around(count: PeopleStatement): readonly Group[] {
    const {release, address, source} = count;
    const population = populationsOf(this.#definitions, release).get(address.population);
    if (population === undefined || population.definition.faults !== undefined) return [];
    const label = `${String(release)} ${address.population}`;
    const groupOf = (parts: readonly Part[], at: Coordinates): Group => ({
      source,
      parts,
      release,
      name: `${label} ${nameOf(at)}`,
      address: {measure: "count", population: address.population, at},
    });
    const totals = placesAround(address.at).flatMap((at): readonly Group[] => {
      const parts = partsAt(population, at);
      return parts === undefined ? [] : [groupOf(parts, at)];
    });
    const told = toldTerms(count.parts[0]?.terms ?? [], population.source);
    const wider = (this.#shown.get(label) ?? []).flatMap((table) => widerIn(table, count, told));
    return [...totals, ...wider.map((one) => groupOf(one.parts, one.address.at))];
  }
}

function tablesOf(counts: readonly PeopleStatement[]): readonly ShownTable[] {
  const tables = Map.groupBy(counts, (count) => columnsIn(count).join());
  return [...tables.values()].map((own) => {
    const [first] = own;
    return {columns: first === undefined ? [] : columnsIn(first), counts: own, holding: new Map()};
  });
}

function columnsIn({parts: [part]}: PeopleStatement): readonly number[] {
  return [...new Set(part?.terms.map(({column}) => column))].sort((a, b) => a - b);
}

/** A term of a count, with what one over a derived column says of the columns that it follows from. */
interface ToldTerm extends Term {
  readonly implied: readonly Term[];
  /** Whether what it implies says all that it says. */
  readonly isAllTold: boolean;
}

function toldTerms(terms: readonly Term[], {columns, derived}: SourceDefinition): readonly ToldTerm[] {
  return terms.map((term): ToldTerm => {
    const follows = derived[term.column - columns.length];
    if (follows === undefined || "revises" in follows) return {...term, implied: [], isAllTold: false};
    const most = term.mask.lastIndexOf(1);
    const implied = follows.of.map(({column, says}) => ({
      column,
      mask: Uint8Array.from(says, (said) => Number(said <= most)),
    }));
    return {...term, implied, isAllTold: term.mask.subarray(0, most + 1).every((holds) => holds === 1)};
  });
}

/** The counts of a table that hold everybody of a count, by its terms, and more. */
function widerIn(
  {columns, counts, holding}: ShownTable,
  count: PeopleStatement,
  told: readonly ToldTerm[],
): readonly PeopleStatement[] {
  const terms = [...told.flatMap(({implied}) => implied), ...told];
  const own = columns.map((column) => valueIn(terms.filter((term) => term.column === column)));
  if (own.includes(-1)) return [];
  const name = own.join();
  const found =
    holding.get(name) ??
    counts.filter(({parts: [part]}) =>
      part?.terms.every(({column, mask}) => mask[own[columns.indexOf(column)] ?? -1] === 1),
    );
  holding.set(name, found);
  return found.filter((other) => other !== count && holds(other.parts[0]?.terms ?? [], told));
}

/** A value that all of some terms over one column are true of; -1 where there is none. */
function valueIn([first, ...others]: readonly Term[]): number {
  return first?.mask.findIndex((holds, value) => holds === 1 && others.every(({mask}) => mask[value] === 1)) ?? -1;
}

/** All places that a place narrows. */
function placesAround(at: Coordinates): readonly Coordinates[] {
  const names = Object.keys(at);
  return Array.from({length: 2 ** names.length - 1}, (_, set) =>
    Object.fromEntries(names.filter((__, place) => (set & (1 << place)) !== 0).map((name) => [name, at[name] ?? ""])),
  );
}

function nameOf(at: Coordinates): string {
  return Object.keys(at)
    .sort()
    .map((name) => `${name}=${at[name] ?? ""}`)
    .join(",");
}

/** Whether everybody of one group is in another and the other has room for more, by the columns that both read. */
function holds(wide: readonly Term[], narrow: readonly ToldTerm[]): boolean {
  const told = [...narrow, ...narrow.flatMap(({implied}) => implied)];
  const isInside = wide.every((term) =>
    told.some((own) => own.column === term.column && isMaskWithin(own.mask, term.mask)),
  );
  const isCovered = (term: Term): boolean =>
    wide.some((one) => one.column === term.column && isMaskWithin(one.mask, term.mask));
  const follows = ({implied, isAllTold}: ToldTerm): boolean => isAllTold && implied.every(isCovered);
  return isInside && narrow.some((term) => !isCovered(term) && !follows(term));
}
