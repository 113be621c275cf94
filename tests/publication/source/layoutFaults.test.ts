import {expect, test} from "vitest";
import type {z} from "zod";
import {dictionarySchema} from "../../../src/confidential/dictionary/dictionarySchema.ts";
import {layoutFaults} from "../../../src/publication/index.ts";
import {reportSchema, templateSchema} from "../../../src/publication/report/reportSchema.ts";

/** What is said of content that a schema refuses. */
function saidOf(schema: z.ZodType, content: unknown): readonly string[] {
  const result = schema.safeParse(content);
  if (result.success) return [];
  return layoutFaults(result.error.issues, {schema, content}).map(({what, remedy}) => `${what}. ${remedy}.`);
}

const report = {
  template: "annual",
  title: "Kent",
  summary: "Who was seen.",
  region: "kent",
  period: {from: "2007-04-01", to: "2008-03-31"},
  published: "2008-11-20",
  publisher: "Observatory",
  contact: "a@example.org",
  synthetic: true,
  extracts: {prison: "prison.csv"},
};
const untitled = Object.fromEntries(Object.entries(report).filter(([name]) => name !== "title"));

test("a misspelt field is named with the nearest one, and so is the one that it leaves missing", () => {
  expect(saidOf(reportSchema, {...untitled, titel: "Kent"})).toEqual([
    'the field "title" is missing. Did you mean it by "titel"? Correct the field.',
    'there is no field "titel". Did you mean "title"? Correct the field.',
  ]);
});

test.each<[string, unknown, string]>([
  ["a number for text", {...report, title: 2007}, '"title" is 2007, not text. Correct the value.'],
  [
    "a text for a boolean",
    {...report, synthetic: "yes"},
    '"synthetic" is "yes", not true or false. Correct the value.',
  ],
  [
    "a day that there is not",
    {...report, published: "2008-13-20"},
    '"published" is "2008-13-20", not a date as 2007-04-01. Correct the value.',
  ],
  [
    "a field within another",
    {...report, period: {from: "2007-04-01", until: "2008-03-31"}},
    'the field "to" is missing in "period". Write it: a date as 2007-04-01.',
  ],
  [
    "nothing at all",
    {...report, extracts: null},
    '"extracts" is empty, not names with their values. Correct the value.',
  ],
  ["a name in capitals", {...report, region: "Kent"}, "names are lower-case letters, digits and hyphens; found"],
  [
    "one of two layouts, misspelt",
    {...report, map: {boundries: "x.json", key: "code"}},
    'there is no field "boundries" in "map". Did you mean "boundaries"? Correct the field.',
  ],
  [
    "neither of two layouts",
    {...report, map: "kent"},
    '"map" is "kent", not the fields layout, or the fields boundaries, key. Correct the value.',
  ],
])("%s: field, what was found and what is allowed", (_, content, said) => {
  expect(saidOf(reportSchema, content).join("\n")).toContain(said);
});

test("a value that is one of some is named with all of them and the nearest", () => {
  const populations = {prison: {label: "clients", heading: "Prison", extract: "prison", dictionary: "d", one: "clint"}};
  expect(saidOf(templateSchema, {populations})).toEqual([
    '"populations.prison.one" is "clint", not one of client, form, fault. Did you mean "client"? Correct the value.',
  ]);
});

const dictionary = {
  name: "d",
  title: "D",
  file: {delimiter: ",", "broken-rows": "1%"},
  blank: [""],
  dates: ["yyyy-mm-dd"],
  client: "C",
  period: "P",
  "stands-for-client": ["P"],
  columns: {C: {title: "Client", type: "text"}},
  variables: {},
};

test.each<[string, unknown, string]>([
  [
    "a type of column",
    {...dictionary, columns: {C: {title: "Client", type: "txt"}}},
    '"columns.C.type" is "txt", not one of text, code, codes, number, count, date. Did you mean "text"? Correct the value.',
  ],
  [
    "a column without a type",
    {...dictionary, columns: {C: {title: "Client"}}},
    'the field "type" is missing in "columns.C". Write it: one of text, code, codes, number, count, date.',
  ],
  [
    "a field of a variable",
    {...dictionary, variables: {sex: {label: "Sex", fom: "C"}}},
    'the field "from" is missing in "variables.sex". Did you mean it by "fom"? Correct the field.',
  ],
  [
    "a variable that is made from nothing",
    {...dictionary, variables: {sex: {label: "Sex"}}},
    "a variable is a label with one of: from",
  ],
])("of a dictionary, %s: never what the library says of it", (_, content, said) => {
  const all = saidOf(dictionarySchema, content).join("\n");
  expect(all).toContain(said);
  expect(all).not.toMatch(/[Ii]nvalid|discriminator|undefined/);
});
