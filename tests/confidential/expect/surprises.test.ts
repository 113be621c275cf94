import {randomLcg} from "d3";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {checkExpectations} from "../../../src/confidential/expect/checkExpectations.ts";
import {surprisesSince} from "../../../src/confidential/expect/surprises.ts";
import {surprisesOfItself} from "../../../src/confidential/expect/surprisesOfForms.ts";
import type {Tally} from "../../../src/confidential/expect/tally.ts";
import {smallReport, usualBounds} from "../sources/files/smallProject.ts";

type Shares = Readonly<Record<string, Readonly<Record<string, number>>>>;

const usual: Shares = {
  sex: {male: 700, female: 280, "not-stated": 20},
  tested: {yes: 600, no: 380, "not-stated": 20},
  seen: {yes: 300, no: 690, "not-stated": 10},
};

const forms = {
  read: 1300,
  quarantined: 10,
  outsidePeriod: 30,
  superseded: 260,
  counted: 1000,
  faults: {"SEX unlisted-code": 4},
  months: {},
};

function tally(
  variables: Shares,
  more: Partial<Tally["extracts"][string]> = {},
  places: Readonly<Record<string, Shares>> = {},
): Tally {
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0);
  const counted = (own: Shares) => ({
    records: sum(Object.values(own)[0] ?? {}),
    variables: structuredClone(own) as Record<string, Record<string, number>>,
  });
  return {
    schema: "smallprint-tally/1",
    edition: "one",
    synthetic: true,
    period: {from: "2007-04-01", to: "2008-03-31"},
    extracts: {people: {...forms, ...more}},
    populations: {
      clients: {
        ...counted(variables),
        places: Object.fromEntries(Object.entries(places).map(([place, own]) => [place, counted(own)])),
      },
    },
  };
}

const since = (before: Tally, now: Tally, bounds = usualBounds) =>
  surprisesSince(before, now, bounds).map(({what}) => what);
const scaled = (shares: Shares, by: number): Shares =>
  Object.fromEntries(
    Object.entries(shares).map(([name, counts]) => [
      name,
      Object.fromEntries(Object.entries(counts).map(([one, count]) => [one, Math.round(count * by)])),
    ]),
  );

describe("records that changed", () => {
  test.each<[string, Shares, readonly string[]]>([
    ["as before", usual, []],
    ["a tenth more", scaled(usual, 1.1), []],
    ["half of them", scaled(usual, 0.5), ["clients: fewer"]],
    [
      "sexes exchanged",
      {...usual, sex: {male: 280, female: 700, "not-stated": 20}},
      ["clients sex=male and sex=female: changed places"],
    ],
    [
      "columns exchanged",
      {...usual, tested: usual.seen ?? {}, seen: usual.tested ?? {}},
      [
        "clients tested=yes: lower",
        "clients tested=no: higher",
        "clients seen=yes: higher",
        "clients seen=no: lower",
        "clients tested and seen: changed places",
      ],
    ],
    [
      "a column without its answers",
      {...usual, tested: {yes: 300, no: 190, "not-stated": 510}},
      ["clients tested=yes: lower", "clients tested=no: lower", "clients tested=not-stated: higher"],
    ],
    ["a category gone", {...usual, sex: {male: 720, female: 280, "not-stated": 0}}, ["clients sex=not-stated: gone"]],
    ["a new one", {...usual, sex: {male: 690, female: 260, other: 30, "not-stated": 20}}, ["clients sex=other: new"]],
  ])("%s", (_, now, told) => {
    expect(since(tally(usual), tally(now))).toEqual(told);
  });

  test("a variable may have bounds of its own", () => {
    const now = {...usual, tested: {yes: 400, no: 580, "not-stated": 20}};
    expect(since(tally(usual), tally(now))).toEqual(["clients tested=yes: lower", "clients tested=no: higher"]);
    expect(since(tally(usual), tally(now), {...usualBounds, variables: {tested: {share: 30}}})).toEqual([]);
  });

  test("numbers of periods of other lengths are not held against each other", () => {
    const quarter = {...tally(scaled(usual, 0.25)), period: {from: "2008-04-01", to: "2008-06-30"}};
    expect(since(tally(usual), quarter)).toEqual([]);
  });

  test("a place is told where all together are as before, and what all tell is not told again", () => {
    const kent = {tested: {yes: 120, no: 75, "not-stated": 5}};
    const other = {tested: {yes: 60, no: 135, "not-stated": 5}};
    const places = (own: Shares) => ({"area=kent": own});
    expect(since(tally(usual, {}, places(kent)), tally(usual, {}, places(other)))).toEqual([
      "clients area=kent tested=yes: lower",
      "clients area=kent tested=no: higher",
    ]);
    const all = {...usual, tested: {yes: 300, no: 680, "not-stated": 20}};
    expect(since(tally(usual, {}, places(kent)), tally(all, {}, places(other)))).toEqual([
      "clients tested=yes: lower",
      "clients tested=no: higher",
    ]);
  });

  test.each([
    [{superseded: 900, counted: 360}, ["people superseded: more"]],
    [{outsidePeriod: 800}, ["people outside the period: more"]],
    [{quarantined: 120}, ["people set aside as faulty: more"]],
    [{faults: {"SEX unlisted-code": 90}}, ["people SEX unlisted-code: more"]],
    [{superseded: 200}, []],
  ])("forms with %j", (more, told) => {
    expect(since(tally(usual), tally(usual, more))).toEqual(told);
  });
});

test.each([
  [{read: 65_535}, ["people: as many rows as a sheet of a workbook can hold"]],
  [{read: 1_048_575}, ["people: as many rows as a sheet of a workbook can hold"]],
  [{read: 65_000}, []],
  [{faults: {"SEX unlisted-code": 14}}, ["people SEX unlisted-code: many"]],
  [{faults: {"SEX unlisted-code": 12}}, []],
  [{read: 100, faults: {"SEX unlisted-code": 4}}, []],
])("forms by themselves with %j", (more, told) => {
  expect(surprisesOfItself(tally(usual, more), usualBounds).map(({what}) => what)).toEqual(told);
});

test("what many unlisted codes have in common stands beside them", () => {
  const now = tally(usual, {faults: {"SEX unlisted-code": 200}});
  const hints = new Map([["people SEX unlisted-code", "they are names"]]);
  expect(surprisesOfItself(now, usualBounds, hints)).toMatchObject([{hint: "they are names"}]);
  const report = {...smallReport(), bounds: usualBounds};
  expect(() => checkExpectations({tally: now, hints}, [], report)).toThrow(
    "people SEX unlisted-code: many, against its own forms (they are names)",
  );
});

// Two draws from one and the same population differ by chance alone.
test("chance alone stops nothing", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 2 ** 31}), (seed) => {
      const random = randomLcg(seed / 2 ** 32);
      const drawn = (): Shares =>
        Object.fromEntries(
          [0.02, 0.1, 0.3, 0.5, 0.9].map((chance) => {
            const yes = Array.from({length: 400}, random).filter((one) => one < chance).length;
            return [`at-${String(chance * 100)}`, {yes, no: 400 - yes}];
          }),
        );
      expect(since(tally(drawn()), tally(drawn()))).toEqual([]);
    }),
    {numRuns: 200},
  );
});

test("what is told names no number", () => {
  const now = {
    ...usual,
    sex: {male: 280, female: 700, "not-stated": 20},
    tested: {yes: 300, no: 190, "not-stated": 510},
  };
  for (const what of since(tally(usual), tally(now))) expect(what).not.toMatch(/\d/);
});
