import {cellNumbers} from "./jointCounts.ts";
import {isSmall, type ListedGroup, type Publication, type Watch} from "./listed.ts";
import type {Part, Term} from "./quantity.ts";
import type {Records} from "./records.ts";
import type {Statement} from "./statement.ts";
import {statementsOn} from "./statements.ts";

/** A printed count of records of one source. */
interface Printed {
  readonly key: string;
  readonly source: number;
  readonly terms: readonly Term[];
}

/** The records in one printed count and in another, or in the first alone, which are few. */
interface Overlap {
  readonly one: number;
  readonly other: number;
  readonly isWithout: boolean;
  readonly count: number;
}

/** For two printed counts of one source those in both, and those in one and not in the other, where that is few. */
export function listOverlaps(publication: Publication, threshold: number): Watch {
  const {releases, definitions, base} = publication;
  const statements = statementsOn(releases, definitions, {tooFew: new Set(), base});
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

class OverlapsOf {
  readonly #printed: readonly Printed[];
  #overlaps: readonly Overlap[];

  constructor(
    printed: readonly Printed[],
    base: Records,
    {threshold, withNested}: {readonly threshold: number; readonly withNested: boolean},
  ) {
    this.#printed = printed;
    const members = membersOf(printed, base);
    const found: Overlap[] = [];
    forEachMeeting(members, (one, other, both) => {
      const size = members.rows[one]?.length ?? 0;
      if (one < other && isSmall(both, threshold)) found.push({one, other, isWithout: false, count: both});
      const isNested = both === (members.rows[other]?.length ?? 0);
      if (one !== other && isSmall(size - both, threshold) && (withNested || !isNested))
        found.push({one, other, isWithout: true, count: size - both});
    });
    this.#overlaps = found;
  }

  settle(records: Records): void {
    if (this.#overlaps.length === 0) return;
    const members = membersOf(this.#printed, records);
    const byOne = Map.groupBy(this.#overlaps, ({one}) => one);
    const met = meetingCounter(members);
    this.#overlaps = [...byOne].flatMap(([one, overlaps]) => {
      const counts = met(one);
      const size = members.rows[one]?.length ?? 0;
      return overlaps.filter(({other, isWithout, count}) => {
        const both = counts[other] ?? 0;
        return (isWithout ? size - both : both) === count;
      });
    });
  }

  open(): readonly ListedGroup[] {
    return this.#overlaps.flatMap(({one, other, isWithout}) => {
      const [a, b] = [this.#printed[one], this.#printed[other]];
      if (a === undefined || b === undefined) return [];
      const both: Part = {terms: [...a.terms, ...b.terms]};
      return [
        {
          name: isWithout ? `${a.key} and not ${b.key}` : `${a.key} and ${b.key}`,
          source: a.source,
          parts: isWithout ? [{terms: a.terms}, {...both, sign: -1}] : [both],
        },
      ];
    });
  }
}

function printedIn(statements: readonly Statement[], source: number): readonly Printed[] {
  const printed = statements.flatMap(({key, source: own, parts: [part, ...others], says, lower, upper}) =>
    says === "shown" && own === source && part !== undefined && others.length === 0 && upper > 0 && lower === upper
      ? [{key, source, terms: part.terms}]
      : [],
  );
  return [...new Map(printed.map((one) => [signatureOf(one), one])).values()];
}

function signatureOf({terms}: Printed): string {
  return terms
    .map(({column, mask}) => `${String(column)}:${mask.join("")}`)
    .sort()
    .join(" ");
}

/** By printed count the records in it, and by record the printed counts that hold it. */
interface Members {
  readonly rows: readonly (readonly number[])[];
  readonly holding: readonly (readonly number[])[];
}

function membersOf(printed: readonly Printed[], records: Records): Members {
  const rows: number[][] = printed.map(() => []);
  const holding: number[][] = Array.from({length: records.size}, () => []);
  const tables = Map.groupBy(printed.keys(), (at) => columnsOf(printed[at]).join());
  for (const [columns, own] of tables) placeRows({records, printed, own, columns: columns.split(",").map(Number)}, (row, at) => {
    rows[at]?.push(row);
    holding[row]?.push(at);
  }); // prettier-ignore
  return {rows, holding};
}

interface Table {
  readonly records: Records;
  readonly printed: readonly Printed[];
  readonly own: readonly number[];
  readonly columns: readonly number[];
}

/** Tells of every record which printed counts over some columns hold it; every combination of values is looked at once. */
function placeRows({records, printed, own, columns}: Table, place: (row: number, at: number) => void): void {
  const cellOf = cellNumbers(records, columns);
  const held: (readonly number[])[] = [];
  for (let row = 0; row < records.size; row += 1) {
    const cell = cellOf(row);
    const known = (held[cell] ??= own.filter((at) =>
      printed[at]?.terms.every(({column, mask}) => mask[records.columns[column]?.[row] ?? 0] === 1),
    ));
    for (const at of known) place(row, at);
  }
}

function columnsOf(printed: Printed | undefined): readonly number[] {
  return [...new Set(printed?.terms.map(({column}) => column))].sort((a, b) => a - b);
}

function forEachMeeting(members: Members, tell: (one: number, other: number, both: number) => void): void {
  const met = meetingCounter(members);
  members.rows.forEach((_, one) => {
    const counts = met(one);
    counts.forEach((both, other) => {
      if (both > 0) tell(one, other, both);
    });
  });
}

/** Counts for one printed count how many of its records each other holds. */
function meetingCounter({rows, holding}: Members): (one: number) => Int32Array {
  const counts = new Int32Array(rows.length);
  return (one) => {
    counts.fill(0);
    for (const row of rows[one] ?? []) for (const other of holding[row] ?? []) counts[other] = (counts[other] ?? 0) + 1;
    return counts;
  };
}
