import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {ConfidentialFolder} from "../../../src/audit/index.ts";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {makeRelease} from "../../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../../src/confidential/sources/files/ingest.ts";
import {modelOfExtract} from "../../../src/confidential/sources/modelOfExtract.ts";
import type {OpenRecords, RecordSource} from "../../../src/confidential/sources/RecordSource.ts";
import {openProject} from "../../../src/publication/index.ts";
import {readRelease} from "../../../src/release/index.ts";
import {extract, smallProject} from "./files/smallProject.ts";
import {manyFaults, manyForms} from "./manyForms.ts";
import {memorySource} from "./memorySource.ts";

const template = `populations:
  clients: {label: clients, heading: Clients, extract: people, dictionary: small, one: client}
  forms: {label: forms, heading: Forms, extract: people, dictionary: small, one: form}
  faults: {label: faults, heading: Faults, extract: people, dictionary: small, one: fault}
references: []
expect: {unlisted: 100}
`;

const reportText = `template: toy
title: Toy
summary: A report whose records are in a file, or in memory.
region: south
period: {from: 2007-04-01, to: 2008-03-31}
published: 2008-11-20
publisher: Nobody
contact: nobody@example.org
synthetic: true
extracts: {people: data/extracts/people.csv}
`;

const shown = [
  "count clients by sex, area with totals",
  "share clients by drug",
  "count clients by wants",
  "mean age clients by area",
  "count forms by fate with totals",
  "count faults by rule with totals",
];

const chapter = shown.map(
  (show, at) => `::: table t-${String(at)}\ntitle: Table\nmeasure: Clients\nshow: ${show}\n:::\n`,
);

const projectFiles = {
  "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
  "templates/toy/template.yaml": template,
  "templates/toy/10-one.md": `# One\n\n${chapter.join("\n")}`,
  "reports/toy/report.yaml": reportText,
};

/** What a release and its sign-off are made of, by file. */
type Outputs = Readonly<Record<string, string>>;

async function releasedFrom(open: OpenRecords): Promise<Outputs> {
  const root = smallProject(projectFiles);
  try {
    mkdirSync(path.join(root, "data/extracts"));
    writeFileSync(path.join(root, "data/extracts/people.csv"), extract(...manyForms.map(({line}) => line)));
    const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
    const request = {
      project: openProject(root),
      edition: "toy",
      published: [],
      out: path.join(root, "out"),
      confidential,
    };
    const {file} = await makeRelease({...request, open});
    const read = (name: string): string => readFileSync(path.join(root, "sign-off", name), "utf8");
    const names = ["sign-off.json", "audit.txt", "certificate.json", "people.json", "extracts.log"];
    return {"release.json": readFileSync(file, "utf8"), ...Object.fromEntries(names.map((name) => [name, read(name)]))};
  } finally {
    rmSync(root, {recursive: true});
  }
}

const fromMemory: OpenRecords = ({project, report}) => {
  const {populations} = vocabularyFor(project, report);
  const model = modelOfExtract(project, report, "people");
  return Promise.resolve(memorySource({forms: manyForms, faults: manyFaults, populations, model}));
};

/** A source that answers to the proof with something else than it counts. */
const changedBy =
  (change: (source: RecordSource) => Partial<RecordSource>): OpenRecords =>
  async (asked) => {
    const source = await fromMemory(asked);
    return {...source, ...change(source)};
  };

describe("a source that keeps its records in an array", () => {
  let [memory, files]: readonly [Outputs, Outputs] = [{}, {}];
  beforeAll(async () => {
    [memory, files] = [await releasedFrom(fromMemory), await releasedFrom(fromFiles())];
  });

  test("makes the release that a file of the same records makes, byte for byte, and the same sign-off", () => {
    for (const name of ["release.json", "sign-off.json", "people.json", "certificate.json", "audit.txt"]) {
      expect(memory[name], name).toBe(files[name]);
    }
  });

  test("makes one that withholds, and that is proved on people", () => {
    const {cells, disclosure} = readRelease(memory["release.json"] ?? "", "release.json");
    expect(cells.filter(({cell}) => cell.status === "suppressed").length).toBeGreaterThan(2);
    expect(disclosure.certificate).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is told of in the log by how it is kept, and by nothing else", () => {
    const lines = (text = ""): readonly string[] =>
      text.split("\n").filter((line) => !/read as|, perhaps:|, line \d+,|and \d+ more/.test(line));
    expect(lines(memory["extracts.log"])).toEqual(lines(files["extracts.log"]));
    expect(memory["extracts.log"]).toContain("read as memory");
  });
});

test("records that are other than those that were counted make no release", async () => {
  const fewer = changedBy(({answers}) => ({
    answers: async (name, asked) => {
      const {columns, times} = await answers(name, asked);
      return {columns, times: Array.from(times, (count, group) => (group === 0 ? 0 : count))};
    },
  }));
  await expect(releasedFrom(fewer)).rejects.toThrow(/certificate|proof on people/);
});

test("an answer that the code list lacks is refused, and not counted as another", async () => {
  const strange = changedBy(({answers}) => ({
    answers: async (name, asked) => {
      const {columns, times} = await answers(name, asked);
      const changed = columns.map(({values, answers: given}) => {
        return {
          values,
          answers: given.map((one) => (one.kind === "code" ? ({kind: "code", is: {code: "Z"}} as const) : one)),
        };
      });
      return {columns: changed, times};
    },
  }));
  await expect(releasedFrom(strange)).rejects.toThrow(/gives an answer to .+ that there cannot be/);
});
