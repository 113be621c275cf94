import {expect, test} from "vitest";
import {parse} from "yaml";
import {writeReportYaml, type EditionDraft} from "../../../src/cli/init/writeReportYaml.ts";
import type {ColumnMatch} from "../../../src/confidential/index.ts";

const match = (column: string, header?: string): ColumnMatch => ({
  column,
  title: column,
  required: false,
  certainty: header === column ? "same name" : "likely",
  reason: "the names are alike",
  ...(header !== undefined && {header}),
});

const draft = (...columns: ColumnMatch[]): EditionDraft => ({
  edition: "london-2009-10",
  schema: [],
  template: "visits",
  title: "London: 2009/10",
  region: "london",
  period: {from: "2009-04-01", to: "2010-03-31"},
  publisher: "Observatory",
  contact: "a@example.org",
  extracts: [
    {name: "prison", file: "data/extracts/prison.csv", dictionary: "dirweb-prison", columns, unplaced: ["Ward"]},
  ],
});

test("an extract with the dictionary's own names is only a path", () => {
  const {extracts} = parse(writeReportYaml(draft(match("SEX", "SEX")))) as {extracts: unknown};
  expect(extracts).toEqual({prison: "data/extracts/prison.csv"});
});

test("an extract with other names says which column is which", () => {
  const {extracts} = parse(writeReportYaml(draft(match("SEX", "Gender: now"), match("DOB", "DOB")))) as {
    extracts: unknown;
  };
  expect(extracts).toEqual({prison: {file: "data/extracts/prison.csv", columns: {SEX: "Gender: now"}}});
});

test("a column that nothing is like stands there as a comment", () => {
  expect(writeReportYaml(draft(match("SEX")))).toContain("# SEX: nothing is like");
});

test("columns of the extract that are none of the dictionary's stand there too", () => {
  expect(writeReportYaml(draft(match("SEX")))).toContain("# Columns of the extract that were not placed: Ward");
});

test("a region without a map, references of its own, or extracts has a report that can be read all the same", () => {
  const written = {...draft(), extracts: [], references: []};
  const read = parse(writeReportYaml(written)) as Record<string, unknown>;
  expect(read).toMatchObject({references: []});
  expect(read).not.toHaveProperty("extracts");
  expect(read).not.toHaveProperty("map");
  expect(parse(writeReportYaml({...written, layout: "london"}))).toMatchObject({map: {layout: "london"}});
});

test("a new edition has no day of publication, and says where to write it", () => {
  expect(parse(writeReportYaml(draft()))).not.toHaveProperty("published");
  expect(writeReportYaml(draft())).toContain("# published:");
});

test("a title that YAML would misread is quoted", () => {
  expect(parse(writeReportYaml(draft(match("SEX", "SEX"))))).toMatchObject({
    title: "London: 2009/10",
    synthetic: false,
  });
});
