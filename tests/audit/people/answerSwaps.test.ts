import fc from "fast-check";
import {expect, test} from "vitest";
import {populationsOf, statementsOn, tieColumns, type Term} from "../../../src/audit/index.ts";
import {AnswerSwaps} from "../../../src/audit/people/AnswerSwaps.ts";
import {complementOf} from "../../../src/audit/people/byNature.ts";
import {termOf} from "../../../src/audit/population/terms.ts";
import {runs} from "../../invariants/runs.ts";
import {columns, isAt, peopleOf, places, printing, rowsUpTo} from "./manyPeople.ts";
import {smallDefinitions, smallRecords} from "./smallPeople.ts";

const singles = places.filter((place) => place !== "" && !place.includes(","));
const publications = fc.record({
  rows: rowsUpTo(5),
  shown: fc.subarray([...places], {maxLength: 8}),
  group: fc.constantFrom(...singles),
  side: fc.constantFrom(...singles),
});

/** All people that come of some by an exchange of one answer between two of them, and give the same counts. */
function exchanged(rows: readonly string[], shown: readonly string[]): readonly (readonly string[])[] {
  const counts = (people: readonly string[]) =>
    shown.map((place) => people.filter((one) => isAt(one, place)).length).join();
  const words = rows.map((row) => row.split(" "));
  return words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other, beyond) =>
      Object.keys(columns).flatMap((_, column) => {
        const swapped = rows
          .with(at, one.with(column, other[column]!).join(" "))
          .with(at + 1 + beyond, other.with(column, one[column]!).join(" "));
        return counts(swapped) === counts(rows) ? [swapped] : [];
      }),
    ),
  );
}

function canBeBySwaps({
  rows,
  shown,
  group,
  side,
}: {
  rows: readonly string[];
  shown: readonly string[];
  group: string;
  side: string;
}): boolean {
  const small = peopleOf(rows);
  const [definitions, base] = [smallDefinitions(small), smallRecords(small)];
  const statements = statementsOn([printing(shown, rows, 5)], definitions, {tooFew: new Set(), base});
  const population = populationsOf(definitions, 0).get("people")!;
  const termAt = (place: string): Term => termOf(population, place.split("=")[0]!, place.split("=")[1]!)!;
  const swaps = new AnswerSwaps(base[0]!, tieColumns(base, statements)[0]!);
  return swaps.canBe([termAt(group), complementOf(termAt(side), population.source)]);
}

test("whatever somebody could be by exchanges, somebody is among people who give the same counts", () => {
  let found = 0;
  fc.assert(
    fc.property(publications, (one) => {
      if (!canBeBySwaps(one)) return;
      const isThere = (people: readonly string[]) =>
        people.some((record) => isAt(record, one.group) && !isAt(record, one.side));
      const near = [one.rows, ...exchanged(one.rows, one.shown)];
      if (!isThere(one.rows)) found += 1;
      expect(near.some(isThere) || near.some((people) => exchanged(people, one.shown).some(isThere))).toBe(true);
    }),
    {numRuns: runs({usual: 400, long: 20_000})},
  );
  expect(found).toBeGreaterThan(10);
});
