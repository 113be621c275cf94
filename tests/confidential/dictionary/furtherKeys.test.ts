import {describe, expect, test} from "vitest";
import {referenceFigures} from "../../../src/confidential/dictionary/referenceFigures.ts";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {ingest} from "../../../src/confidential/sources/files/ingest.ts";
import {tabulate} from "../../../src/confidential/tabulate/tabulate.ts";
import {cellKey, expandQuery, openProject, parseQuery} from "../../../src/publication/index.ts";
import {extract, form, projectWith, smallReport} from "../sources/files/smallProject.ts";

const rows = [
  "kent,2006,young,100",
  "kent,2006,old,200",
  "kent,2007,young,110",
  "kent,2007,old,",
  "south,2006,old,900",
  "leeds,2006,old,777",
];

const files = (table: readonly string[]): Readonly<Record<string, string>> => ({
  "data/codelists/years.csv": "code,name,label,text\n,2006,2006,2006\n,2007,2007,2007\n",
  "data/codelists/ages.csv": "code,name,label,text\n,young,Young,young\n,old,Old,old\n",
  "data/reference/people.yaml": `title: People
source: A census
licence: open
key: {variable: area, label: Area, list: areas, region-total: true}
further-keys:
  - {variable: year, label: Year, list: years}
  - {variable: age-group, label: Age group, list: ages}
columns:
  all: {label: All people, unit: people, decimals: 0}
`,
  "data/reference/people.csv": ["area,year,age-group,all", ...table, ""].join("\n"),
});

const report = smallReport(["people"]);
const project = (table: readonly string[] = rows) => openProject(projectWith(extract(form()), files(table)));

/** The figures that a query of the reference asks, in its order. */
function asked(text: string, table: readonly string[] = rows): readonly (number | undefined)[] {
  const opened = project(table);
  const figures = referenceFigures(opened, report);
  return expandQuery(parseQuery(text), vocabularyFor(opened, report)).map(({address}) =>
    address.measure === "value" ? figures(address)?.value : undefined,
  );
}

describe("a reference by area, year and age group", () => {
  test("is asked for one category of each", () => {
    expect(asked("value people.all area=kent year=2006 age-group=old")).toEqual([200]);
    expect(asked("value people.all area=region year=2006 age-group=old")).toEqual([900]);
    expect(asked("value people.all area=kent year=2007 age-group=old")).toEqual([undefined]);
    expect(asked("value people.all area=surrey year=2006 age-group=old")).toEqual([undefined]);
  });

  test("or for all of some, in the order of the query", () => {
    expect(asked("value people.all age-group=young by year, area")).toEqual(
      [100, undefined, undefined, 110, undefined, undefined], // Kent, Surrey and the region, of 2006 and of 2007
    );
  });

  test("and a query that leaves one open is refused with its name", () => {
    expect(() => asked("value people.all area=kent age-group=old")).toThrow(
      /it is not clear which rows of "people" are asked .*\. Name one, e\.g\. year=2006, or all of them: by year\./,
    );
    expect(() => asked("value people.all area=kent year=1999 age-group=old")).toThrow("1999");
  });

  test("divides the counts of the same area and age group, of the year that is named nowhere else", () => {
    // The populations have no variable of years: a rate cannot say which it means.
    expect(() => asked("rate clients by area, age-group per people.all")).toThrow(
      'no variable says which row of "people" to divide by',
    );
  });
});

test("a rate finds its row by every key of its reference", async () => {
  const twoKeys = {
    ...files(rows),
    "data/reference/people.yaml": (files(rows)["data/reference/people.yaml"] ?? "").replace(/.*variable: year.*\n/, ""),
    "data/reference/people.csv": "area,age-group,all\nkent,young,1000\nkent,old,2000\nsurrey,old,4000\n",
  };
  const lines = [form(), form(), form({DOB: "01/02/1985"}), form({AREA: "S"}), form({AREA: "S", DOB: "01/02/1985"})];
  const opened = openProject(projectWith(extract(...lines), twoKeys));
  const vocabulary = vocabularyFor(opened, report);
  const rates = expandQuery(parseQuery("rate clients by area, age-group per people.all"), vocabulary);
  await using source = await ingest({project: opened, report});
  const addresses = rates.map(({address}) => address);
  const cells = await tabulate(addresses, {source, figures: referenceFigures(opened, report), vocabulary});
  expect(addresses.map((address) => [cellKey(address), cells.get(cellKey(address))])).toMatchObject([
    [
      "rate clients [age-group=young,area=kent] per people.all [age-group=young,area=kent]",
      {count: 1, per: {value: 1000}},
    ],
    ["rate clients [age-group=old,area=kent] per people.all [age-group=old,area=kent]", {count: 2, per: {value: 2000}}],
    ["rate clients [age-group=young,area=surrey] per people.all [age-group=young,area=surrey]", {count: 1}],
    [
      "rate clients [age-group=old,area=surrey] per people.all [age-group=old,area=surrey]",
      {count: 1, per: {value: 4000}},
    ],
  ]);
  expect(cells.get(cellKey(addresses[2]!))).not.toHaveProperty("per");
});

describe("a row of such a table is refused, with its line,", () => {
  test.each([
    ["where one of its categories is in no list", ["kent,2005,old,1"], 'line 2: "2005" is no category of "year"'],
    ["where its categories come again", ["kent,2006,old,1", "kent,2006,old,2"], 'line 3: "kent, 2006, old" has a row'],
  ])("%s", (_, table, message) => {
    expect(() => vocabularyFor(project(table), report)).toThrow(message);
  });
});
