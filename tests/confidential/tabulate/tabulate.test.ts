import {writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {referenceFigures} from "../../../src/confidential/dictionary/referenceFigures.ts";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {ingest} from "../../../src/confidential/sources/files/ingest.ts";
import {tabulate} from "../../../src/confidential/tabulate/tabulate.ts";
import type {Tabulation} from "../../../src/confidential/tabulate/tabulation.ts";
import {cellKey, type CellAddress, type Coordinates, openProject} from "../../../src/publication/index.ts";
import {extract, form, projectWith, smallProject, smallReport} from "../sources/files/smallProject.ts";
import {clientsOf, countByHand, type SmallForm} from "./countByHand.ts";

const people = (at: Coordinates, population = "clients"): CellAddress => ({measure: "count", population, at});

const reference = {
  "data/reference/people.yaml": `title: People
source: A census
licence: open
key: {variable: area, label: Area, list: areas, region-total: true}
columns:
  all: {label: All people, unit: people, decimals: 0}
`,
  "data/reference/people.csv": "area,all\nkent,2000\nsouth,5000\nleeds,7000\n",
};

/** The numbers of a cell alone. */
function countsIn(tabulation: Tabulation, address: CellAddress): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(tabulation.get(cellKey(address)) ?? {}).filter(([name]) => name !== "address"),
  );
}

async function cellsOf(lines: readonly string[], addresses: readonly CellAddress[]) {
  const root = projectWith(extract(...lines), reference);
  const report = smallReport(["people"]);
  const project = openProject(root);
  await using source = await ingest({project, report});
  const asked = {source, figures: referenceFigures(project, report), vocabulary: vocabularyFor(project, report)};
  const tabulation = await tabulate(addresses, asked);
  return {
    keys: [...tabulation.keys()],
    cells: addresses.map((address) => {
      return countsIn(tabulation, address);
    }),
  };
}

describe("age", () => {
  const ageGroupOn = async (DOB: string, SEEN: string) => {
    const mean: CellAddress = {measure: "mean", population: "clients", at: {}, variable: "age"};
    return (await cellsOf([form({DOB, SEEN, TRIAGED: ""})], [mean])).cells[0];
  };
  test("rises on the birthday", async () => {
    expect(await ageGroupOn("10/05/1977", "09/05/2007")).toMatchObject({count: 1, sum: 29, decimals: 0});
    expect(await ageGroupOn("10/05/1977", "10/05/2007")).toMatchObject({count: 1, sum: 30, decimals: 0});
  });
  test("of somebody born on 29 February rises on 1 March", async () => {
    expect(await ageGroupOn("29/02/1976", "29/02/2008")).toMatchObject({count: 1, sum: 32, decimals: 0});
    expect(await ageGroupOn("29/02/1980", "28/02/2008")).toMatchObject({count: 1, sum: 27, decimals: 0});
    expect(await ageGroupOn("28/02/1979", "28/02/2008")).toMatchObject({count: 1, sum: 29, decimals: 0});
  });
});

test("every count that a cell rests on is counted too", async () => {
  const share: CellAddress = {measure: "share", population: "clients", at: {sex: "male"}, base: {sex: "stated"}};
  const {keys} = await cellsOf([form()], [share]);
  expect(keys.sort()).toEqual(["count clients [sex=male]", "count clients [sex=stated]", cellKey(share)].sort());
});

test("rates and values take their figures from the reference, the region's where no area is named", async () => {
  const per = {reference: "people", column: "all"};
  const rate = (at: Coordinates, key: Coordinates): CellAddress => ({
    measure: "rate",
    population: "clients",
    at,
    per: {...per, at: key},
  });
  const value = (area: string): CellAddress => ({measure: "value", population: "people", at: {area}, column: "all"});
  const {cells} = await cellsOf(
    [form({AREA: "K"}), form({AREA: "S"})],
    [rate({area: "kent"}, {area: "kent"}), rate({}, {}), value("kent"), value("surrey"), value("region")],
  );
  const scaled = {scale: {times: 1000, over: 1}, isOfPeople: true};
  expect(cells).toEqual([
    {count: 1, per: {value: 2000, isOfPeople: true}, ...scaled},
    {count: 2, per: {value: 5000, isOfPeople: true}, ...scaled},
    {count: 0, figure: {value: 2000, isOfPeople: true}},
    {count: 0},
    {count: 0, figure: {value: 5000, isOfPeople: true}},
  ]);
});

test("forms are counted by their fate, broken ones included", async () => {
  const one = (answers: Readonly<Record<string, string>>) => form({CLIENT: "CANARY-1", ...answers});
  const lines = [one({}), one({}), form({SEEN: "01/05/2009", TRIAGED: ""}), form({SEEN: "junk"}), "broken,CANARY"];
  const fates = ["counted", "superseded", "outside-period", "quarantined"].map((fate) => people({fate}, "forms"));
  const periods = ["inside", "outside", "unreadable"].map((period) => people({period}, "forms"));
  const sexes = ["male", "female", "not-stated"].map((sex) => people({sex, usable: "yes"}, "forms"));
  const {cells} = await cellsOf(lines, [...fates, ...periods, ...sexes, people({}, "forms")]);
  expect(cells.map(({count}) => count)).toEqual([1, 1, 1, 2, 2, 1, 2, 2, 0, 0, 5]);
});

test("faults are counted by rule, column and what followed", async () => {
  const lines = [form(), form({SEX: "?", DRUG1: "?"}), form({SEX: "?"}), form({CLIENT: ""}), "broken,CANARY"];
  const at: readonly Coordinates[] = [
    {},
    {rule: "unlisted-code"},
    {column: "sex"},
    {rule: "unlisted-code", column: "drug1"},
    {severity: "form-quarantined"},
    {column: "record"},
  ];
  const {cells} = await cellsOf(lines, at.map((place) => people(place, "faults"))); // prettier-ignore
  expect(cells.map(({count}) => count)).toEqual([5, 3, 2, 1, 2, 1]);
});

test("a name that the vocabulary lacks is refused, never counted as nought", async () => {
  await expect(cellsOf([form()], [people({sex: "men"})])).rejects.toThrow('"sex" has no category "men"');
  await expect(cellsOf([form()], [people({gender: "male"})])).rejects.toThrow('no variable "gender"');
});

const date = (from: string, days: number) =>
  fc.integer({min: 0, max: days}).map((after) => {
    const day = new Date(Date.parse(from) + after * 86_400_000).toISOString().slice(0, 10);
    return day.split("-").reverse().join("/");
  });
const anyForm: fc.Arbitrary<SmallForm> = fc.record({
  CLIENT: fc.constantFrom("CANARY-1", "CANARY-2", "CANARY-3", "CANARY-4", "CANARY-5", "CANARY-6", ""),
  DOB: fc.oneof(date("1960-01-01", 14_000), fc.constantFrom("", "29/02/1976", "01/01/1905")),
  SEX: fc.constantFrom("1", "2", "9", "", "?"),
  SEEN: date("2007-03-25", 380),
  TRIAGED: fc.oneof(date("2007-05-01", 4), fc.constant("")),
  AREA: fc.constantFrom("K", "S", "L", "X", "", "?"),
  DRUG1: fc.constantFrom("H", "C", "", "?"),
  DRUG2: fc.constantFrom("H", "C", "", "?"),
  WANTS: fc.constantFrom("", "A", "B", "A;B", "B;A;B", "?", "A;?"),
});

const categories: Readonly<Record<string, readonly string[]>> = {
  sex: ["male", "female", "not-stated", "stated"],
  age: ["stated", "not-stated"],
  "age-group": ["young", "old", "not-stated", "stated"],
  area: ["kent", "surrey", "outside", "not-stated", "stated"],
  "in-region": ["inside", "elsewhere"],
  drug: ["heroin", "cannabis", "not-stated", "stated"],
  "drug-class": ["hard", "soft", "not-stated", "stated"],
  problem: ["yes", "no", "not-stated", "stated"],
  wants: ["advice", "beds", "stated", "not-stated"],
  "any-wants": ["yes", "no"],
};
const allPlaces = Object.entries(categories).flatMap(([name, own]) => own.map((category) => ({[name]: category})));
const pairs = allPlaces.flatMap((one) => allPlaces.map((other) => ({...one, ...other})));
const allCells = pairs.flatMap((at): readonly CellAddress[] => [
  people(at),
  {measure: "share", population: "clients", at, base: {sex: "stated"}},
  {measure: "mean", population: "clients", at, variable: "age"},
]);

test("every cell of small extracts is what counting by hand gives", async () => {
  const root = smallProject(reference);
  const report = smallReport(["people"]);
  const vocabulary = vocabularyFor(openProject(root), report);
  await fc.assert(
    fc.asyncProperty(fc.array(anyForm, {minLength: 1, maxLength: 30}), async (forms) => {
      const clients = clientsOf(forms);
      fc.pre(clients.length > 0);
      writeFileSync(join(root, "people.csv"), extract(...forms.map((answers) => form(answers))));
      await using source = await ingest({project: openProject(root), report});
      const tabulation = await tabulate(allCells, {source, figures: () => undefined, vocabulary});
      for (const address of allCells) {
        expect(countsIn(tabulation, address), cellKey(address)).toEqual(countByHand(clients, address));
      }
    }),
    {numRuns: 12, seed: 2008},
  );
}, 60_000);
