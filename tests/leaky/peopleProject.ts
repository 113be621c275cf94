import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {
  checkPeople,
  ConfidentialFolder,
  DisclosureError,
  peopleCertificateSchema,
  type PeopleCheck,
} from "../../src/audit/index.ts";
import {makeRelease} from "../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../src/confidential/sources/files/ingest.ts";
import {readRelease, type Release} from "../../src/release/index.ts";
import {smallProject} from "../confidential/sources/files/smallProject.ts";
import {openProject} from "../../src/publication/index.ts";

/** Questions that read the same columns in several ways: bands and a mean, groupings, any of two columns, several answers. */
const dictionary = `name: small
title: Small forms
file: {delimiter: ",", broken-rows: 50%, quarantined-forms: 100%, dropped-answers: 100%}
blank: [""]
dates: [yyyy-mm-dd]
client: CLIENT
period: SEEN
stands-for-client: [SEEN]
columns:
  CLIENT: {title: Client, type: text, required: true}
  DOB: {title: Born, type: date, from: 1890-01-01}
  SEEN: {title: Seen, type: date, from: 2003-01-01, to: 2029-12-31, required: true}
  SEX: {title: Sex, type: code, list: sex}
  AREA: {title: Area, type: code, list: areas}
  D1: {title: Main drug, type: code, list: drugs}
  D2: {title: Second drug, type: code, list: drugs}
  WANTS: {title: Wants, type: codes, list: wants, separator: ";"}
variables:
  sex: {label: Sex, from: SEX}
  quarter: {label: Quarter, period: {of: SEEN, in: quarter, year: financial}}
  month: {label: Month, period: {of: SEEN, in: month}}
  area: {label: Area, from: AREA}
  age: {label: Age, years: {from: DOB, to: SEEN}, unit: years, between: [10, 100]}
  age-group:
    label: Age group
    bands:
      of: age
      groups:
        - {name: young, label: 10 to 29, text: 10 to 29, from: 10, to: 29}
        - {name: middle, label: 30 to 44, text: 30 to 44, from: 30, to: 44}
        - {name: old, label: 45 and over, text: 45 and over, from: 45}
  born: {label: Date of birth answered, answered: DOB}
  main: {label: Main drug, from: D1}
  second: {label: Second drug, from: D2}
  problem: {label: Problem, any-of: {columns: [D1, D2], column: problem, is: "yes"}}
  opiate: {label: Opiate, any-of: {columns: [D1, D2], column: opiate, is: "yes"}}
  bit-a: {label: A, from: D1, grouped: {column: a, list: bits}}
  bit-b: {label: B, from: D1, grouped: {column: b, list: bits}}
  bit-c: {label: C, from: D1, grouped: {column: c, list: bits}}
  wants: {label: Wants, from: WANTS}
  any-wants: {label: Wants anything, answered: WANTS}
`;

const bits = "code,name,label,text\n,one,One,one\n,two,Two,two\n";

const template = `populations:
  clients: {label: clients, heading: Clients, extract: people, dictionary: small, one: client}
  forms: {label: forms, heading: Forms, extract: people, dictionary: small, one: form}
  faults: {label: faults, heading: Faults, extract: people, dictionary: small, one: fault}
references: []
expect: {unlisted: 100}
`;

const report = `template: small
title: Small
summary: Small
region: south
period: {from: 2007-04-01, to: 2008-03-31}
published: 2008-11-20
publisher: Nobody
contact: nobody@example.org
synthetic: true
extracts: {people: data/extracts/people.csv}
`;

const files: Readonly<Record<string, string>> = {
  "data/dictionaries/small.yaml": dictionary,
  "data/codelists/sex.csv": "code,name,label,text\nM,men,Men,men\nF,women,Women,women\n",
  "data/codelists/areas.csv":
    "code,name,label,text\nK,kent,Kent,Kent\nS,surrey,Surrey,Surrey\nX,sussex,Sussex,Sussex\n",
  "data/codelists/drugs.csv":
    "code,name,label,text,problem,opiate,a,b,c\nH,heroin,Heroin,heroin,yes,yes,one,one,two\nC,crack,Crack,crack,yes,no,one,two,one\nG,cannabis,Cannabis,cannabis,no,no,two,one,one\nL,alcohol,Alcohol,alcohol,no,no,two,two,two\n",
  "data/codelists/wants.csv": "code,name,label,text\nA,advice,Advice,advice\nB,beds,Beds,beds\n",
  "data/codelists/bits.csv": bits,
  "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
  "templates/small/template.yaml": template,
  "reports/small/report.yaml": report,
};

/** A table of a report. */
export function table(show: string): string {
  return `::: table t-${show.replace(/\W+/g, "-")}\ntitle: Table\nmeasure: Clients\nshow: ${show}\n:::\n`;
}

/** Files of a report that counts forms and faults alone, and looks back to a day before its period. */
export function historyOf(from: string): NonNullable<SmallReport["changed"]> {
  return {
    "templates/small/template.yaml": (text) => text.replace(/^  clients: .*\n/m, ""),
    "reports/small/report.yaml": (text) => `${text}history: {people: ${from}}\n`,
  };
}

/** Some people who give the same answers: codes as in the extract, an age in years or an impossible date. */
export interface Alike {
  readonly people: number;
  /** What their references begin with, where they are those of another day too. */
  readonly client?: string;
  readonly sex?: string;
  readonly area?: string;
  readonly d1?: string;
  /** What forms of before said of the main drug, the first form first: each was seen a day before the one that follows it. */
  readonly d1Before?: readonly string[];
  readonly d2?: string;
  readonly wants?: string;
  /** The day that selects the form: 1 June 2007 where it is left out. */
  readonly seen?: string;
  /** In years, of which more than 100 are not believed; `impossible`: a date that there is not. */
  readonly age?: number | "impossible" | undefined;
  /** As written; only a dictionary with a column OFFENCES reads it. */
  readonly offences?: number | string;
  /** Days from being seen to the date that only a dictionary with a column STARTED reads. */
  readonly wait?: number;
}

/** A report on some people. */
export interface SmallReport {
  readonly text: string;
  readonly people: readonly Alike[];
  readonly policy?: string;
  /** What was published of them before. */
  readonly published?: readonly Release[];
  /** What the dictionary calls impossible: items of a YAML list, each on a line. */
  readonly impossible?: string;
  /** Files that are not as usual, by path, as what they are made of. */
  readonly changed?: Readonly<Record<string, (text: string) => string>>;
}

/** What came of it, with the check of its certificate. */
export interface SmallRelease {
  readonly release: Release;
  readonly check: PeopleCheck;
  /** Keys of means that are withheld for their few records. */
  readonly tooFew: readonly string[];
  /** Keys of cells that are withheld because the search for people who do without them was given up. */
  readonly givenUp: readonly string[];
  /** The earlier releases beside which it was proved. */
  readonly linked: readonly Release[];
}

/** Makes the release of a report; the refusal where it cannot be made safe. */
export async function releaseSmall({
  text,
  people,
  policy = "",
  published = [],
  impossible = "",
  changed = {},
}: SmallReport): Promise<SmallRelease | DisclosureError> {
  const page = {
    "templates/small/10-one.md": `# One\n\n${text}\n`,
    "templates/small/policy.yaml": `zeros: shown\n${policy.includes("group-needs") ? "" : "group-needs: none\n"}${policy}`,
    "data/dictionaries/small.yaml": impossible === "" ? dictionary : `${dictionary}impossible:\n${impossible}`,
  };
  const written: Readonly<Record<string, string>> = {...files, ...page};
  const own = Object.entries(changed).map(([file, change]) => [file, change(written[file] ?? "")] as const);
  const root = smallProject({...written, ...Object.fromEntries(own)});
  try {
    mkdirSync(path.join(root, "data/extracts"));
    writeFileSync(path.join(root, "data/extracts/people.csv"), extractOf(people));
    const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
    const {file} = await makeRelease({
      project: openProject(root),
      edition: "small",
      published,
      open: fromFiles(),
      out: path.join(root, "out"),
      confidential,
    });
    return readBack(file, path.join(root, "sign-off"), published);
  } catch (error) {
    if (error instanceof DisclosureError) return error;
    throw error;
  } finally {
    rmSync(root, {recursive: true});
  }
}

function readBack(file: string, folder: string, published: readonly Release[]): SmallRelease {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  const release = readRelease(readFileSync(file, "utf8"), file);
  const {primaries, others, givenUp} = read("sign-off.json") as {
    primaries: string[];
    others: Record<string, string>;
    givenUp: string[];
  };
  const tooFew = Object.keys(others).filter((key) => others[key] === "too-few-for-a-mean");
  const certificate = peopleCertificateSchema.parse(read("people.json"));
  const signed = {unsafe: new Set(primaries), tooFew: new Set(tooFew)};
  const [, ...editions] = certificate.definitions.editions;
  const linked = editions.flatMap(({name}) => published.find(({edition}) => edition.id === name) ?? []);
  return {release, tooFew, givenUp, check: checkPeople([release, ...linked], certificate, signed), linked};
}

function extractOf(people: readonly Alike[]): string {
  const rows = people.flatMap((alike, group) => {
    const {people: times, sex = "", area = "", d1 = "", d2 = "", wants = "", age, offences = "", wait} = alike;
    const {seen = "2007-06-01", d1Before = [], client = String(group)} = alike;
    const started = wait === undefined ? "" : daysAfter(seen, wait);
    const born = age === undefined ? "" : age === "impossible" ? "2007-02-30" : `${2007 - age}-01-01`;
    const forms = [...d1Before, d1].map((drug, at) => {
      const day = daysAfter(seen, at - d1Before.length);
      return [born, day, sex, area, drug, d2, wants, offences, started].join(",");
    });
    return Array.from({length: times}, (_, at) => forms.map((form) => `CANARY-${client}-${at},${form}`)).flat();
  });
  return `${["CLIENT,DOB,SEEN,SEX,AREA,D1,D2,WANTS,OFFENCES,STARTED", ...rows].join("\n")}\n`;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
