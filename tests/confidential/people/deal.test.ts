import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {countQuantities, statementsOn, type People, tieColumns} from "../../../src/audit/index.ts";
import {dealAgain, turnAll, turned} from "../../../src/confidential/people/deal.ts";
import {randomFrom} from "../../../src/confidential/people/random.ts";
import {runs} from "../../invariants/runs.ts";
import {peopleOf, places, printing, rowsUpTo} from "../../audit/people/manyPeople.ts";
import {alike, smallDefinitions, smallRecords, type SmallPeople} from "../../audit/people/smallPeople.ts";
import {tinyRelease} from "../../audit/tinyRelease.ts";

const publications = fc.record({
  rows: rowsUpTo(40),
  shown: fc.subarray([...places], {maxLength: 8}),
  seed: fc.nat(),
});

interface Case {
  readonly rows: readonly string[];
  readonly shown: readonly string[];
  readonly seed: number;
}

/** People dealt anew, with the statements about them. */
function dealt({rows, shown, seed}: Case) {
  const small = peopleOf(rows);
  const people = smallRecords(small);
  const statements = statementsOn([printing(shown, rows, 5)], smallDefinitions(small), {
    tooFew: new Set(),
    base: people,
  });
  const ties = tieColumns(people, statements);
  return {people, statements, ties, base: dealAgain(people, ties, randomFrom(seed))};
}

const values = (people: People) => people.map(({columns}) => columns.map((own) => [...own]));
const few = {numRuns: runs({usual: 150, long: 5_000})};

describe("people dealt anew", () => {
  test("give everything that is published", () => {
    fc.assert(
      fc.property(publications, (one) => {
        const {people, base, statements} = dealt(one);
        expect([...countQuantities(base, statements)]).toEqual([...countQuantities(people, statements)]);
      }),
      few,
    );
  });

  test("give it after turns of every column too", () => {
    fc.assert(
      fc.property(publications, (one) => {
        const {base, ties, statements} = dealt(one);
        const other = turned(base, turnAll(base, ties, randomFrom(one.seed)));
        expect([...countQuantities(other, statements)]).toEqual([...countQuantities(base, statements)]);
      }),
      few,
    );
  });

  test("are the same for the same extract, in whatever order its rows stand", () => {
    fc.assert(
      fc.property(publications, (one) => {
        const {base} = dealt(one);
        expect(values(dealt(one).base)).toEqual(values(base));
        expect(values(dealt({...one, rows: one.rows.toReversed()}).base)).toEqual(values(base));
        expect(values(dealt({...one, rows: [...one.rows].sort()}).base)).toEqual(values(base));
      }),
      few,
    );
  });

  test("hold no more and no other answers than before, column by column", () => {
    fc.assert(
      fc.property(publications, (one) => {
        const {people, base} = dealt(one);
        const sorted = (of: People) => of[0]!.columns.slice(0, 3).map((own) => [...own].sort());
        expect(sorted(base)).toEqual(sorted(people));
      }),
      few,
    );
  });
});

describe("of two answers that nothing published ties together", () => {
  const small: SmallPeople = {
    columns: {sex: ["women", "men"], area: ["kent", "surrey"]},
    rows: [...alike(200, "women kent"), ...alike(200, "men surrey")],
  };
  const womenOfKent = {source: 0, parts: [{terms: [0, 1].map((column) => ({column, mask: Uint8Array.of(1, 0)}))}]};

  function womenOfKentAfter(counts: Readonly<Record<string, number>>): number {
    const variables = {sex: ["women", "men"], area: ["kent", "surrey"]};
    const people = smallRecords(small);
    const statements = statementsOn([tinyRelease({variables, counts})], smallDefinitions(small), {
      tooFew: new Set(),
      base: people,
    });
    return countQuantities(dealAgain(people, tieColumns(people, statements), randomFrom(1)), [womenOfKent])[0]!;
  }

  test("people dealt anew keep no association", () => {
    const left = womenOfKentAfter({"sex=women": 200, "area=kent": 200});
    expect(left).toBeGreaterThan(75);
    expect(left).toBeLessThan(125);
  });

  test("but all of it where a table shows both", () => {
    expect(womenOfKentAfter({"sex=women,area=kent": 200})).toBe(200);
  });
});

test("what no record can be is no record after dealing", () => {
  const small: SmallPeople = {
    columns: {prison: ["men's", "mixed"], sex: ["women", "men"]},
    rows: [...alike(30, "men's men"), ...alike(20, "mixed women"), ...alike(20, "mixed men")],
    impossible: [{columns: [0, 1], values: [[0, 0]]}],
  };
  const people = smallRecords(small);
  const [{columns}] = dealAgain(people, tieColumns(people, []), randomFrom(1)) as [People[number]];
  expect([...columns[0]!.keys()].filter((row) => columns[0]![row] === 0 && columns[1]![row] === 0)).toEqual([]);
});

test("what any of several columns said before corrections is as it was after dealing", () => {
  const rows = [
    ...[..."abcdef"].flatMap(() => ["heroin other m none", "crack heroin f none", "crack other m none"]),
    ...[..."abcd"].flatMap(() => ["crack other f none", "heroin heroin m none", "heroin other f none"]),
    "crack other m one",
  ];
  const then = (column: number, name: string) => ({name, revises: column, by: 3, values: [null, 0]});
  const small: SmallPeople = {
    columns: {main: ["heroin", "crack"], second: ["heroin", "other"], sex: ["m", "f"], corrections: ["none", "one"]},
    rows,
    derived: [
      then(0, "main then"),
      then(1, "second then"),
      {name: "heroin then", of: [4, 5].map((column) => ({column, says: [2, 1]}))},
    ],
    variables: {heroin: {column: 6, categories: {yes: [2], no: [1]}}},
  };
  const people = smallRecords(small);
  const release = tinyRelease({variables: {heroin: ["yes", "no"], sex: ["m", "f"]}, counts: {"heroin=yes,sex=m": 11}});
  const statements = statementsOn([release], smallDefinitions(small), {tooFew: new Set(), base: people});
  const before = [...countQuantities(people, statements)];
  expect(before).toEqual([11]);
  for (let seed = 1; seed <= 20; seed += 1) {
    const base = dealAgain(people, tieColumns(people, statements), randomFrom(seed));
    expect([...countQuantities(base, statements)]).toEqual(before);
  }
});
