import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {ConfidentialFolder} from "../../../src/audit/index.ts";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {makeRelease} from "../../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../../src/confidential/sources/files/ingest.ts";
import {modelOfExtract} from "../../../src/confidential/sources/modelOfExtract.ts";
import type {OpenRecords} from "../../../src/confidential/sources/RecordSource.ts";
import {openProject} from "../../../src/publication/index.ts";
import {readRelease, sha256, type Release} from "../../../src/release/index.ts";
import {randomFrom} from "../../../src/confidential/people/random.ts";
import type {KnownForm} from "./contractForms.ts";
import {smallProject} from "./files/smallProject.ts";
import {key, tableDictionary, tableHeader} from "./files/tableProject.ts";
import {memorySource} from "./memorySource.ts";

/** The dictionary of the same answers where every row is a person, who has a reference and came on some day. */
const recordsDictionary = tableDictionary
  .replace("columns:\n", "client: CLIENT\nperiod: SEEN\nstands-for-client: [SEEN]\ncolumns:\n")
  .replace(/ {2}N: .+\n/, "  CLIENT: {title: Client, type: text}\n  SEEN: {title: Seen, type: date}\n");

const template = `populations:
  people: {label: people, heading: People, extract: people, dictionary: small, one: form}
references: []
`;

const reportText = `template: toy
title: Toy
summary: A report whose records come as a table of counts.
region: south
period: {from: 2007-04-01, to: 2008-03-31}
published: 2008-11-20
publisher: Nobody
contact: nobody@example.org
synthetic: true
extracts: {people: data/extracts/people.csv}
`;

const shown = [
  "count people by sex, area with totals",
  "share people by drug-class",
  "count people by area, drug with totals",
  "count people by wants",
];

const chapter = shown.map(
  (show, at) => `::: table t-${String(at)}\ntitle: Table\nmeasure: People\nshow: ${show}\n:::\n`,
);

const projectFiles = {
  "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
  "templates/toy/template.yaml": template,
  "templates/toy/10-one.md": `# One\n\n${chapter.join("\n")}`,
  "reports/toy/report.yaml": reportText,
};

/** What a release is made of, by file. */
type Outputs = Readonly<Record<string, string>>;

interface Made {
  readonly dictionary: string;
  /** The extract. */
  readonly text: string;
  readonly open: OpenRecords;
}

async function releasedFrom({dictionary, text, open}: Made): Promise<Outputs> {
  const root = smallProject({...projectFiles, "data/dictionaries/small.yaml": dictionary});
  try {
    mkdirSync(path.join(root, "data/extracts"));
    writeFileSync(path.join(root, "data/extracts/people.csv"), text);
    writeFileSync(path.join(root, "data/extracts/people.csv.key"), key);
    const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
    const out = path.join(root, "out");
    const {file} = await makeRelease({
      project: openProject(root),
      edition: "toy",
      published: [],
      out,
      confidential,
      open,
    });
    const names = ["sign-off.json", "audit.txt", "certificate.json", "people.json"];
    const read = (name: string): string => readFileSync(path.join(root, "sign-off", name), "utf8");
    return {"release.json": readFileSync(file, "utf8"), ...Object.fromEntries(names.map((name) => [name, read(name)]))};
  } finally {
    rmSync(root, {recursive: true});
  }
}

const sexes = {"1": "male", "2": "female", "": "not-stated"} as const;
const areas = {K: "kent", S: "surrey"} as const;
const drugs = {H: ["heroin", "hard"], C: ["cannabis", "soft"]} as const;
const wishes = {A: ["advice"], B: ["beds"], "A;B": ["advice", "beds"], "": []} as const;

interface Row {
  readonly SEX: keyof typeof sexes;
  readonly AREA: keyof typeof areas;
  readonly DRUG1: keyof typeof drugs;
  readonly WANTS: keyof typeof wishes;
  readonly count: number;
}

const keysOf = <Of extends object>(of: Of) => Object.keys(of) as (keyof Of)[];

/** Every combination of answers with a count, of which many are small. */
function tableOf(seed: number): readonly Row[] {
  const random = randomFrom(seed);
  return keysOf(sexes).flatMap((SEX) =>
    keysOf(areas).flatMap((AREA) =>
      keysOf(drugs)
        .filter((DRUG1) => !(SEX === "2" && AREA === "S" && DRUG1 === "C"))
        .flatMap((DRUG1) =>
          keysOf(wishes).map((WANTS): Row => ({
            SEX,
            AREA,
            DRUG1,
            WANTS,
            count: random.below(SEX === "" || (AREA === "S" && DRUG1 === "C") ? 2 : 14),
          })),
        ),
    ),
  );
}

/** A row as the person that it stands for some number of times. */
function recordOf({SEX, AREA, DRUG1, WANTS}: Row): KnownForm {
  const [drug, drugClass] = drugs[DRUG1];
  return {
    line: [SEX, AREA, DRUG1, WANTS].join(","),
    given: {SEX, AREA, DRUG1, WANTS},
    client: key,
    fate: "counted",
    period: "inside",
    answers: {sex: sexes[SEX], area: areas[AREA], drug, "drug-class": drugClass, wants: wishes[WANTS]},
    numbers: {},
  };
}

const memoryOf =
  (forms: readonly KnownForm[]): OpenRecords =>
  ({project, report}) => {
    const {populations} = vocabularyFor(project, report);
    const source = memorySource({forms, faults: [], populations, model: modelOfExtract(project, report, "people")});
    return Promise.resolve({...source, references: () => Promise.resolve(new Map([["people", sha256(key)]]))});
  };

/** Cells by what they are of; that a record is usable says nothing where all are. */
function cellsOf({cells}: Release): Readonly<Record<string, unknown>> {
  const named = cells.map(({address, cell}) => {
    return [
      JSON.stringify(address)
        .replaceAll(/"usable":"yes",?/g, "")
        .replaceAll(",}", "}"),
      cell,
    ] as const;
  });
  return Object.fromEntries(named);
}

describe.each([1, 2, 3])("a table of counts, drawn by chance (%i)", (seed) => {
  const rows = tableOf(seed);
  const forms = rows.flatMap((row) => Array.from({length: row.count}, () => recordOf(row)));
  const table = `${[tableHeader, ...rows.map((row) => `${recordOf(row).line},${String(row.count)}`)].join("\n")}\n`;

  test("gives the release of the records that it stands for, byte for byte, and their proof", async () => {
    const released = await releasedFrom({dictionary: tableDictionary, text: table, open: fromFiles()});
    const other = await releasedFrom({dictionary: tableDictionary, text: table, open: memoryOf(forms)});
    for (const [name, text] of Object.entries(released)) expect(other[name], name).toBe(text);
    const {cells} = readRelease(released["release.json"] ?? "", "release.json");
    expect(cells.filter(({cell}) => cell.status === "suppressed").length).toBeGreaterThan(0);
    expect(Object.values(released).filter((text) => text.includes(key))).toEqual([]);
  });

  test("gives the cells of an extract with a row for every person", async () => {
    const lines = forms.map(({line}, at) => `${line},CANARY-${String(at)},01/05/2007`);
    const text = `SEX,AREA,DRUG1,WANTS,CLIENT,SEEN\n${lines.join("\n")}\n`;
    const records = await releasedFrom({dictionary: recordsDictionary, text, open: fromFiles()});
    const counts = await releasedFrom({dictionary: tableDictionary, text: table, open: fromFiles()});
    const [one, other] = [records, counts].map((made) => readRelease(made["release.json"] ?? "", "release.json"));
    expect(one && cellsOf(one)).toEqual(other && cellsOf(other));
  });
});
