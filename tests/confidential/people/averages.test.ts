import fc from "fast-check";
import {expect, test} from "vitest";
import {completeRecords, type PeopleStatement} from "../../../src/audit/index.ts";
import {Averages} from "../../../src/confidential/people/averages.ts";
import {runs} from "../../invariants/runs.ts";

const ages = [20, 21, 22, 30, 31, 32];
const definition = {
  name: "forms",
  records: 0,
  columns: [
    {name: "place", values: ["north", "south"]},
    {name: "age", values: ages.map(String)},
  ],
  derived: [],
  impossible: [],
};

/** A mean of the ages in the north, and a count of those under thirty. */
const statements = [
  statement([{terms: [{column: 0, mask: Uint8Array.of(1, 0)}], weights: {column: 1, of: ages}}]),
  statement([{terms: [{column: 1, mask: Uint8Array.of(1, 1, 1, 0, 0, 0)}]}]),
];

function statement(parts: PeopleStatement["parts"]): PeopleStatement {
  const address = {measure: "count", population: "people", at: {}} as const;
  return {key: "", release: 0, says: "implied", source: 0, parts, lower: 0, upper: 0, address};
}

const people = fc.array(fc.tuple(fc.nat({max: 1}), fc.nat({max: ages.length - 1})), {minLength: 2, maxLength: 20});

test("two exchanges keep the sum of ages of every place, and the second one everybody's band", () => {
  let found = 0;
  fc.assert(
    fc.property(people, (rows) => {
      const columns = [0, 1].map((column) => Uint16Array.from(rows, (row) => row[column] ?? 0));
      const records = completeRecords({...definition, records: rows.length}, columns);
      const averages = new Averages(records, statements);
      const sumIn = (place: number, held: readonly number[]) =>
        held.reduce((sum, age, row) => (rows[row]?.[0] === place ? sum + (ages[age] ?? 0) : sum), 0);
      const before = rows.map(([, age]) => age);
      for (const second of averages.makingUpFor([0, 1], 1)) {
        found += 1;
        const after = [...before];
        for (const [one, other] of [[0, 1] as const, second])
          [after[one], after[other]] = [before[other]!, before[one]!];
        expect(new Set([0, 1, ...second]).size).toBe(4);
        expect([sumIn(0, after), sumIn(1, after)]).toEqual([sumIn(0, before), sumIn(1, before)]);
        for (const row of second) expect(ages[after[row]!]! < 30).toBe(ages[before[row]!]! < 30);
      }
    }),
    {numRuns: runs({usual: 200, long: 5_000})},
  );
  expect(found).toBeGreaterThan(0);
});
