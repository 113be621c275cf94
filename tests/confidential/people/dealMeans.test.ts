import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {copyOf, countQuantities, MeansOfFew, statementsOn, type People, tieColumns} from "../../../src/audit/index.ts";
import type {RecordChanges} from "../../../src/confidential/people/glue.ts";
import {MeanDealer} from "../../../src/confidential/people/MeanDealer.ts";
import {spreadNumbers} from "../../../src/confidential/people/spreadNumbers.ts";
import {alike, smallDefinitions, smallRecords, type SmallPeople} from "../../audit/people/smallPeople.ts";
import {at, count, tinyRelease, variable} from "../../audit/tinyRelease.ts";
import {runs} from "../../invariants/runs.ts";

const ages = ["14", "15", "16", "17", "18", "22", "23", "24", "25", "40", "60"];
const columns = {sex: ["women", "men"], area: ["kent", "surrey"], age: ages};
const variables = {
  age: {column: 2, categories: {stated: [...ages.keys()]}, numbers: ages.map(Number)},
  band: {column: 2, categories: {young: [0, 1, 2, 3, 4], older: [5, 6, 7, 8, 9, 10]}},
};

/** People with what is published of them: the mean of each place, and the counts of some. */
function publish(rows: readonly string[], {means, counts}: {means: readonly string[]; counts: readonly string[]}) {
  const small: SmallPeople = {columns, rows, variables};
  const isAt = (place: string) => (row: string) =>
    Object.entries(at(place)).every(([name, category]) =>
      name === "band" ? Number(row.split(" ")[2]) < 20 === (category === "young") : row.split(" ").includes(category),
    );
  const sizeOf = (place: string) => rows.filter(isAt(place)).length;
  const meanOf = (place: string) =>
    rows.filter(isAt(place)).reduce((sum, row) => sum + Number(row.split(" ")[2]), 0) / sizeOf(place);
  const release = tinyRelease({
    variables: {},
    counts: {},
    policy: {meanNeeds: 4, meanWidth: 5},
    population: {
      variables: [
        variable("sex", columns.sex),
        variable("area", columns.area),
        variable("band", ["young", "older"]),
        {name: "age", label: "Age", kind: "number", categories: []},
      ],
    },
    cells: [
      ...counts.map((place) => count("people", place, sizeOf(place))),
      ...means
        .filter((place) => sizeOf(place) >= 4)
        .map((place) => ({
          address: {measure: "mean", population: "people", variable: "age", at: at(place)} as const,
          cell: {status: "published", value: Math.floor(10 * meanOf(place) + 0.5 + 1e-9) / 10} as const,
        })),
    ],
  });
  const [releases, definitions, base] = [[release], smallDefinitions(small), smallRecords(small)];
  const statements = statementsOn(releases, definitions, {tooFew: new Set(), base});
  const ofFew = new MeansOfFew({releases, definitions, base, statements});
  return {base, statements, means: ofFew, ties: tieColumns(base, statements)};
}

function changed(base: People, changes: RecordChanges): People {
  const people = base.map(copyOf);
  for (const [row, values] of changes) for (const [column, value] of values) people[0]!.columns[column]![row] = value;
  return people;
}

const row = fc
  .tuple(...Object.values(columns).map((values) => fc.constantFrom(...values)))
  .map((words) => words.join(" "));
const cases = fc.record({
  rows: fc.array(row, {minLength: 6, maxLength: 24, size: "max"}),
  means: fc.subarray(["", "sex=women", "area=kent", "area=surrey"], {minLength: 1}),
  counts: fc.subarray([
    "",
    "sex=women",
    "band=young",
    "area=kent,band=young",
    "sex=men,band=older",
    "area=kent,sex=men",
  ]),
});

describe("means of few are moved without a search, and every statement stays as it is", () => {
  test.each([true, false])("by exchanges, of numbers alone: %s", (isOfNumbers) => {
    fc.assert(
      fc.property(cases, fc.constantFrom(1 as const, -1 as const), ({rows, ...asked}, direction) => {
        const {base, statements, means, ties} = publish(rows, asked);
        const dealer = new MeanDealer(base, ties);
        const {changes = new Map<number, Map<number, number>>()} =
          dealer.deal(means.open(), {direction, isOfNumbers}) ?? {};
        expect(countQuantities(changed(base, changes), statements)).toEqual(countQuantities(base, statements));
      }),
      {numRuns: runs({usual: 60, long: 3_000})},
    );
  });

  test("by spreading the numbers of those who are tied to them", () => {
    fc.assert(
      fc.property(cases, ({rows, ...asked}) => {
        const {base, statements, means, ties} = publish(rows, asked);
        const own = {records: base[0]!, statements, means: means.open(), ties: ties[0]!};
        const tiesOfCounts = tieColumns(base, statements.filter(({parts}) => parts.every((part) => !part.weights)))[0]!; // prettier-ignore
        const changes = spreadNumbers({...own, tiesOfCounts});
        expect(countQuantities(changed(base, changes), statements)).toEqual(countQuantities(base, statements));
      }),
      {numRuns: runs({usual: 60, long: 3_000})},
    );
  });
});

test("a woman's age is exchanged with that of somebody much older, and then of somebody younger", () => {
  const rows = ["women kent 40", ...alike(3, "men kent 16"), ...alike(3, "men kent 60")];
  const {base, means, ties} = publish(rows, {means: [""], counts: []});
  const dealer = new MeanDealer(base, ties);
  const few = means.open().filter(({name}) => name === "mean of age of people [sex=women]");
  const ageIn = (direction: 1 | -1) => {
    const {changes} = dealer.deal(few, {direction, isOfNumbers: true})!;
    return ages[changed(base, changes)[0]!.columns[2]![0]!];
  };
  expect([ageIn(1), ageIn(-1)]).toEqual(["60", "16"]);
  expect(dealer.deal(few, {direction: 1, isOfNumbers: true})).toBeUndefined();
});

test("where all who share a mean are young, some take the ages of people elsewhere, and others make up for it", () => {
  const rows = [
    ...alike(2, "women kent 18"),
    ...alike(8, "men kent 18"),
    ...alike(9, "men surrey 22"),
    "men surrey 23",
  ];
  const {base, means, ties} = publish(rows, {means: ["area=kent", "area=surrey"], counts: ["band=young"]});
  const few = means.open().filter(({name}) => name === "mean of age of people [sex=women]");
  const changes = spreadNumbers({records: base[0]!, statements: [], means: few, ties: ties[0]!, tiesOfCounts: []});
  const before = base[0]!.columns[2]!.slice(0, 10);
  const after = changed(base, changes)[0]!.columns[2]!.slice(0, 10);
  const sum = (values: Uint16Array) => values.reduce((total, value) => total + Number(ages[value]), 0);
  expect(sum(after)).toBe(sum(before));
  expect(new Set(after).size).toBeGreaterThan(new Set(before).size);
});
