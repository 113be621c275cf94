import {weightOf, type Quantity, type Records} from "../../audit/index.ts";
import type {RecordChanges} from "./glue.ts";
import {valueWith} from "./ownColumns.ts";

/** Records that are looked at beside each one that a count holds, of these, and exchanges that are offered. */
const most = {partners: 800, members: 4, offers: 1_500};

/**
 * Exchanges of answers between two people that change a count. The columns in which they differ fall into groups that no
 * statement looks at together: a whole group may always be exchanged. A single column may where the statements bear it,
 * which whoever asks must see: the ages of two people within what means leave open. `edges`: the columns that statements
 * look at together.
 */
export function* exchanges(
  records: Records,
  edges: readonly (readonly number[])[],
  quantity: Quantity,
): Generator<RecordChanges> {
  const {definition, columns, size} = records;
  const weigh = (valueOf: (column: number) => number): number =>
    quantity.parts.reduce((sum, part) => sum + weightOf(part, valueWith(valueOf, definition)), 0);
  const own = (row: number) => (column: number) => columns[column]?.[row] ?? 0;
  const members: number[] = [];
  for (let row = 0; row < size && members.length < most.members; row += 1) if (weigh(own(row)) !== 0) members.push(row);
  const step = Math.max(1, Math.floor(size / most.partners));
  let offers = 0;
  for (const one of members) {
    for (let other = one % step; other < size && offers < most.offers; other += step) {
      const before = weigh(own(one)) + weigh(own(other));
      for (const group of groupsToSwap(records, edges, [one, other])) {
        const swapped = (row: number, partner: number) => (column: number) =>
          own(group.has(column) ? partner : row)(column);
        if (weigh(swapped(one, other)) + weigh(swapped(other, one)) === before) continue;
        offers += 1;
        yield swap(records, [one, other], group);
      }
    }
  }
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

function swap({columns}: Records, [one, other]: readonly [number, number], group: ReadonlySet<number>): RecordChanges {
  const taken = (partner: number) => new Map([...group].map((column) => [column, columns[column]?.[partner] ?? 0]));
  return new Map([
    [one, taken(other)],
    [other, taken(one)],
  ]);
}
