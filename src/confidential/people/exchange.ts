import {weightOf, type Quantity, type Records} from "../../audit/index.ts";
import type {RecordChanges} from "./glue.ts";
import {valueWith} from "./ownColumns.ts";

/** Records that are looked at beside each one that a count holds, and of these. */
const most = {partners: 800, members: 4};

/**
 * Two people who exchange some of their answers, so that a count changes and no statement does: the columns in which they
 * differ fall into groups that no statement looks at together, and a whole group may be exchanged. `edges`: the columns
 * that statements look at together. Undefined where none were found among those tried.
 */
export function exchange(
  records: Records,
  edges: readonly (readonly number[])[],
  quantity: Quantity,
): RecordChanges | undefined {
  const {definition, columns, size} = records;
  const weigh = (valueOf: (column: number) => number): number =>
    quantity.parts.reduce((sum, part) => sum + weightOf(part, valueWith(valueOf, definition)), 0);
  const own = (row: number) => (column: number) => columns[column]?.[row] ?? 0;
  const members: number[] = [];
  for (let row = 0; row < size && members.length < most.members; row += 1) if (weigh(own(row)) !== 0) members.push(row);
  const step = Math.max(1, Math.floor(size / most.partners));
  for (const one of members) {
    for (let other = one % step; other < size; other += step) {
      for (const group of groupsApart(records, edges, [one, other])) {
        const swapped = (row: number, partner: number) => (column: number) =>
          own(group.has(column) ? partner : row)(column);
        const before = weigh(own(one)) + weigh(own(other));
        const after = weigh(swapped(one, other)) + weigh(swapped(other, one));
        if (after !== before) return swap(records, [one, other], group);
      }
    }
  }
  return undefined;
}

/** The columns in which two records differ, in groups that no statement looks at together; none where there is only one. */
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
  return groups.size > 1 ? [...groups.values()] : [];
}

function swap({columns}: Records, [one, other]: readonly [number, number], group: ReadonlySet<number>): RecordChanges {
  const taken = (partner: number) => new Map([...group].map((column) => [column, columns[column]?.[partner] ?? 0]));
  return new Map([
    [one, taken(other)],
    [other, taken(one)],
  ]);
}
