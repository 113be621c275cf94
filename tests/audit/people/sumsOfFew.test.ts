import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {checkPeople, MeansOfFew, statementsOn, weightOf} from "../../../src/audit/index.ts";
import {saysLed, saysUnled} from "../../../src/audit/tells/dominance.ts";
import type {Sentence} from "../../../src/audit/tells/tells.ts";
import type {Release} from "../../../src/release/index.ts";
import {runs} from "../../invariants/runs.ts";
import {at, count, tinyRelease, variable, type Shown} from "../tinyRelease.ts";
import {alike, smallCertificate, smallDefinitions, smallRecords, type SmallPeople} from "./smallPeople.ts";

/** Whether all but the two largest of some numbers come to less than so many percent of the largest. */
function isLedIn(numbers: readonly number[], percent: number): boolean {
  const [first = 0, second = 0, ...others] = numbers.toSorted((a, b) => b - a);
  return others.reduce((sum, one) => sum + one, 0) * 100 < percent * first && second >= 0;
}

const limit = 12;
const asked = {
  known: {terms: []},
  column: 0,
  numbers: Array.from({length: limit + 1}, (_, number) => number),
};

function leadingIn(numbers: readonly number[]) {
  const [first = 0, second = 0] = numbers.toSorted((a, b) => b - a);
  const total = numbers.reduce((sum, one) => sum + one, 0);
  const contributors = numbers.filter((one) => one > 0).length;
  return {known: numbers.length, contributors, total, first, second, others: total - first - second};
}

function holds(sentences: readonly Sentence[], numbers: readonly number[]): boolean {
  return sentences.every(({parts, range: [lower, upper]}) => {
    const value = numbers.reduce(
      (sum, one) => sum + parts.reduce((all, part) => all + weightOf(part, () => one), 0),
      0,
    );
    return value >= lower && value <= upper;
  });
}

const number = fc.oneof(fc.constant(0), fc.integer({min: 0, max: 2}), fc.integer({min: 0, max: limit}));
const people = fc.array(number, {minLength: 3, maxLength: 12, size: "max"});

describe("what dominance tells, as sums over records,", () => {
  test.each([10, 25, 50, 100])("holds of those it is made of, and of nobody for whom it is not so: %d%%", (percent) => {
    let [led, unled] = [0, 0];
    fc.assert(
      fc.property(people, people, (base, other) => {
        const says = isLedIn(base, percent) ? saysLed : saysUnled;
        const sentences = says(asked, leadingIn(base), percent);
        expect(holds(sentences, base)).toBe(true);
        if (!holds(sentences, other)) return;
        expect(isLedIn(other, percent)).toBe(isLedIn(base, percent));
        if (isLedIn(base, percent)) led += 1;
        else unled += 1;
      }),
      {numRuns: runs({usual: 2_000, long: 100_000})},
    );
    expect([led > 0, unled > 0]).toEqual([true, true]);
  });

  test("does not hold of people who are led where a number is printed", () => {
    fc.assert(
      fc.property(people, (base) => {
        fc.pre(isLedIn(base, 10));
        expect(holds(saysUnled(asked, leadingIn(base), 10), base)).toBe(false);
      }),
    );
  });
});

const columns = {area: ["kent", "surrey"], sex: ["women", "men"], fines: ["0", "1", "2", "3", "20", "22", "none"]};
const numbers = [0, 1, 2, 3, 20, 22, null];

function peopleOf(rows: readonly string[]): SmallPeople {
  const stated = [0, 1, 2, 3, 4, 5];
  return {columns, rows, variables: {fines: {column: 2, categories: {stated, "not-stated": [6]}, numbers}}};
}

/** In Kent one has 22 of 26 fines; three others have some, and twelve of Surrey. */
const rows = [
  ...["kent women 22", ...alike(2, "kent men 1"), "kent women 2", ...alike(6, "kent men 0")],
  ...alike(6, "surrey men 3"),
  ...alike(6, "surrey women 2"),
];

function releaseOf(sums: Readonly<Record<string, Shown>>, counts: Readonly<Record<string, Shown>> = {}): Release {
  return tinyRelease({
    variables: {},
    counts: {},
    policy: {sumNeeds: 5},
    population: {
      variables: [
        variable("area", columns.area),
        variable("sex", columns.sex),
        {name: "fines", label: "Fines", kind: "number", categories: []},
      ],
    },
    cells: [
      ...Object.entries(counts).map(([place, shown]) => count("people", place, shown)),
      ...Object.entries(sums).map(([place, shown]) => ({
        address: {measure: "sum" as const, population: "people", at: at(place), variable: "fines"},
        cell:
          typeof shown === "number" ? {status: "published" as const, value: shown} : {status: "suppressed" as const},
      })),
    ],
  });
}

describe("a certificate leaves a sum open", () => {
  const check = (release: Release, changes: readonly (readonly number[])[] = []) =>
    checkPeople(
      [release],
      smallCertificate(
        peopleOf(rows),
        changes.map((own) => ({changes: [[...own]]})),
      ),
      {unsafe: new Set(), tooFew: new Set()},
    );
  const kent = "sum of fines of people [area=kent]";
  const fines = 2;

  test("that one dominates and that follows from the total, until it can differ by a tenth of the largest", () => {
    const release = releaseOf({"": 56, "area=kent": "c", "area=surrey": "c"});
    expect(check(release)).toMatchObject({holds: false, faults: []});
    expect(check(release).open).toContain(kent);
    // Two fewer in Kent and two more in Surrey are less than the three that it takes.
    const two = [0, fines, 4, 16, fines, 3, 17, fines, 3];
    expect(check(release, [two])).toMatchObject({faults: []});
    expect(check(release, [two]).open).toContain(kent);
    const three = [...two, 3, fines, 1, 18, fines, 3];
    expect(check(release, [three])).toMatchObject({faults: []});
    expect(check(release, [three]).open).not.toContain(kent);
  });

  test("of too few above nought, and of nobody but them", () => {
    const {open} = check(releaseOf({"": 56}));
    expect(open).toContain("sum of fines of people [area=kent, sex=women]");
    expect(open).toContain("sum of fines of everybody of people but [area=surrey]");
    expect(open).not.toContain("sum of fines of people [area=surrey]");
  });

  test("and finds people who do not give a sum that is printed, or give it by one who dominates", () => {
    expect(check(releaseOf({"": 55})).faults).not.toEqual([]);
    expect(check(releaseOf({"area=kent": 26})).faults).not.toEqual([]);
  });
});

test("nothing is asked of sums where no release has one", () => {
  const definitions = smallDefinitions(peopleOf(rows));
  const base = smallRecords(peopleOf(rows));
  const openIn = (release: Release) => {
    const statements = statementsOn([release], definitions, {tooFew: new Set(), base});
    return new MeansOfFew({releases: [release], definitions, base, statements}).open();
  };
  expect(openIn(releaseOf({}, {"": 22}))).toEqual([]);
  expect(openIn(releaseOf({"": 56})).length).toBeGreaterThan(0);
});
