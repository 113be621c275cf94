import fc from "fast-check";
import {expect, test} from "vitest";
import {ChangeCounter, ChangedPeople, countQuantities, type People, type Quantity} from "../../../src/audit/index.ts";
import {runs} from "../../invariants/runs.ts";
import {columns, peopleOf, rowsUpTo} from "./manyPeople.ts";
import {smallRecords} from "./smallPeople.ts";

/** How many values the columns of `manyPeople` have, the one that says "any of" last. */
const sizes = [...Object.values(columns).map(({length}) => length), 3];

const term = fc.nat({max: sizes.length - 1}).chain((column) =>
  fc.record({
    column: fc.constant(column),
    mask: fc
      .array(fc.nat({max: 1}), {minLength: sizes[column]!, maxLength: sizes[column]!})
      .map((holds) => Uint8Array.from(holds)),
  }),
);

/** Sums of several parts, with signs, with numbers, and of everybody. */
const quantity: fc.Arbitrary<Quantity> = fc.record({
  source: fc.constant(0),
  parts: fc.array(
    fc.oneof(
      fc.record({terms: fc.array(term, {maxLength: 3}), sign: fc.constantFrom(1, -1, 3)}),
      fc.record({terms: fc.array(term, {maxLength: 2}), weights: fc.constant({column: 2, of: [0, 5, -2, 7]})}),
    ),
    {minLength: 1, maxLength: 3},
  ),
});

const task = fc.record({
  rows: rowsUpTo(12),
  changes: fc.array(fc.tuple(fc.nat({max: 11}), fc.nat({max: 2}), fc.nat({max: 2})), {maxLength: 6}),
  quantities: fc.array(quantity, {maxLength: 8}),
});

function changed(base: People, changes: readonly (readonly [number, number, number])[]): ChangedPeople {
  const people = new ChangedPeople(base);
  for (const [row, column, value] of changes) people.change(0, row, [column, value]);
  people.derive();
  return people;
}

test("what changed records change of sums is what counting both populations anew tells", () => {
  fc.assert(
    fc.property(task, ({rows, changes, quantities}) => {
      const base = smallRecords(peopleOf(rows));
      const other = changed(base, changes);
      const [before, after] = [countQuantities(base, quantities), countQuantities(other.people, quantities)];
      const expected = [...before.keys()].flatMap((at) => {
        const by = after[at]! - before[at]!;
        return by === 0 ? [] : [[at, by] as const];
      });
      const counter = new ChangeCounter(quantities);
      const rowsChanged = other.rows();
      expect([...counter.between(base, other.people, rowsChanged)].sort(([a], [b]) => a - b)).toEqual(expected);
      const forbidden = new Set(expected.slice(0, 1).map(([at]) => at));
      const allows = (isAllowed: (at: number) => boolean): boolean =>
        counter.allows({base, other: other.people, rows: rowsChanged}, isAllowed);
      expect(allows((at) => !forbidden.has(at))).toBe(forbidden.size === 0);
      expect(allows(() => true)).toBe(true);
    }),
    {numRuns: runs({usual: 150, long: 5_000})},
  );
});

test("people who were changed are made the same again, what follows from their answers too", () => {
  fc.assert(
    fc.property(task, ({rows, changes}) => {
      const base = smallRecords(peopleOf(rows));
      const other = changed(base, changes);
      other.restore();
      expect(other.people).toEqual(base);
      expect(other.rows()).toEqual([[]]);
    }),
    {numRuns: runs({usual: 60, long: 2_000})},
  );
});
