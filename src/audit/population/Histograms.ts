import {columnsIn, type Quantity} from "./quantity.ts";
import {jointCounts, type JointCounts} from "./jointCounts.ts";
import type {People} from "./records.ts";

/** How many records of groups have each value of a column. Groups that look at the same columns are counted together. */
export class Histograms {
  readonly #people: People;
  readonly #tables = new Map<string, JointCounts>();

  /** `people`: they must not change while they are looked at. */
  constructor(people: People) {
    this.#people = people;
  }

  /** By value of the column, how many records of a group have it. */
  of(group: Quantity, column: number): readonly number[] {
    const columns = [...new Set([...group.parts.flatMap(columnsIn), column])].sort((a, b) => a - b);
    const name = `${String(group.source)}: ${columns.join()}`;
    const records = this.#people[group.source];
    const joint = this.#tables.get(name) ?? (records && jointCounts(records, columns));
    if (joint === undefined) return [];
    this.#tables.set(name, joint);
    return histogramIn(joint, group, column);
  }
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
