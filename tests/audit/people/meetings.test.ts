import fc from "fast-check";
import {expect, test} from "vitest";
import {meet} from "../../../src/audit/people/meetings.ts";
import {runs} from "../../invariants/runs.ts";

/** Classes of some records: few, or so many that a table of all pairs would be mostly empty. */
const classes = fc.tuple(fc.constantFrom(4, 5_000), fc.nat({max: 30})).chain(([size, records]) =>
  fc.record({
    size: fc.constant(size),
    one: fc.array(fc.nat({max: size - 1}), {minLength: records, maxLength: records}),
    other: fc.array(fc.nat({max: size - 1}), {minLength: records, maxLength: records}),
  }),
);

test("two divisions of records meet in as many records as are in a class of each, however many classes there are", () => {
  fc.assert(
    fc.property(classes, ({size, one, other}) => {
      const counts = meet({classes: Uint32Array.from(one), size}, {classes: Uint16Array.from(other), size});
      const told: string[] = [];
      counts.forEach((a, b, count) => told.push(`${String(a)} ${String(b)}: ${String(count)}`));
      const wanted = [...Map.groupBy(one.keys(), (row) => `${String(one[row])} ${String(other[row])}`)];
      expect(told.sort()).toEqual(wanted.map(([pair, {length}]) => `${pair}: ${String(length)}`).sort());
      for (const [pair, {length}] of wanted)
        expect(counts.get(...(pair.split(" ").map(Number) as [number, number]))).toBe(length);
      expect(counts.get(size - 1, 0)).toBe(one.filter((a, row) => a === size - 1 && other[row] === 0).length);
    }),
    {numRuns: runs({usual: 60, long: 2_000})},
  );
});
