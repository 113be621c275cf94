import {expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {tinyRelease} from "../../audit/tinyRelease.ts";
import {dictionary, smallProject, smallReport} from "../sources/files/smallProject.ts";
import {openProject} from "../../../src/publication/index.ts";

const {populations} = vocabularyFor(openProject(smallProject()), smallReport());
const variables = populations.flatMap((population) => population.variables);
const reads = (name: string) => variables.find((one) => one.name === name)?.reads;

test("a column of codes says which code is of which category, with the list's rows for not stated", () => {
  expect(reads("sex")).toEqual({
    as: "code",
    column: "SEX",
    list: "sex",
    categories: {male: ["1"], female: ["2"], "not-stated": ["9"]},
    blank: "not-stated",
  });
  expect(reads("drug-class")).toMatchObject({column: "DRUG1", categories: {hard: ["H"], soft: ["C", "O"]}});
});

test("blanks are of the category that the dictionary counts them with", () => {
  expect(reads("in-region")).toMatchObject({
    categories: {inside: ["K", "S"], elsewhere: ["L", "X"]},
    blank: "elsewhere",
  });
});

test("a code that comes back with another meaning says from when", () => {
  const rows = [
    "code,name,label,text,role,valid_from,valid_to",
    "1,male,Men,men,,,2007-03-31",
    "1,third,Third,third,,2007-04-01,",
    "2,female,Women,women,,2007-04-01,",
  ];
  const list = `${rows.join("\n")}\n`;
  const [clients] = vocabularyFor(
    openProject(smallProject({"data/codelists/sex.csv": list})),
    smallReport(),
  ).populations;
  expect(clients?.variables.find(({name}) => name === "sex")?.reads).toMatchObject({
    categories: {male: ["1"], third: ["1 from 2007-04-01"], female: ["2"], "not-stated": []},
  });
});

test("a question with several answers says its codes, and whether there is any says the list", () => {
  expect(reads("wants")).toEqual({
    as: "codes",
    column: "WANTS",
    list: "wants",
    categories: {advice: ["A"], beds: ["B"]},
  });
  expect(reads("any-wants")).toEqual({as: "answered", column: "WANTS", list: "wants"});
});

test("whether a date is there has no list", () => {
  const more = `${dictionary}  has-dob: {label: Born known, answered: DOB}\n`;
  const project = smallProject({"data/dictionaries/small.yaml": more});
  const [clients] = vocabularyFor(openProject(project), smallReport()).populations;
  expect(clients?.variables.find(({name}) => name === "has-dob")?.reads).toEqual({as: "answered", column: "DOB"});
});

test("ages and their groups say the dates and where they end", () => {
  expect(reads("age")).toEqual({as: "years", from: "DOB", to: "SEEN", between: [10, 100]});
  expect(reads("age-group")).toEqual({
    as: "bands",
    from: "DOB",
    to: "SEEN",
    between: [10, 100],
    categories: {young: [null, 29], old: [30, null]},
  });
});

test("a span says in what it is counted, and a number its column, its decimals and its limits in steps", () => {
  expect(reads("wait")).toEqual({as: "days", from: "SEEN", to: "TRIAGED", between: [0, 60]});
  expect(reads("offences")).toEqual({as: "number", column: "OFFENCES", between: [0, 50]});
  const spend = {column: "SPEND", decimals: 1, between: [0, 999]};
  expect(reads("spend")).toEqual({as: "number", ...spend});
  const categories = {little: [null, 99], much: [100, null]};
  expect(reads("spend-band")).toEqual({as: "number-bands", ...spend, categories});
  expect(variables.find(({name}) => name === "spend")).toMatchObject({unit: "pounds", decimals: 1});
});

test("any of several columns says which codes mean yes and no in each", () => {
  const codes = {list: "drugs", yes: ["H"], no: ["C", "O"]};
  expect(reads("problem")).toEqual({
    as: "any-of",
    columns: [
      {column: "DRUG1", ...codes},
      {column: "DRUG2", ...codes},
    ],
  });
});

test("what the builder knows of forms is read from the form", () => {
  expect([reads("fate"), reads("usable"), reads("period")]).toEqual([
    {as: "form", what: "fate"},
    {as: "form", what: "usable"},
    {as: "form", what: "period"},
  ]);
});

test("a release carries what its variables read", () => {
  const population = {variables: populations[0]!.variables as never};
  const {vocabulary} = tinyRelease({variables: {}, population, counts: {}});
  expect(vocabulary.populations[0]?.variables.map((one) => one.reads)).toEqual(
    populations[0]!.variables.map((one) => one.reads),
  );
});

test("a release without them, as releases were before, is read as ever", () => {
  const release = tinyRelease({variables: {v: ["a", "b"]}, counts: {"": 20}});
  expect(release.vocabulary.populations[0]?.variables[0]).not.toHaveProperty("reads");
});
