import {valueWith, weightOf, type Quantity, type Records, ownColumns} from "../../audit/index.ts";
import type {Averages, Pair} from "./averages.ts";
import type {RecordChanges} from "./glue.ts";

/** Records that are looked at beside each one that a count holds, of these, and exchanges that are offered. */
const most = {partners: 800, members: 4, offers: 1_500};

/** Second exchanges that are offered with a first one. */
const mostSeconds = 4;

/** Records that exchange answers, and by how much that changes the count, as far as the first two of them go. */
export interface Exchange {
  readonly changes: RecordChanges;
  readonly by: number;
}

/** Whose answers may be exchanged. */
export interface Exchanging {
  readonly records: Records;
  /** The columns that statements look at together. */
  readonly edges: readonly (readonly number[])[];
  readonly averages: Averages;
}

/**
 * Exchanges of answers between two people that change a count. The columns in which they differ fall into groups that no
 * statement looks at together: a whole group may always be exchanged. A single column may where the statements bear it,
 * which whoever asks must see: the ages of two people within what means leave open, or with two others who make up for it.
 */
export function* exchanges({records, edges, averages}: Exchanging, quantity: Quantity): Generator<Exchange> {
  const {definition, columns, size} = records;
  const weigh = (valueOf: (column: number) => number): number => {
    let sum = 0;
    for (const part of quantity.parts) sum += weightOf(part, valueOf);
    return sum;
  };
  const asked = new Set(quantity.parts.flatMap((part) => ownColumns(part, definition)));
  const own = (row: number) => (column: number) => columns[column]?.[row] ?? 0;
  const counted = membersWhere(size, (row) => weigh(own(row)) !== 0);
  // Where nobody is counted, somebody whom a part holds and another takes away may come to be.
  const isHeld = (row: number): boolean => quantity.parts.some((part) => weightOf(part, own(row)) !== 0);
  const members = counted.length > 0 ? counted : membersWhere(size, isHeld);
  const step = Math.max(1, Math.floor(size / most.partners));
  let offers = 0;
  for (const one of members) {
    for (let other = one % step; other < size && offers < most.offers; other += step) {
      if (!isApart(asked, columns, [one, other])) continue;
      const before = weigh(own(one)) + weigh(own(other));
      for (const group of groupsToSwap(records, edges, [one, other])) {
        if (![...group].some((column) => asked.has(column))) continue;
        const swapped = (row: number, partner: number) =>
          valueWith((column) => columns[column]?.[group.has(column) ? partner : row] ?? 0, definition);
        const by = weigh(swapped(one, other)) + weigh(swapped(other, one)) - before;
        if (by === 0) continue;
        offers += 1;
        yield {changes: swap(records, [[one, other]], group), by};
        for (const changes of withSeconds({records, averages}, [one, other], group)) yield {changes, by};
      }
    }
  }
}

function membersWhere(size: number, isMember: (row: number) => boolean): readonly number[] {
  const members: number[] = [];
  for (let row = 0; row < size && members.length < most.members; row += 1) if (isMember(row)) members.push(row);
  return members;
}

/** Whether two records differ in one of some columns. */
function isApart(asked: Iterable<number>, columns: Records["columns"], [one, other]: Pair): boolean {
  for (const column of asked) if (columns[column]?.[one] !== columns[column]?.[other]) return true;
  return false;
}

/** What two records may exchange: groups that no statement looks at together, then single columns. */
function groupsToSwap(
  records: Records,
  edges: readonly (readonly number[])[],
  pair: readonly [number, number],
): readonly ReadonlySet<number>[] {
  const apart = groupsApart(records, edges, pair);
  const single = apart.flatMap((group) => (group.size === 1 ? [] : [...group].map((column) => new Set([column]))));
  return [...(apart.length > 1 ? apart : []), ...single];
}

/** The columns in which two records differ, in groups that no statement looks at together. */
function groupsApart(
  {columns, definition}: Records,
  edges: readonly (readonly number[])[],
  [one, other]: readonly [number, number],
): readonly ReadonlySet<number>[] {
  const root = new Int16Array(definition.columns.length).fill(-1);
  for (let column = 0; column < root.length; column += 1) {
    if (columns[column]?.[one] !== columns[column]?.[other]) root[column] = column;
  }
  const rootOf = (column: number): number => {
    let at = column;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  for (const edge of edges) {
    let first = -1;
    for (const column of edge) {
      if ((root[column] ?? -1) < 0) continue;
      if (first < 0) first = rootOf(column);
      else root[rootOf(column)] = first;
    }
  }
  const groups = new Map<number, Set<number>>();
  for (let column = 0; column < root.length; column += 1) {
    if ((root[column] ?? -1) < 0) continue;
    const at = rootOf(column);
    groups.set(at, (groups.get(at) ?? new Set<number>()).add(column));
  }
  return [...groups.values()];
}

/** An exchange of one column whose numbers are averaged, with another that makes up for it. */
function* withSeconds(
  {records, averages}: Omit<Exchanging, "edges">,
  pair: Pair,
  group: ReadonlySet<number>,
): Generator<RecordChanges> {
  const [column = 0] = group;
  if (group.size > 1) return;
  let offers = 0;
  for (const second of averages.makingUpFor(pair, column)) {
    yield swap(records, [pair, second], group);
    offers += 1;
    if (offers === mostSeconds) return;
  }
}

function swap({columns}: Records, pairs: readonly Pair[], group: ReadonlySet<number>): RecordChanges {
  const taken = (partner: number) => new Map([...group].map((column) => [column, columns[column]?.[partner] ?? 0]));
  return new Map(
    pairs.flatMap(([one, other]) => [
      [one, taken(other)],
      [other, taken(one)],
    ]),
  );
}
