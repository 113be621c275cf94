import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {parse} from "csv-parse/sync";
import {synthesise} from "../../src/synthetic/synthesise.ts";
import {openProject} from "../../src/publication/index.ts";

/** The columns of a small extract of another kind than the project's own. */
const dictionary = `
name: visits
title: Visits
about: One row a visit.
file: {delimiter: ",", broken-rows: 1%}
blank: [""]
dates: [yyyy-mm-dd]
client: PERSON
period: SEEN
stands-for-client: [SEEN]
columns:
  VISIT: {title: Visit, type: text, required: true, unique: true}
  PERSON: {title: Person, type: text, required: true}
  SEEN: {title: Seen on, type: date, required: true}
  BORN: {title: Born on, type: date}
  TOWN: {title: Town, type: code, list: towns}
  HOME: {title: Home, type: code, list: towns}
  FRUIT: {title: Favourite fruit, type: code, list: fruits}
  NEEDS: {title: Needs, type: codes, list: fruits, separator: "|"}
rules: []
variables:
  age: {label: Age, years: {from: BORN, to: SEEN}, unit: years, between: [0, 110]}
  fruit: {label: Favourite fruit, from: FRUIT}
`;

const towns = `code,name,label,text,role,region
1,north-town,North Town,North Town,,here
2,south-town,South Town,South Town,,here
9,far-town,Far Town,Far Town,,there
`;

const fruits = `code,name,label,text,role
A,apple,Apple,apple,
P,pear,Pear,pear,
X,refused,Refused,refused,not-stated
`;

/** Margins that leave every column to the defaults. */
export const bareMargins = `
title: A small town
source: nobody
seed: "1"
region: here
period: {from: 2020-01-01, to: 2020-12-31}
extracts:
  visits:
    dictionary: visits
    file: visits.csv
    clients: {count: 200}
`;

/** A project of one dictionary, two code lists and the margins given. */
export function tinyProject(margins: string, tables: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), "smallprint-synthesise-"));
  const files = {
    "data/dictionaries/visits.yaml": dictionary,
    "data/codelists/towns.csv": towns,
    "data/codelists/fruits.csv": fruits,
    "data/reference/margins/town.yaml": margins,
    ...Object.fromEntries(Object.entries(tables).map(([name, text]) => [`data/reference/margins/${name}`, text])),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

/** The bytes of the extract that a small project makes. */
export function makeVisits(root: string, seed?: string): string {
  const out = path.join(root, "out");
  synthesise({project: openProject(root), margins: "town", seed, out});
  return readFileSync(path.join(out, "visits.csv"), "utf8");
}

/** The rows of an extract by column. */
export function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, {columns: true});
}
