import {expect, test} from "vitest";
import type {Column} from "../../../src/confidential/dictionary/dictionary.ts";
import {mapColumns} from "../../../src/confidential/mapping/mapColumns.ts";
import type {Sample} from "../../../src/confidential/sources/sample.ts";

const codes = new Map([
  ["sex", new Set(["1", "2"])],
  ["prisons", new Set(["BNI", "HDI", "LEI", "SPI", "WII", "RDI", "MTI", "EYI"])],
]);

const sex: Column = {name: "SEX", title: "Sex", required: false, also: ["gender"], type: "code", list: "sex"};
const born: Column = {name: "DOB", title: "Date of birth", required: false, type: "date"};
const triage: Column = {name: "TRIAGED", title: "Date of triage", required: false, type: "date"};
const prison: Column = {
  name: "PRISON",
  title: "Prison of first contact",
  required: false,
  type: "code",
  list: "prisons",
};
const reference: Column = {name: "CLIENTID", title: "Client reference", required: true, type: "text", unique: false};

const sample = (headers: string[], ...rows: string[][]): Sample => ({headers, rows});
const headersOf = (given: Sample, columns: Column[]): (string | undefined)[] =>
  mapColumns(given, columns, codes).map(({header}) => header);

test("a column of the same name is sure, whatever its case", () => {
  const [match] = mapColumns(sample(["sex"], ["1"]), [sex], codes);
  expect(match).toMatchObject({header: "sex", certainty: "same name"});
});

test("a column is known by its title, written in another way", () => {
  expect(headersOf(sample(["DateOfBirth", "triage_date"], ["1/2/1970", "3/4/2007"]), [triage, born])).toEqual([
    "triage_date",
    "DateOfBirth",
  ]);
});

test("a column is known by another name that its dictionary lists", () => {
  expect(headersOf(sample(["Gender"], ["2"]), [sex])).toEqual(["Gender"]);
});

test("values of the wrong shape speak against a name that is alike", () => {
  expect(headersOf(sample(["date_of_birth_source"], ["passport"]), [born])).toEqual([undefined]);
});

test("codes of a long list speak for a column whose name says nothing", () => {
  const [match] = mapColumns(sample(["V7"], ["BNI"], ["HDI"], ["LEI"], ["SPI"]), [prison], codes);
  expect(match).toMatchObject({header: "V7", certainty: "guess"});
});

test("a few values of a long list do not, since they are in many lists", () => {
  expect(headersOf(sample(["V7"], ["BNI"], ["HDI"], ["BNI"], [""]), [prison])).toEqual([undefined]);
});

test("codes of a short list do not, since they fit by chance", () => {
  expect(headersOf(sample(["V7"], ["1"], ["2"]), [sex])).toEqual([undefined]);
});

test("a header stands for one column only, the likelier one", () => {
  expect(headersOf(sample(["client_ref"], ["CANARY-1"]), [born, reference])).toEqual([undefined, "client_ref"]);
});

test("a match says nothing of the values that it was judged by", () => {
  const matches = mapColumns(sample(["ref", "dob"], ["CANARY-1", "01/02/1970"]), [reference, born, sex], codes);
  expect(JSON.stringify(matches)).not.toMatch(/CANARY|1970/);
});

test("two letters are no likeness, of names or of codes", () => {
  const ethnic: Column = {name: "ETHNIC", title: "Ethnicity", required: false, type: "code", list: "ethnicity"};
  const letters = new Map([["ethnicity", new Set([..."ABCDEFGHJKLMNPR"])]]);
  const map = (given: Sample) => mapColumns(given, [ethnic], letters).map(({header}) => header);
  expect(map(sample(["M/F"], ["M"], ["F"], ["M"]))).toEqual([undefined]);
  expect(map(sample(["V7"], ["A"], ["B"], ["C"], ["D"], ["M"]))).toEqual(["V7"]);
  expect(headersOf(sample(["SE"], ["1"]), [sex])).toEqual([undefined]);
});
