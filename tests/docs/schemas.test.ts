import {globSync, readFileSync} from "node:fs";
import path from "node:path";
import {format} from "prettier";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {z} from "zod";
import {schemaLine} from "../../src/cli/init/schemaLine.ts";
import {controlSchema} from "../../src/confidential/sources/files/control/controlFile.ts";
import {dictionarySchema} from "../../src/confidential/dictionary/dictionarySchema.ts";
import {referenceSchema} from "../../src/confidential/dictionary/readReference.ts";
import {similarAreasSchema} from "../../src/publication/report/loadSimilarAreas.ts";
import {indicatorsSchema} from "../../src/publication/report/indicatorsSchema.ts";
import {policySchema} from "../../src/publication/policy/policySchema.ts";
import {recommendationsSchema} from "../../src/publication/report/recommendationsSchema.ts";
import {factsSchema, reportSchema, templateSchema} from "../../src/publication/report/reportSchema.ts";
import {marginsSchema} from "../../src/synthetic/marginsSchema.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";

interface FileLayout {
  readonly title: string;
  readonly schema: z.ZodType;
  /** Where such files stand in a project. */
  readonly files: readonly string[];
}

/** Every YAML file that people write, by the name of its JSON Schema. */
const layouts: Readonly<Record<string, FileLayout>> = {
  report: {title: "An edition", schema: reportSchema, files: ["reports/*/report.yaml"]},
  template: {title: "A kind of report", schema: templateSchema, files: ["templates/*/template.yaml"]},
  policy: {
    title: "A publication policy",
    schema: policySchema,
    files: ["templates/*/policy.yaml", "reports/*/policy.yaml"],
  },
  facts: {
    title: "Numbers from elsewhere",
    schema: factsSchema,
    files: ["templates/*/facts.yaml", "reports/*/facts.yaml"],
  },
  indicators: {title: "Indicators", schema: indicatorsSchema, files: ["templates/*/indicators.yaml"]},
  recommendations: {
    title: "Recommendations, and what has become of them",
    schema: recommendationsSchema,
    files: ["reports/*/recommendations.yaml"],
  },
  dictionary: {title: "The dictionary of an extract", schema: dictionarySchema, files: ["data/dictionaries/*.yaml"]},
  control: {
    title: "What the supplier of an extract says of it",
    schema: controlSchema,
    files: ["data/extracts/*.control.yaml", "data/synthetic/*/*.control.yaml"],
  },
  reference: {title: "A table of figures from elsewhere", schema: referenceSchema, files: ["data/reference/*.yaml"]},
  "similar-areas": {
    title: "A list of areas like each other",
    schema: similarAreasSchema,
    files: ["data/reference/similar/*.yaml"],
  },
  margins: {title: "Margins of made-up extracts", schema: marginsSchema, files: ["data/reference/margins/*.yaml"]},
};

const names = Object.keys(layouts);

/** What a file may say before it is read, because that is what an editor sees. */
function jsonSchemaOf(name: string) {
  const {title, schema} = layouts[name]!;
  return {title: `Smallprint: ${title}`, ...z.toJSONSchema(schema, {io: "input", target: "draft-7"})};
}

function filesOf(name: string): readonly string[] {
  return globSync(layouts[name]!.files, {cwd: root}).toSorted();
}

function contentOf(file: string): unknown {
  return parse(readFileSync(path.join(root, file), "utf8"));
}

/** Every field that some part of a JSON Schema names, with what it says of it. */
function fieldsIn(part: unknown): readonly (readonly [string, unknown])[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "properties" in part ? Object.entries(part.properties as object) : [];
  return [...own, ...Object.values(part).flatMap(fieldsIn)];
}

describe("the JSON Schema", () => {
  // Written anew by `npx vitest run tests/docs -u`.
  test.each(names)("of %s is the layout that is read", async (name) => {
    const text = await format(JSON.stringify(jsonSchemaOf(name)), {
      parser: "json",
      printWidth: 120,
      bracketSpacing: false,
    });
    await expect(text).toMatchFileSnapshot(`../../docs/schemas/${name}.schema.json`);
  });

  test.each(names)("of %s says of every field what it is for", (name) => {
    const untold = fieldsIn(jsonSchemaOf(name)).filter(([, field]) => !(field as {description?: string}).description);
    expect(untold.map(([field]) => field)).toEqual([]);
  });

  test.each(names)("of %s takes every such file of the project, and none with a field that there is not", (name) => {
    const schema = z.fromJSONSchema(jsonSchemaOf(name));
    const files = filesOf(name);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const content = contentOf(file) as object;
      expect(schema.safeParse(content).error, file).toBeUndefined();
      expect(schema.safeParse({...content, "no such field": 1}).success, file).toBe(false);
    }
  });
});

test("every YAML file of the project has a layout", () => {
  const written = globSync(["reports/**/*.yaml", "templates/**/*.yaml", "data/**/*.yaml"], {cwd: root}).toSorted();
  expect(written).toEqual(names.flatMap(filesOf).toSorted());
});

test("a file that names its schema names the right one, as init does", () => {
  const first = (file: string) => readFileSync(path.join(root, file), "utf8").split("\n")[0] ?? "";
  const files = names.flatMap((name) => filesOf(name).map((file) => ({name, file})));
  const naming = files.filter(({file}) => first(file).includes("yaml-language-server"));
  expect(naming.map(({name}) => name)).toEqual(expect.arrayContaining(["report", "facts"]));
  for (const {name, file} of naming) expect([first(file)], file).toEqual(schemaLine(root, file, name));
});

test("the settings for editors that the documentation shows name every layout, and where its files stand", () => {
  const [example = ""] = codeBlocks(readDocument("docs/writing-a-report.md"), "json");
  const {"yaml.schemas": shown} = JSON.parse(example) as {"yaml.schemas": Readonly<Record<string, readonly string[]>>};
  const expected = names.map((name) => [`./docs/schemas/${name}.schema.json`, layouts[name]!.files]);
  expect(shown).toEqual(Object.fromEntries(expected));
});
