import {parse} from "yaml";
import {expect, test} from "vitest";
import {vocabularyFor} from "../../src/confidential/dictionary/vocabularyFor.ts";
import {
  cellKey,
  expandQuery,
  openProject,
  parseQuery,
  readYaml,
  setsAsked,
  type Report,
} from "../../src/publication/index.ts";
import {templateSchema} from "../../src/publication/report/reportSchema.ts";
import {groupingsDeclared, populationsDeclared} from "../../src/publication/report/templateDeclarations.ts";
import {resolveCondition} from "../../src/confidential/dictionary/resolveCondition.ts";
import {smallReport} from "../confidential/sources/files/smallProject.ts";
import {chapterOf, faultsOf, template as folder} from "../publication/project.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";

const file = "docs/parts-and-groups.md";
const page = readDocument(file);
const [example = ""] = codeBlocks(page, "yaml");
const template = readYaml({file, text: example, firstLine: 1}, templateSchema);
const region = {name: "south-east", label: "South East", text: "the South East"};
const vocabularyOf = (asked: Partial<Report> = {}) =>
  vocabularyFor(openProject(root), {
    ...smallReport(),
    region,
    extracts: {community: "community.csv"},
    populations: populationsDeclared(template),
    groupings: groupingsDeclared(template),
    ...asked,
  }).populations;
const populations = vocabularyOf();

const keys = (text: string): readonly string[] =>
  expandQuery(parseQuery(text), {populations, references: []}).map(({address}) => cellKey(address));

test("the template that the page shows gives the cells that it tells of", () => {
  expect(keys("count opiate-users sex=female")).toEqual([
    "count community [main-drug-of-opiate-users=these,sex=female]",
  ]);
  expect(keys("count opiate-users by main-drug")).toEqual([
    "count community [main-drug=heroin]",
    "count community [main-drug=other-opiates]",
  ]);
  expect(keys("mean age adults")).toEqual(["mean age community [age-group-of-adults=these]"]);
  expect(keys("share community kind-of-drug=class-a")).toEqual(["share community [kind-of-drug=class-a] among []"]);
  const words = populations.flatMap(({variables, partOf}) =>
    Object.keys(partOf?.at ?? {}).flatMap((name) => variables.find((one) => one.name === name)?.categories ?? []),
  );
  expect(words.map(({label}) => label)).toEqual(["Heroin or other opiates", "Other than under 18 or not stated"]);
  expect(page.text.replaceAll("\n", " ")).toContain("Heroin or other opiates");
});

const sets = [...page.text.matchAll(/^\| `(\S+=\S+)` +\|/gm)].map(([, place = ""]) => place);

test.each(sets)("the answers %s can be asked as one", (place) => {
  const asked = parseQuery(`count community ${place} by sex`);
  const known = vocabularyOf({sets: setsAsked([asked])});
  expect(expandQuery(asked, {populations: known, references: []})).toHaveLength(3);
});

test("the page has four sets of answers, and the queries of its text can be asked", () => {
  expect(sets).toHaveLength(4);
  const [, , text = ""] = codeBlocks(page, "md");
  const queries = [...text.matchAll(/\{\{ (.+?) \}\}/gs)].map(([, query = ""]) => parseQuery(query));
  const known = vocabularyOf({sets: setsAsked(queries)});
  for (const query of queries) {
    expect(expandQuery(query, {populations: known, references: []})).toHaveLength(1);
  }
});

const conditions = [...page.text.matchAll(/^\| `([a-z-]+: .+?)` +\|/gm)].map(([, condition = ""]) => condition);

test.each(conditions)("the condition %s can be asked", (text) => {
  const [[name = "", said] = []] = Object.entries(parse(`{${text}}`) as Record<string, string[] | {not: string[]}>);
  const isNot = !Array.isArray(said);
  const categories = Array.isArray(said) ? said : (said?.not ?? []);
  const variable = populations[0]!.variables.find((one) => one.name === name)!;
  const position = {file, line: 1, column: 1};
  expect(resolveCondition({variable: name, categories, isNot, position}, variable)).toBeDefined();
});

test("the page has five conditions, and its chapters can be read", () => {
  expect(conditions).toHaveLength(5);
  const chapters = codeBlocks(page, "md");
  expect(chapters).toHaveLength(3);
  const files = {[`${folder}/template.yaml`]: `${example}references: [prevalence]\n`};
  expect(chapters.flatMap((text) => faultsOf(() => chapterOf(text, files)))).toEqual([]);
});

test("the template of clients each quarter is one", () => {
  const text = codeBlocks(page, "yaml").find((one) => one.includes("each: quarter")) ?? "";
  expect(populationsDeclared(readYaml({file, text, firstLine: 1}, templateSchema))).toMatchObject([
    {one: "client", each: "quarter"},
  ]);
});
