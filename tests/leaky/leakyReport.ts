import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {auditRelease, ConfidentialFolder, type AuditReport} from "../../src/audit/index.ts";
import {makeRelease} from "../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../src/confidential/sources/files/ingest.ts";
import {readRelease, type Release} from "../../src/release/index.ts";
import {smallProject} from "../confidential/sources/files/smallProject.ts";
import {openProject} from "../../src/publication/index.ts";

/** Some clients who are alike; what is left out is blank. */
export interface Group {
  readonly clients: number;
  readonly sex?: "male" | "female";
  readonly area?: "kent" | "surrey";
  readonly drug?: "heroin" | "cannabis";
  readonly also?: "heroin" | "cannabis";
  readonly wants?: string;
  readonly age?: number;
  /** Further forms of each of them. */
  readonly moreForms?: number;
}

/** A report that an adversary writes about some people. */
export interface LeakyReport {
  /** Markdown of its one chapter, after the heading. */
  readonly text: string;
  readonly people: readonly Group[];
  readonly files?: Readonly<Record<string, string>>;
  /** Releases of the same people that were published before. */
  readonly published?: readonly Release[];
  /** Lines of further populations of the template. */
  readonly populations?: readonly string[];
  /** Lines of the extract that are no form of these people. */
  readonly lines?: readonly string[];
  /** What the report says of its extract; made up where it does not say. */
  readonly synthetic?: boolean;
}

const codes: Readonly<Record<string, string>> = {
  male: "1",
  female: "2",
  kent: "K",
  surrey: "S",
  heroin: "H",
  cannabis: "C",
};

const template = (populations: readonly string[]): string =>
  [
    "populations:",
    "  clients: {label: clients, heading: Clients, extract: people, dictionary: small, one: client}",
    "  forms: {label: forms, heading: Forms, extract: people, dictionary: small, one: form}",
    "  faults: {label: faults, heading: Faults, extract: people, dictionary: small, one: fault}",
    ...populations.map((line) => `  ${line}`),
    "references: []",
    // Whatever is wrong with their forms, these reports are to be judged by what they say.
    "expect: {unlisted: 100}",
    "",
  ].join("\n");

const report = (synthetic: boolean): string =>
  [
    "template: leaky",
    "title: Leaky",
    "summary: A report that would say too much.",
    "region: south",
    "period: {from: 2007-04-01, to: 2008-03-31}",
    "published: 2008-11-20",
    "publisher: Nobody",
    "contact: nobody@example.org",
    `synthetic: ${String(synthetic)}`,
    "extracts: {people: data/extracts/people.csv}",
    "",
  ].join("\n");

const policy = 'threshold: 5\nzeros: shown\nmark: "[c]"\nlevel: width-2\nmean-needs: 10\n';
const header = "FORM,CLIENT,DOB,SEX,SEEN,TRIAGED,AREA,DRUG1,DRUG2,WANTS,OFFENCES,SPEND";

/** Makes the release of a report as an analyst would; throws what the analyst would be told. */
export async function released(leaky: LeakyReport): Promise<{release: Release; audit: AuditReport}> {
  const root = projectOf(leaky);
  try {
    const {published = []} = leaky;
    const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
    const {file} = await makeRelease({
      project: openProject(root),
      edition: "leaky",
      published,
      open: fromFiles(),
      out: path.join(root, "out"),
      confidential,
    });
    const release = readRelease(readFileSync(file, "utf8"), file);
    return {release, audit: (await auditRelease(release)).report};
  } finally {
    rmSync(root, {recursive: true});
  }
}

/** The folder of a project that holds the report and its people. */
function projectOf(leaky: LeakyReport): string {
  const root = smallProject({
    "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
    "templates/leaky/template.yaml": template(leaky.populations ?? []),
    "templates/leaky/policy.yaml": policy,
    "templates/leaky/10-one.md": `# One\n\n${leaky.text}\n`,
    "reports/leaky/report.yaml": report(leaky.synthetic ?? true),
    ...leaky.files,
  });
  mkdirSync(path.join(root, "data/extracts"));
  const forms = leaky.people.flatMap((group, index) => formsOf(group, index));
  writeFileSync(
    path.join(root, "data/extracts/people.csv"),
    `${[header, ...[...forms, ...(leaky.lines ?? [])].map((line) => `${line},2,12.5`)].join("\n")}\n`,
  );
  return root;
}

function formsOf(group: Group, number: number): readonly string[] {
  const {clients, moreForms = 0, age, wants = ""} = group;
  const born = age === undefined ? "" : `1/1/${String(2007 - age)}`;
  const code = (name: string | undefined): string => codes[name ?? ""] ?? "";
  return Array.from({length: clients * (1 + moreForms)}, (_, index) => {
    const client = `CANARY-${String(number)}-${String(index % clients)}`;
    const form = `F${String(number)}-${String(index)}`;
    const answers = [
      code(group.sex),
      "1/6/2007",
      "2/6/2007",
      code(group.area),
      code(group.drug),
      code(group.also),
      wants,
    ];
    return [form, client, born, ...answers].join(",");
  });
}
