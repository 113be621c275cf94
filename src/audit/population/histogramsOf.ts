import {columnsIn, type Quantity} from "./quantity.ts";
import {jointCounts, type JointCounts} from "./jointCounts.ts";
import type {Records} from "./records.ts";

/** How many records of some groups have each value of a column: of groups of one source, one list each, by value. */
export function histogramsOf(
  records: Records | undefined,
  groups: readonly Quantity[],
  column: number,
): readonly (readonly number[])[] {
  const tables = new Map<string, JointCounts>();
  return groups.map((group) => {
    const columns = [...new Set([...group.parts.flatMap(columnsIn), column])].sort((a, b) => a - b);
    const name = columns.join();
    const joint = tables.get(name) ?? (records && jointCounts(records, columns));
    if (joint === undefined) return [];
    tables.set(name, joint);
    return histogramIn(joint, group, column);
  });
}

function histogramIn({columns, values, counts}: JointCounts, {parts}: Quantity, column: number): readonly number[] {
  const own = values[columns.indexOf(column)];
  const tests = parts.map(({terms, sign = 1}) => ({
    sign,
    terms: terms.map((term) => ({mask: term.mask, of: values[columns.indexOf(term.column)]})),
  }));
  const found: number[] = [];
  counts.forEach((count, cell) => {
    const times = tests.reduce(
      (sum, {sign, terms}) => (terms.every(({mask, of}) => mask[of?.[cell] ?? 0] === 1) ? sum + sign : sum),
      0,
    );
    const value = own?.[cell] ?? 0;
    if (times !== 0) found[value] = (found[value] ?? 0) + times * count;
  });
  return Array.from(found, (count: number | undefined) => count ?? 0);
}
