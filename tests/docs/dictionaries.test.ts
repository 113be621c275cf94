import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, expect, test} from "vitest";
import {parse} from "yaml";
import {dictionarySchema} from "../../src/confidential/dictionary/dictionarySchema.ts";
import {modelExtract} from "../../src/confidential/dictionary/modelExtract.ts";
import {readDictionary} from "../../src/confidential/dictionary/readDictionary.ts";
import {ingest} from "../../src/confidential/sources/files/ingest.ts";
import {tableReport} from "../confidential/sources/files/tableProject.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";
import {openProject, overFormsOf} from "../../src/publication/index.ts";

const folder = mkdtempSync(path.join(tmpdir(), "documented-"));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

test("the dictionary that the documentation shows is one", () => {
  const [example = ""] = codeBlocks(readDocument("docs/extracts-and-dictionaries.md"), "yaml");
  mkdirSync(path.join(folder, "data/dictionaries"), {recursive: true});
  cpSync(path.join(root, "data/codelists"), path.join(folder, "data/codelists"), {recursive: true});
  writeFileSync(path.join(folder, "data/dictionaries/visits.yaml"), example);
  const {columns, variables} = readDictionary(openProject(folder), "visits");
  expect(columns.map(({name}) => name)).toEqual(["CLIENTID", "SEX", "DOB", "ICDATE", "TRIAGED", "VISITS", "FARES"]);
  expect(variables.map(({name}) => name)).toEqual(["sex", "age", "wait", "visits", "fares", "fares-band"]);
});

test("the answers over all forms that the documentation shows can be asked of clients", () => {
  const blocks = codeBlocks(readDocument("docs/extracts-and-dictionaries.md"), "yaml");
  const shown = blocks.find((text) => text.startsWith("variables:"))!;
  const file = path.join(folder, "data/dictionaries/dirweb-community.yaml");
  const community = readFileSync(path.join(root, "data/dictionaries/dirweb-community.yaml"), "utf8");
  writeFileSync(file, community.replace("variables:\n", shown));
  const {variables} = modelExtract(openProject(folder), "dirweb-community", {
    region: {name: "south-east", label: "South East", text: "the South East"},
    window: {from: "2007-04-01", to: "2008-03-31"},
  });
  const over = variables.flatMap(({variable: {name, reads}}) => (reads && overFormsOf(reads) ? [name] : []));
  expect(over).toEqual(Object.keys((parse(shown) as {variables: object}).variables));
  const first = variables.find(({variable}) => variable.name === "first-drug")?.variable;
  expect(first?.categories[0]?.within).toEqual({"first-main-drug": "heroin"});
});

test("the table of counts that the documentation shows is read as the records that it says", async () => {
  const {text} = readDocument("docs/extracts-and-dictionaries.md");
  const own = {file: "", text: text.slice(text.indexOf("## A table of counts"))};
  const [[dictionary = ""], [table = ""]] = [codeBlocks(own, "yaml"), codeBlocks(own, "csv")];
  writeFileSync(path.join(folder, "data/dictionaries/callers.yaml"), dictionary);
  writeFileSync(path.join(folder, "people.csv"), table);
  writeFileSync(path.join(folder, "people.csv.key"), "CANARY-of-the-guide");
  const populations = tableReport().populations.map((one) => ({...one, dictionary: "callers"}));
  await using source = await ingest({project: openProject(folder), report: {...tableReport(), populations}});
  const [men, all] = await source.count("forms", [
    {by: ["sex"], of: "age", counts: [[]]},
    {by: [], counts: [[]]},
  ]);
  expect(men).toContainEqual({at: ["male"], number: 34, counts: [12]});
  expect(all).toEqual([{at: [], counts: [24]}]);
  expect(own.text).toContain("These are 24 records.");
});

test("the impossible answers that the documentation shows have the layout of a dictionary's", () => {
  const examples = codeBlocks(readDocument("docs/extracts-and-dictionaries.md"), "yaml").map(
    (text) => parse(text) as object,
  );
  const shown = examples.flatMap((example) => ("impossible" in example ? [example.impossible] : []));
  expect(shown.map((one) => dictionarySchema.shape.impossible.parse(one).map(({drop}) => drop))).toEqual([
    ["SEX", "REGION"],
  ]);
});
