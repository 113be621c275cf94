import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ingest} from "../../../../src/confidential/sources/files/ingest.ts";
import type {Ingested, IngestedExtract} from "../../../../src/confidential/sources/files/ingested.ts";
import type {ExtractReading, PopulationDeclaration, Report} from "../../../../src/publication/index.ts";
import {openProject} from "../../../../src/publication/index.ts";

/** A dictionary with one column of every type and one rule of every kind. */
export const dictionary = `name: small
title: Small forms
file: {delimiter: ",", broken-rows: 50%, quarantined-forms: 100%, dropped-answers: 100%}
blank: ["", "NA"]
dates: [dd/mm/yyyy, yyyy-mm-dd]
client: CLIENT
period: SEEN
stands-for-client: [TRIAGED, SEEN]
columns:
  FORM: {title: Form, type: text, required: true, unique: true}
  CLIENT: {title: Client, type: text, required: true}
  DOB: {title: Born, type: date, from: 1900-01-01}
  SEX: {title: Sex, type: code, list: sex}
  SEEN: {title: Seen, type: date, from: 2003-01-01, to: 2029-12-31, required: true}
  TRIAGED: {title: Triaged, type: date, from: 2003-01-01}
  AREA: {title: Area, type: code, list: areas}
  DRUG1: {title: First drug, type: code, list: drugs}
  DRUG2: {title: Second drug, type: code, list: drugs}
  WANTS: {title: Wants, type: codes, list: wants, separator: ";"}
  OFFENCES: {title: Offences, type: number, from: 0, to: 50}
  SPEND: {title: Spent in a week, type: number, decimals: 1, from: 0, to: 99.9}
rules:
  - {name: born-first, title: born before seen, holds: DOB < SEEN, otherwise: blank DOB}
  - {name: triage-after, title: triaged after seen, holds: TRIAGED >= SEEN, otherwise: quarantine}
variables:
  sex: {label: Sex, from: SEX}
  age: {label: Age, years: {from: DOB, to: SEEN}, unit: years, between: [10, 100]}
  age-group:
    label: Age group
    bands:
      of: age
      groups:
        - {name: young, label: Young, text: young, to: 29}
        - {name: old, label: Old, text: old, from: 30}
  wait: {label: Days to triage, days: {from: SEEN, to: TRIAGED}, unit: days, between: [0, 60]}
  offences: {label: Offences, number: OFFENCES, unit: offences}
  spend: {label: Spent in a week, number: SPEND, unit: pounds}
  spend-band:
    label: Spent
    bands:
      of: spend
      groups:
        - {name: little, label: Little, text: little, to: 9.9}
        - {name: much, label: Much, text: much, from: 10}
  area: {label: Area, from: AREA, area: true}
  in-region: {label: Place, from: AREA, in-region: {inside: inside, elsewhere: elsewhere, not-stated: elsewhere}}
  drug: {label: Drug, from: DRUG1}
  drug-class: {label: Class, from: DRUG1, grouped: {column: class, list: classes}}
  problem: {label: Problem, any-of: {columns: [DRUG1, DRUG2], column: problem, is: "yes"}}
  quarter: {label: Quarter seen, period: {of: SEEN, in: quarter, year: financial}}
  wants: {label: Wants, from: WANTS}
  any-wants: {label: Wants anything, answered: WANTS}
`;

/** The same, with variables that tell of all forms of a client. */
export const overForms = {
  "data/dictionaries/small.yaml": `${dictionary}  first-sex: {label: Sex at first, from: {first: SEX}}
  last-sex: {label: Sex at last, from: {last: SEX}}
  ever-woman: {label: Ever a woman, any: SEX, is: ["2"]}
  forms: {label: Forms, how-many: forms, most: 9, unit: forms}
`,
};

export const codeLists: Readonly<Record<string, string>> = {
  sex: "code,name,label,text,role\n1,male,Men,men,\n2,female,Women,women,\n9,unknown,Unknown,unknown,not-stated\n",
  areas:
    "code,name,label,text,role,region\nK,kent,Kent,Kent,,south\nS,surrey,Surrey,Surrey,,south\nL,leeds,Leeds,Leeds,,north\nX,abroad,Abroad,abroad,outside,\n",
  drugs:
    "code,name,label,text,role,class,problem,valid_from,valid_to\nH,heroin,Heroin,heroin,,hard,yes,,\nC,cannabis,Cannabis,cannabis,,soft,no,,\nO,old-drug,Old drug,old drug,,soft,no,,2007-06-30\n",
  classes: "code,name,label,text\n,hard,Hard,hard\n,soft,Soft,soft\n",
  wants: "code,name,label,text\nA,advice,Advice,advice\nB,beds,Beds,beds\n",
};

export const header = "FORM,CLIENT,DOB,SEX,SEEN,TRIAGED,AREA,DRUG1,DRUG2,WANTS,OFFENCES,SPEND";

/** A project in a folder of its own, with the small dictionary or another. */
export function smallProject(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "ingest-test-"));
  const lists = Object.entries(codeLists).map(([name, text]) => [`data/codelists/${name}.csv`, text] as const);
  const regions = "code,name,label,text\nS,south,South,the South\nN,north,North,the North\n";
  const all = {
    "data/codelists/regions.csv": regions,
    "data/dictionaries/small.yaml": dictionary,
    ...Object.fromEntries(lists),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(root, path, ".."), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  return root;
}

const population = (name: string, one: PopulationDeclaration["one"]): PopulationDeclaration => ({
  name,
  label: name,
  heading: name,
  extract: "people",
  dictionary: "small",
  one,
});

/** Bounds of what may change from one edition to the next, where a template says nothing. */
export const usualBounds: Report["bounds"] = {
  records: 0.25,
  share: 10,
  notStated: 5,
  place: 20,
  faults: 3,
  superseded: 10,
  outside: 20,
  month: 60,
  unlisted: 1,
  variables: {},
};

/** A report about April 2007 to March 2008 in the region "south". */
export function smallReport(references: readonly string[] = []): Report {
  return {
    id: "small",
    template: "small",
    title: "Small",
    summary: "Small",
    region: {name: "south", label: "South", text: "the South"},
    period: {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "April 2007 to March 2008"},
    published: "2008-12-01",
    publisher: "Nobody",
    contact: "nobody@example.org",
    synthetic: true,
    revisions: [],
    groupings: [],
    print: "whole",
    expected: [],
    breaks: [],
    bounds: usualBounds,
    extracts: {people: "people.csv"},
    populations: [population("clients", "client"), population("forms", "form"), population("faults", "fault")],
    references,
    policy: {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"},
    remedies: {withhold: []},
    map: {layout: "none"},
  };
}

/** Writes an extract's bytes into a small project. */
export function projectWith(extract: string | Buffer, files: Readonly<Record<string, string>> = {}): string {
  const root = smallProject(files);
  writeFileSync(join(root, "people.csv"), extract);
  return root;
}

/** Files of the project besides the usual ones, by path, and how the report says that the extract is written. */
type Given = {readonly reading?: ExtractReading} & Readonly<Record<`${string}/${string}`, string>>;

/** Reads an extract with the small dictionary and gives what `look` finds in it. */
export async function reading<Found>(
  extract: string | Buffer,
  look: (extract: IngestedExtract, ingested: Ingested) => Promise<Found> | Found,
  given: Given = {},
): Promise<Found> {
  const {reading: how, ...files} = given;
  const report = {...smallReport(), ...(how && {extractReadings: {people: how}})};
  await using ingested = await ingest({project: openProject(projectWith(extract, files)), report});
  const people = ingested.extracts.get("people");
  if (!people) throw new Error("the extract was not read");
  return await look(people, ingested);
}

/** The error that reading an extract ends in. */
export async function failure(extract: string | Buffer, given: Given = {}): Promise<Error> {
  const error: unknown = await reading(extract, () => undefined, given).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error("the extract was read although it should not have been");
  return error;
}

let forms = 0;

/** One line of an extract; what is not said is a sound answer of a client of their own. */
export function form(answers: Readonly<Record<string, string>> = {}): string {
  forms++;
  const sound = {FORM: `F${forms}`, CLIENT: `CANARY-${forms}`, DOB: "01/02/1975", SEX: "1", SEEN: "10/05/2007"};
  const usual: Record<string, string> = {
    ...sound,
    TRIAGED: "11/05/2007",
    AREA: "K",
    DRUG1: "H",
    DRUG2: "",
    WANTS: "A;B",
    OFFENCES: "2",
    SPEND: "12.5",
  };
  return header
    .split(",")
    .map((name) => answers[name] ?? usual[name] ?? "")
    .join(",");
}

/** An extract of the lines given, under the header. */
export function extract(...lines: readonly string[]): string {
  return `${[header, ...lines].join("\n")}\n`;
}
