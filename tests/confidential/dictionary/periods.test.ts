import {expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {expandQuery, openProject, parseQuery} from "../../../src/publication/index.ts";
import {dictionary, smallProject, smallReport} from "../sources/files/smallProject.ts";

const periods = `  month: {label: Month seen, period: {of: SEEN, in: month}}
  year: {label: Year seen, period: {of: SEEN, in: year, year: financial}}
  calendar-year: {label: Calendar year seen, period: {of: SEEN, in: year, year: calendar}}
  triage-quarter: {label: Quarter of triage, period: {of: TRIAGED, in: quarter, year: financial}}
  triaged: {label: Triaged, answered: TRIAGED}
`;

function vocabularyWith(variables: string, report = smallReport()) {
  const files = {"data/dictionaries/small.yaml": `${dictionary}${variables}`};
  return vocabularyFor(openProject(smallProject(files)), report);
}

const vocabulary = vocabularyWith(periods);
const population = (name: string) => vocabulary.populations.find((one) => one.name === name)!;
const variable = (of: string, name: string) => population(of).variables.find((one) => one.name === name)!;
const names = (of: string, name: string) => variable(of, name).categories.map((category) => category.name);

test("a variable of periods has those of the edition, in their order", () => {
  const quarters = ["2007-08-q1", "2007-08-q2", "2007-08-q3", "2007-08-q4"];
  expect(names("forms", "quarter")).toEqual([...quarters, "not-stated"]);
  expect(names("clients", "triage-quarter")).toEqual([...quarters, "not-stated"]);
  expect(names("forms", "month")).toHaveLength(13);
  expect(variable("clients", "calendar-year").categories.map(({label}) => label)).toEqual([
    "April to December 2007",
    "January to March 2008",
  ]);
});

test("it says which days are read into which category", () => {
  expect(variable("clients", "quarter").reads).toEqual({
    as: "period",
    column: "SEEN",
    in: "quarter",
    year: "financial",
    selects: true,
    categories: {
      "2007-08-q1": ["2007-04-01", "2007-06-30"],
      "2007-08-q2": ["2007-07-01", "2007-09-30"],
      "2007-08-q3": ["2007-10-01", "2007-12-31"],
      "2007-08-q4": ["2008-01-01", "2008-03-31"],
    },
  });
});

test("a client always has the date that the form was selected by", () => {
  expect(names("clients", "quarter")).not.toContain("not-stated");
});

test("months lie in their quarter and year, and quarters in theirs; other dates in neither", () => {
  const within = (name: string, of = "month") =>
    variable("forms", of).categories.find((one) => one.name === name)?.within;
  expect(within("2008-01")).toEqual({quarter: "2007-08-q4", year: "2007-08", "calendar-year": "2008"});
  expect(within("2007-08-q3", "quarter")).toEqual({year: "2007-08", "calendar-year": "2007"});
  expect(within("not-stated")).toMatchObject({quarter: "not-stated"});
  expect(within("2007-08-q3", "triage-quarter")).toBeUndefined();
});

test("a form has a period exactly where the date that selects it lies in what is counted", () => {
  const possible = (of: string, ...asked: string[]) =>
    population(of)
      .combinations?.find(({variables}) => variables.join() === asked.join())
      ?.possible.map((tuple) => tuple.join(" "));
  expect(possible("forms", "year", "fate")).toEqual([
    "2007-08 counted",
    "2007-08 superseded",
    "2007-08 quarantined",
    "not-stated outside-period",
    "not-stated quarantined",
  ]);
  expect(possible("forms", "year", "period")).toEqual([
    "2007-08 inside",
    "not-stated outside",
    "not-stated unreadable",
  ]);
  expect(possible("clients", "year", "fate")).toBeUndefined();
  expect(possible("clients", "triage-quarter", "triaged")).not.toContain("2007-08-q1 no");
});

const places = (query: string) =>
  expandQuery(parseQuery(query), vocabulary).map(({address: {at}}) => JSON.stringify(at));

test("of forms that count none is without a period of the date that selects them, and no row says so", () => {
  expect(places("count forms by quarter")).toHaveLength(4);
  expect(places("count forms by quarter among fate=quarantined")).toHaveLength(5);
  expect(places("count forms by quarter among fate=superseded")).toHaveLength(4);
  expect(places("count forms by triage-quarter")).toHaveLength(5);
});

test("places relative to the edition are those of its period", () => {
  const found = (query: string) => expandQuery(parseQuery(query), vocabulary)[0]?.address.at;
  expect(found("count clients quarter=latest")).toEqual({quarter: "2007-08-q4"});
  expect(found("count clients month=before")).toEqual({month: "2008-02"});
  expect(found("share clients sex=male among quarter=before")).toEqual({sex: "male", quarter: "2007-08-q3"});
  expect(found("count clients year=latest")).toEqual({year: "2007-08"});
});

test.each([
  ["quarter=year-before", /no whole quarter of "Quarter seen" is a year before the latest.*history/s],
  ["year=before", /no whole year of "Year seen" is before the latest/],
  ["calendar-year=latest", /no whole year of "Calendar year seen" ends with the edition's period/],
  ["sex=latest", /no category of sex "latest"/],
])("%s is refused where there is no such period", (place, message) => {
  expect(() => expandQuery(parseQuery(`count clients ${place}`), vocabulary)).toThrow(message);
});

test.each([
  ["no date", "{of: SEX, in: quarter, year: financial}", /column "SEX"/],
  ["no column", "{of: SENE, in: month}", /no column "SENE"/],
  ["no kind of period", "{of: SEEN, in: week}", /month, quarter or year/],
  ["no kind of year", "{of: SEEN, in: quarter}", /the field "year" is missing/],
  [
    "years that forms could lie beyond",
    "{of: SEEN, in: year, year: edition, months-before: 6}",
    /"SEEN" selects forms/,
  ],
  ["months before a financial year", "{of: TRIAGED, in: year, year: financial, months-before: 6}", /months-before/],
  ["a kind of year for months", "{of: SEEN, in: month, year: financial}", /year/],
])("a variable of periods is refused with its place where it names %s", (_, period, message) => {
  const refused = () => vocabularyWith(`  when: {label: When, period: ${period}}\n`);
  expect(refused).toThrow(message);
  expect(refused).toThrow(/small\.yaml, line 5\d/);
});

test("years that end with an edition, or before it, know the later dates no more", () => {
  const years = "  since: {label: Year of triage, period: {of: TRIAGED, in: year, year: edition, months-before: 3}}\n";
  const own = vocabularyWith(years).populations.find(({name}) => name === "clients")!.variables;
  const {categories, reads} = own.find(({name}) => name === "since")!;
  expect(categories.map(({label}) => label)).toEqual(["April to December 2007", "Not stated"]);
  expect(reads).toEqual({
    as: "period",
    column: "TRIAGED",
    in: "year",
    categories: {"to-2007-12": ["2007-04-01", "2007-12-31"]},
  });
});

test("an edition that begins amid a month has no periods, and says so", () => {
  const report = {...smallReport(), period: {...smallReport().period, from: "2007-04-06"}};
  expect(() => vocabularyWith(periods, report)).toThrow(/counts from 2007-04-06 to 2008-03-31\. Begin its period/);
});
