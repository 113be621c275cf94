import type {Coordinates} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {Definitions, SourceDefinition} from "./definition.ts";
import {countQuantities, type Quantity, type Term} from "./quantity.ts";
import type {People} from "./records.ts";
import {populationsOf} from "./populationsOf.ts";
import {canLeave} from "./byNature.ts";
import type {Statement} from "./statement.ts";
import {partsAt} from "./terms.ts";

interface Ruled {
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly base: People;
}

/** A group that counts of a release narrow, by release and place. */
interface Group extends Quantity {
  readonly release: number;
  readonly name: string;
}

/**
 * What the rule for small groups adds to what releases say: a count in the breakdown of a group of fewer people than the
 * rule asks carries a mark whatever it is, nobody included; a printed one tells that its groups have more people, or none.
 * Other people keep to it where small groups of the base stay small, and others do not become so. Where counts of nobody
 * are hidden the breakdown of an empty group carries the same marks: it may have few people, and a group of few nobody.
 */
export function ruleGroups(statements: readonly Statement[], ruled: Ruled): readonly Statement[] {
  const counts = statements.filter(({says, address, release}) => {
    const policy = ruled.releases[release]?.disclosure.policy;
    return (
      address.measure === "count" &&
      says !== "implied" &&
      policy?.groupNeeds !== undefined &&
      policy.method === "withhold"
    );
  });
  const groupsOf = new GroupsAround(counts, ruled.definitions);
  const around = new Map(counts.map((count) => [count, groupsOf.around(count)]));
  const groups = [...new Map([...around.values()].flat().map((group) => [group.name, group])).values()];
  const sizes = countQuantities(ruled.base, groups);
  const sizeOf = new Map(groups.map((group, at) => [group.name, sizes[at] ?? 0]));
  const policyOf = ({release}: Pick<Statement, "release">) => ruled.releases[release]?.disclosure.policy;
  const needs = (said: Pick<Statement, "release">): number => policyOf(said)?.groupNeeds ?? 0;
  const boundsOf = (group: Group): Bounds =>
    boundsAround(sizeOf.get(group.name) ?? 0, {
      needs: needs(group),
      least: policyOf(group)?.zeros === "hidden" ? 0 : 1,
    });
  const smallAround = (statement: Statement): readonly Group[] =>
    (around.get(statement) ?? []).filter((group) => boundsOf(group)[1] === needs(group) - 1);
  const narrow = new Map(
    statements.flatMap((one) => {
      const small = one.says === "marked" ? smallAround(one) : [];
      return small.length > 0 ? [[one, small] as const] : [];
    }),
  );
  const whole = wholeGroups(narrow, sizeOf, ruled);
  return [
    ...statements.map((one): Statement => {
      if (!narrow.has(one)) return one;
      const marked = inBreakdown(one, needs(one) - 1);
      return whole.has(one) ? {...marked, isWholeGroup: true} : marked;
    }),
    ...groups.map((group) => sayGroup(group, boundsOf(group))),
  ];
}

/** Of two marks the one for small counts stands for all of a breakdown; the other still says that a count is not small. */
function inBreakdown(statement: Statement, most: number): Statement {
  return statement.lower > 1
    ? {...statement, upper: Math.min(statement.upper, most)}
    : {...statement, lower: 0, upper: most};
}

/** The marks behind which the whole of a small group is, though some of it could be elsewhere. */
function wholeGroups(
  narrow: ReadonlyMap<Statement, readonly Group[]>,
  sizeOf: ReadonlyMap<string, number>,
  {definitions, base}: Ruled,
): ReadonlySet<Statement> {
  const values = countQuantities(base, [...narrow.keys()]);
  const whole = [...narrow].filter(([statement, groups], at) => {
    const source = definitions.sources[statement.source];
    return groups.some(
      (group) => sizeOf.get(group.name) === values[at] && source !== undefined && canLeave(group, statement, source),
    );
  });
  return new Set(whole.map(([statement]) => statement));
}

type Bounds = readonly [lower: number, upper: number];

/** In which bounds a group of this size stays: of nobody, of few from `least` on, or of as many as the rule needs. */
function boundsAround(size: number, {needs, least}: {readonly needs: number; readonly least: number}): Bounds {
  if (size >= needs) return [needs, Infinity];
  return size < least ? [0, 0] : [least, needs - 1];
}

function sayGroup({source, parts, release, name}: Group, [lower, upper]: Bounds): Statement {
  const address = {measure: "count", population: name, at: {}} as const;
  return {source, parts, release, key: `group ${name}`, says: "implied", lower, upper, address};
}

/** Counts of one population that look at the same columns. */
interface ShownTable {
  readonly columns: readonly number[];
  readonly counts: readonly Statement[];
  /** By values of the columns, the counts that hold them. */
  readonly holding: Map<string, readonly Statement[]>;
}

/** Finds the groups that a count narrows: the totals of all lines it stands in, and what else is shown that holds it. */
class GroupsAround {
  readonly #shown: ReadonlyMap<string, readonly ShownTable[]>;
  readonly #definitions: Definitions;

  constructor(counts: readonly Statement[], definitions: Definitions) {
    const byPopulation = Map.groupBy(counts, ({release, address}) => `${String(release)} ${address.population}`);
    this.#shown = new Map([...byPopulation].map(([name, own]) => [name, tablesOf(own)]));
    this.#definitions = definitions;
  }

  around(count: Statement): readonly Group[] {
    const {release, address, source} = count;
    const population = populationsOf(this.#definitions, release).get(address.population);
    if (population === undefined || population.definition.faults !== undefined) return [];
    const label = `${String(release)} ${address.population}`;
    const totals = placesAround(address.at).flatMap((at): readonly Group[] => {
      const parts = partsAt(population, at);
      return parts === undefined ? [] : [{source, parts, release, name: `${label} ${nameOf(at)}`}];
    });
    const told = toldTerms(count.parts[0]?.terms ?? [], population.source);
    const wider = (this.#shown.get(label) ?? []).flatMap((table) => widerIn(table, count, told));
    const further = wider.map((one): Group => ({
      source,
      parts: one.parts,
      release,
      name: `${label} ${nameOf(one.address.at)}`,
    }));
    return [...totals, ...further];
  }
}

function tablesOf(counts: readonly Statement[]): readonly ShownTable[] {
  const tables = Map.groupBy(counts, (count) => columnsIn(count).join());
  return [...tables.values()].map((own) => {
    const [first] = own;
    return {columns: first === undefined ? [] : columnsIn(first), counts: own, holding: new Map()};
  });
}

function columnsIn({parts: [part]}: Statement): readonly number[] {
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
  count: Statement,
  told: readonly ToldTerm[],
): readonly Statement[] {
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
    told.some((own) => own.column === term.column && isWithin(own.mask, term.mask)),
  );
  const isCovered = (term: Term): boolean =>
    wide.some((one) => one.column === term.column && isWithin(one.mask, term.mask));
  const follows = ({implied, isAllTold}: ToldTerm): boolean => isAllTold && implied.every(isCovered);
  return isInside && narrow.some((term) => !isCovered(term) && !follows(term));
}

function isWithin(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((holds, value) => holds === 0 || other[value] === 1);
}
