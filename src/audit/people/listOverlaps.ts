import {cellNumbers} from "../population/jointCounts.ts";
import {isSmall, type ListedGroup, type ListedPublication, type Watch} from "./listed.ts";
import {meet, PairCounts, type Division} from "./meetings.ts";
import type {Part, Term} from "../population/quantity.ts";
import type {Records} from "../population/records.ts";
import {signatureOf} from "./signature.ts";
import type {PeopleStatement} from "./peopleStatement.ts";

/** A printed group of records of one source. */
export interface PrintedGroup {
  readonly key: string;
  readonly source: number;
  readonly terms: readonly Term[];
}

/** Printed counts that look at the same columns. */
interface Table {
  readonly columns: readonly number[];
  readonly printed: readonly PrintedGroup[];
}

/** The records in one printed count and in another, or in the first alone, which are few. Numbers of printed counts in their tables. */
interface Overlap {
  readonly one: number;
  readonly other: number;
  readonly without: "nobody" | "other" | "one";
  readonly count: number;
}

/** Two tables with the small overlaps of their counts. */
interface Pairing {
  readonly tables: readonly [number, number];
  readonly overlaps: readonly Overlap[];
}

/** For two printed counts of one source those in both, and those in one and not in the other, where that is few. */
export function listOverlaps({releases, statements, base}: ListedPublication, threshold: number): Watch {
  // What is left of a printed count beside one within it is a remainder: a policy that only reports these lists it not.
  const withNested = releases[0]?.disclosure.policy.remainders !== "reported";
  const lists = base.map(
    (records, source) => new OverlapsOf(printedIn(statements, source), records, {threshold, withNested}),
  );
  return {
    settle: (people) => {
      people.forEach((records, source) => lists[source]?.settle(records));
    },
    open: () => lists.flatMap((list) => list.open()),
  };
}

interface Limits {
  readonly threshold: number;
  /** Whether what is left of a printed group beside one within it is listed. */
  readonly withNested: boolean;
}

/** What printed groups of one source share and do not share, where that is few. */
export class OverlapsOf {
  readonly #tables: readonly Table[];
  #pairings: readonly Pairing[];

  constructor(printed: readonly PrintedGroup[], base: Records, limits: Limits) {
    const tables = tablesOf(printed);
    this.#tables = tables;
    const members = new Members(tables, base);
    const pairings = tables.flatMap((_, one) =>
      tables.slice(one).map((__, beyond): Pairing => {
        const pair = [one, one + beyond] as const;
        return {tables: pair, overlaps: smallIn(members, pair, limits)};
      }),
    );
    this.#pairings = pairings.filter(({overlaps}) => overlaps.length > 0);
  }

  settle(records: Records): void {
    const members = new Members(this.#tables, records);
    const left = this.#pairings.map(({tables, overlaps}): Pairing => {
      const both = members.meet(tables);
      const [sizes, others] = tables.map((at) => members.of(at).sizes);
      const countOf = ({one, other, without}: Overlap): number => {
        if (without === "nobody") return both.get(one, other);
        return ((without === "other" ? sizes?.[one] : others?.[other]) ?? 0) - both.get(one, other);
      };
      return {tables, overlaps: overlaps.filter((overlap) => countOf(overlap) === overlap.count)};
    });
    this.#pairings = left.filter(({overlaps}) => overlaps.length > 0);
  }

  open(): readonly ListedGroup[] {
    return this.#pairings.flatMap(({tables: [one, other], overlaps}) =>
      overlaps.flatMap((overlap): readonly ListedGroup[] => {
        const [a, b] = [this.#tables[one]?.printed[overlap.one], this.#tables[other]?.printed[overlap.other]];
        if (a === undefined || b === undefined) return [];
        const both: Part = {terms: [...a.terms, ...b.terms]};
        if (overlap.without === "nobody") return [{name: `${a.key} and ${b.key}`, source: a.source, parts: [both]}];
        const [whole, part] = overlap.without === "other" ? [a, b] : [b, a];
        const name = `${whole.key} and not ${part.key}`;
        return [{name, source: a.source, parts: [{terms: whole.terms}, {...both, sign: -1}]}];
      }),
    );
  }
}

/** The small overlaps of the counts of two tables, or of one table with itself. */
function smallIn(
  members: Members,
  [one, other]: readonly [number, number],
  {threshold, withNested}: Limits,
): Overlap[] {
  const [sizes, others] = [members.of(one).sizes, members.of(other).sizes];
  const found: Overlap[] = [];
  members.meet([one, other]).forEach((a, b, both) => {
    if (one === other && a >= b) return;
    if (isSmall(both, threshold)) found.push({one: a, other: b, without: "nobody", count: both});
    const [ofOne, ofOther] = [sizes[a] ?? 0, others[b] ?? 0];
    const isListed = (left: number, inner: number): boolean =>
      isSmall(left, threshold) && (withNested || both !== inner);
    if (isListed(ofOne - both, ofOther)) found.push({one: a, other: b, without: "other", count: ofOne - both});
    if (isListed(ofOther - both, ofOne)) found.push({one: a, other: b, without: "one", count: ofOther - both});
  });
  return found;
}

function printedIn(statements: readonly PeopleStatement[], source: number): readonly PrintedGroup[] {
  const printed = statements.flatMap(({key, source: own, parts: [part, ...others], says, lower, upper}) =>
    says === "shown" && own === source && part !== undefined && others.length === 0 && upper > 0 && lower === upper
      ? [{key, source, terms: part.terms}]
      : [],
  );
  return [...new Map(printed.map((one) => [signatureOf(one), one])).values()];
}

function tablesOf(printed: readonly PrintedGroup[]): readonly Table[] {
  const tables = Map.groupBy(printed, ({terms}) => columnsIn(terms).join());
  return [...tables.values()].map((own) => ({columns: columnsIn(own[0]?.terms ?? []), printed: own}));
}

function columnsIn(terms: readonly Term[]): readonly number[] {
  return [...new Set(terms.map(({column}) => column))].sort((a, b) => a - b);
}

/** The records of one population by the counts of a table: those that the same counts hold are one class. */
interface Divided extends Division {
  /** By class the printed counts that hold it, by number in the table. */
  readonly held: readonly (readonly number[])[];
  /** By printed count, how many records it holds. */
  readonly sizes: readonly number[];
}

/** Which printed counts hold which records, table by table as asked. */
class Members {
  readonly #tables: readonly Table[];
  readonly #records: Records;
  readonly #divided: (Divided | undefined)[] = [];

  constructor(tables: readonly Table[], records: Records) {
    this.#tables = tables;
    this.#records = records;
  }

  of(at: number): Divided {
    return (this.#divided[at] ??= divide(this.#tables[at] ?? {columns: [], printed: []}, this.#records));
  }

  /** How many records each count of one table shares with each of another. */
  meet([one, other]: readonly [number, number]): PairCounts {
    const [a, b] = [this.of(one), this.of(other)];
    const both = new PairCounts(a.sizes.length, b.sizes.length, this.#records.size);
    meet(a, b).forEach((x, y, count) => {
      for (const ofOne of a.held[x] ?? []) for (const ofOther of b.held[y] ?? []) both.add(ofOne, ofOther, count);
    });
    return both;
  }
}

/** Every combination of values is looked at once. */
function divide({columns, printed}: Table, records: Records): Divided {
  const cellOf = cellNumbers(records, columns);
  const classes = new Uint32Array(records.size);
  const held: (readonly number[])[] = [];
  const sizes = printed.map(() => 0);
  const numbers = new Map<string, number>();
  const classAt: number[] = [];
  for (let row = 0; row < records.size; row += 1) {
    const known = (classAt[cellOf(row)] ??= number(holdersOf(row)));
    classes[row] = known;
    for (const one of held[known] ?? []) sizes[one] = (sizes[one] ?? 0) + 1;
  }
  return {classes, size: held.length, held, sizes};

  function holdersOf(row: number): readonly number[] {
    const holds = ({terms}: PrintedGroup): boolean =>
      terms.every(({column, mask}) => mask[records.columns[column]?.[row] ?? 0] === 1);
    return [...printed.keys()].filter((at) => printed[at] !== undefined && holds(printed[at]));
  }

  function number(holders: readonly number[]): number {
    const name = holders.join();
    const known = numbers.get(name) ?? held.push(holders) - 1;
    numbers.set(name, known);
    return known;
  }
}
