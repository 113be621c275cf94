import {describe, expect, test} from "vitest";
import {surprisesOfTables} from "../../../src/confidential/expect/surprisesOfTables.ts";
import type {Tally} from "../../../src/confidential/expect/tally.ts";

type Table = NonNullable<Tally["extracts"][string]["table"]>;

const fates = {read: 0, quarantined: 0, outsidePeriod: 0, superseded: 0, counted: 0};

/** Which surprises a table gives, of the counts of its rows by part and of the records without an answer. */
function told(parts: Readonly<Record<string, readonly number[]>>, unstated: Table["unstated"] = []): readonly string[] {
  const multiples = (counts: readonly number[], of: number): number =>
    counts.filter((count) => count % of === 0).length;
  const table = {
    parts: Object.entries(parts).map(([of, counts]) => {
      return {of, rows: counts.length, fives: multiples(counts, 5), tens: multiples(counts, 10)};
    }),
    unstated,
  };
  return surprisesOfTables({extracts: {people: {...fates, faults: {}, months: {}, table}}}).map(({what}) => what);
}

const exact = [7, 12, 30, 41, 5, 18, 23, 66];
const tens = [10, 30, 120, 40, 50];
const fives = [5, 30, 125, 40, 55, 10, 15, 85];

describe("counts that were rounded are told", () => {
  test("where all are, once", () => {
    expect(told({"": tens, "AREA=kent": tens})).toEqual(["people: all counts are multiples of ten"]);
    expect(told({"": fives, "AREA=kent": fives})).toEqual(["people: all counts are multiples of five"]);
  });

  test("where those of one code are, beside others", () => {
    expect(told({"": [...exact, ...tens], "AREA=kent": tens, "AREA=surrey": exact})).toEqual([
      "people AREA=kent: all counts are multiples of ten, and others are not",
    ]);
  });

  test("but not where few rows may be so by chance", () => {
    expect(told({"": [...exact, 10, 20, 30, 40], "AREA=kent": [10, 20, 30, 40]})).toEqual([]);
    expect(told({"": [...exact, ...fives.slice(1)], "AREA=kent": fives.slice(1)})).toEqual([]);
    expect(told({"": []})).toEqual([]);
  });

  test("and no message holds a count", () => {
    expect(told({"": tens}).join()).not.toMatch(/\d/);
  });
});

describe("totals among the rows are told", () => {
  const rows = {"": exact};

  test("where as many records have no answer as have one", () => {
    expect(told(rows, [{column: "SEX", without: 202, others: 202}])).toEqual([
      "people SEX: as many records without an answer as with one, as totals among the rows would be",
    ]);
  });

  test("but not where they are others, or few", () => {
    expect(told(rows, [{column: "SEX", without: 201, others: 202}])).toEqual([]);
    expect(told(rows, [{column: "SEX", without: 8, others: 8}])).toEqual([]);
    expect(told(rows, [{column: "SEX", without: 0, others: 0}])).toEqual([]);
  });
});

test("an extract with a row for every form is no such table", () => {
  const extracts = {people: {...fates, faults: {}, months: {}}};
  expect(surprisesOfTables({extracts})).toEqual([]);
});
