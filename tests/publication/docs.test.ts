import {readFileSync} from "node:fs";
import MarkdownIt from "markdown-it";
import {parse} from "yaml";
import {describe, expect, test} from "vitest";
import {parseDirective} from "../../src/publication/directive/parseDirective.ts";
import {readYaml} from "../../src/publication/source/readYaml.ts";
import {parseQuery} from "../../src/publication/index.ts";
import {questionNamed} from "../../src/publication/query/query.ts";
import {parseGlossary} from "../../src/publication/report/parseGlossary.ts";
import {factsSchema, reportSchema, templateSchema} from "../../src/publication/report/reportSchema.ts";
import {chapterFaults, faultsOf, publish, edition, template} from "./project.ts";

const file = "docs/writing-a-report.md";
const tokens = new MarkdownIt().parse(readFileSync(file, "utf8"), {});
const code = tokens
  .flatMap(({children}) => children ?? [])
  .filter(({type}) => type === "code_inline")
  .map(({content}) => content);
const fences = tokens.filter(({type}) => type === "fence");
const position = {file, line: 1, column: 1};

const queries = code.filter((each) => /^(count|share|mean|rate|value|rolling-count|rolling-value) \S/.test(each));

/** What a dotted place of an example stands for, by the words before it. */
const placeholders: readonly (readonly [RegExp, string])[] = [
  [/^\{\{ compare … with …/, "{{ compare share prison pdu=yes with share community pdu=yes"],
  [/^\{\{ (highest|lowest) …/, "{{ $1 share prison by main-drug"],
  [/^\{\{ claim …/, "{{ claim share prison sex=male > 50%"],
];
const directives = code
  .filter((each) => each.startsWith("{{ ") && each.endsWith("}}") && each !== "{{ … }}")
  .map((each) => placeholders.reduce((text, [dots, words]) => text.replace(dots, words), each));

const fencesOf = (language: string) => fences.filter(({info}) => info === language).map(({content}) => content);
const markdown = fencesOf("md");
const yaml = fencesOf("yaml");
const only = (texts: readonly string[], mark: string) => {
  const [text, ...more] = texts.filter((each) => each.includes(mark));
  if (text === undefined || more.length > 0) throw new Error(`one example with "${mark}" is expected`);
  return text;
};

test("the page has examples of everything", () => {
  expect([queries.length > 15, directives.length > 25, markdown.length, yaml.length]).toEqual([true, true, 9, 15]);
});

test.each(queries)("the query %s can be read", (text) => {
  expect(parseQuery(text).text).toBe(text);
});

test.each(queries)("the query %s names variables that the dictionaries have", (text) => {
  const ofDictionaries = ["prison", "community"].flatMap((name) => {
    const dictionary = parse(readFileSync(`data/dictionaries/dirweb-${name}.yaml`, "utf8")) as {variables: object};
    return Object.keys(dictionary.variables);
  });
  const query = parseQuery(text);
  const {at, by, within, among} = query;
  const ofForms = ["fate", "period", "rule", "column", "quarter"];
  const known = [...ofDictionaries, ...ofForms, "area"];
  const named = [...Object.keys(at), ...by, ...within, ...Object.keys(among)];
  expect(known).toEqual(expect.arrayContaining(named.map((name) => questionNamed(query, name))));
});

test.each(directives)("%s can be read", (text) => {
  expect(faultsOf(() => parseDirective(text.slice(2, -2), position))).toEqual([]);
});

describe("the examples of whole files", () => {
  test("are a report, a template, facts and a glossary", () => {
    const asYaml = (text: string) => ({file, text, firstLine: 1});
    const {show} = parse(only(yaml, "targets.problematic")) as {
      show: readonly (string | {query: string; label: string})[];
    };
    const asked = show.map((one) => parseQuery(typeof one === "string" ? one : one.query));
    expect(asked.map(({measure}) => measure)).toEqual(["share", "share", "share", "value"]);
    expect(readYaml(asYaml(only(yaml, "compare-with:")), reportSchema).value.region).toBe("south-east");
    expect(readYaml(asYaml(only(yaml, "populations:")), templateSchema).value.references).toEqual(["prevalence"]);
    expect(Object.keys(readYaml(asYaml(only(yaml, "prison-population:")), factsSchema).value)).toHaveLength(1);
    expect(parseGlossary(only(markdown, "PDU (problematic"), file)).toHaveLength(2);
  });

  test("are a policy that spells out the usual rules", () => {
    const {report} = publish({[`${edition}/policy.yaml`]: only(yaml, "threshold:")});
    expect(report.policy).toEqual(publish({}).report.policy);
    expect(report.remedies.withhold).toHaveLength(1);
  });

  test("are a chapter", () => {
    const {chapters} = publish({
      [`${template}/10-a.md`]: only(markdown, "kind: body"),
    });
    expect(chapters).toMatchObject([{kind: "body", title: "Who the clients were"}]);
  });

  test.each(markdown.filter((text) => text.includes("share ")))("%s", (text) => {
    expect(chapterFaults(text)).toEqual([]);
  });
});

test("every insert that the page names can be inserted", () => {
  const start = tokens.findIndex(({content}) => content === "What the builder writes");
  const names = (tokens[start + 3]?.children ?? [])
    .filter(({type}) => type === "code_inline")
    .map(({content}) => content.replace("::: insert ", ""))
    .filter((name) => name !== ":::");
  expect(names.length).toBeGreaterThan(5);
  const recommendations = only(yaml, "as-of:")
    .replaceAll("2014-09-01", "2008-09-01")
    .replace("tests-by-district", "one");
  const files = {[`${edition}/recommendations.yaml`]: recommendations};
  expect(chapterFaults(names.map((name) => `::: insert ${name}\n:::\n`).join("\n"), files)).toEqual([]);
});
