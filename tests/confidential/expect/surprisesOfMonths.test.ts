import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {formsByMonth} from "../../../src/confidential/expect/formsByMonth.ts";
import {sameMonths, surprisesOfMonths} from "../../../src/confidential/expect/surprisesOfMonths.ts";
import type {Tally} from "../../../src/confidential/expect/tally.ts";
import type {ExtractModel} from "../../../src/confidential/dictionary/variableModel.ts";
import type {RecordAnswer} from "../../../src/confidential/sources/recordAnswers.ts";
import {monthsIn} from "../../../src/publication/index.ts";
import {usualBounds} from "../sources/files/smallProject.ts";

const year = (first: number, counts: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    monthsIn({from: `${first}-04-01`, to: `${first + 1}-03-31`}).map((month, at) => [month, counts[at] ?? 0]),
  );

function tally(first: number, counts: readonly number[]): Tally {
  const fates = {read: 0, quarantined: 0, outsidePeriod: 0, superseded: 0, counted: 0};
  return {
    schema: "smallprint-tally/1",
    edition: "one",
    synthetic: true,
    period: {from: `${first}-04-01`, to: `${first + 1}-03-31`},
    extracts: {people: {...fates, faults: {}, months: {...year(first, counts)}}},
    populations: {},
  };
}

const usual = [101, 96, 110, 104, 99, 87, 120, 111, 70, 95, 98, 103];
const told = (counts: readonly number[], bounds = usualBounds) =>
  surprisesOfMonths(tally(2007, counts), bounds).map(({what}) => what);

describe("a month with far fewer forms than the others is told", () => {
  test("where the last ones have not come yet, or one was lost", () => {
    expect(told(usual.with(11, 20))).toEqual(["people 2008-03: far fewer forms than in other months"]);
    expect(told(usual.with(3, 0).with(4, 0))).toEqual(["people 2007-07: no forms", "people 2007-08: no forms"]);
  });

  test("and no message holds a number of forms", () => {
    expect(told(usual.with(11, 23)).join()).not.toContain("23");
  });

  test("but not within the bounds, of few forms, or where most months have none", () => {
    expect(told(usual)).toEqual([]);
    expect(told(usual.with(11, 20), {...usualBounds, month: 90})).toEqual([]);
    expect(told(usual.map((count) => Math.round(count / 5)).with(11, 1))).toEqual([]);
    expect(told([0, 0, 0, 0, 0, 0, 0, 4000, 0, 0, 0, 0])).toEqual([]);
  });

  test("and not by chance", () => {
    const month = fc.integer({min: 80, max: 120});
    fc.assert(
      fc.property(fc.array(month, {minLength: 12, maxLength: 12}), (counts) => {
        expect(told(counts)).toEqual([]);
      }),
    );
  });
});

describe("the same numbers month by month as of other days", () => {
  const since = (before: Tally, now: Tally) => sameMonths(before, now).map(({what}) => what);

  test("are last year's file with other dates", () => {
    expect(since(tally(2007, usual), tally(2008, usual))).toEqual(["people: as many forms in every month as before"]);
  });

  test("are no surprise of the same days, of few forms, or where one month is other", () => {
    expect(since(tally(2007, usual), tally(2007, usual))).toEqual([]);
    expect(since(tally(2007, [1, 2, 3]), tally(2008, [1, 2, 3]))).toEqual([]);
    expect(since(tally(2007, usual), tally(2008, usual.with(4, 100)))).toEqual([]);
    expect(since(tally(2007, []), tally(2008, usual))).toEqual([]);
  });
});

test("forms are counted by the months of the days that are counted, and by none where these are no whole months", async () => {
  const answers: readonly RecordAnswer[] = [
    {kind: "month", is: "2007-05"},
    {kind: "month", is: "outside"},
    {kind: "month", is: "no-date"},
  ];
  const source = {
    answers: () => Promise.resolve({columns: [{answers, values: [0, 1, 2, 0]}], times: [3, 50, 7, 2]}),
  };
  const model = (to: string) => ({window: {from: "2007-04-01", to}, dictionary: {period: "SEEN"}}) as ExtractModel;
  expect(await formsByMonth(source, "people", model("2007-06-30"))).toEqual({"2007-04": 0, "2007-05": 5, "2007-06": 0});
  expect(await formsByMonth(source, "people", model("2007-06-12"))).toEqual({});
});
