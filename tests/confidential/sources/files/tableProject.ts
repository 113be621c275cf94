import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {ingest} from "../../../../src/confidential/sources/files/ingest.ts";
import type {Ingested, IngestedExtract} from "../../../../src/confidential/sources/files/ingested.ts";
import {openProject, type Report} from "../../../../src/publication/index.ts";
import {smallProject, smallReport} from "./smallProject.ts";

/** A dictionary of a table of counts, under the name of the small one and with its code lists. */
export const tableDictionary = `name: small
title: Counts of people
file: {delimiter: ",", broken-rows: 50%}
blank: ["", "NA"]
dates: [dd/mm/yyyy]
columns:
  SEX: {title: Sex, type: code, list: sex}
  AREA: {title: Area, type: code, list: areas}
  DRUG1: {title: Drug, type: code, list: drugs}
  WANTS: {title: Wants, type: codes, list: wants, separator: ";"}
  N: {title: Number of people, type: count}
impossible:
  - {name: no-women, title: no women in Surrey take cannabis, where: {SEX: ["2"], AREA: [S], DRUG1: [C]}, drop: DRUG1}
variables:
  sex: {label: Sex, from: SEX}
  area: {label: Area, from: AREA, area: true}
  drug: {label: Drug, from: DRUG1}
  drug-class: {label: Class, from: DRUG1, grouped: {column: class, list: classes}}
  wants: {label: Wants, from: WANTS}
`;

/** The same with a date in every row, which selects it. */
export const datedDictionary = tableDictionary
  .replace("columns:\n", "period: MONTH\ncolumns:\n  MONTH: {title: Month that begins, type: date}\n")
  .replace("variables:\n", "variables:\n  month: {label: Month, period: {of: MONTH, in: month}}\n");

export const tableHeader = "SEX,AREA,DRUG1,WANTS,N";

export const key = "CANARY-of-this-table";

/** A report that counts the records of a table. */
export function tableReport(): Report {
  return {...smallReport(), populations: smallReport().populations.filter(({one}) => one === "form")};
}

/** A project with a table of counts, its rows under the header; with no key where that is empty. */
export function projectWithTable(
  rows: readonly string[],
  {header = tableHeader, dictionary = tableDictionary, own = key} = {},
): string {
  const root = smallProject({"data/dictionaries/small.yaml": dictionary});
  writeFileSync(join(root, "people.csv"), `${[header, ...rows].join("\n")}\n`);
  if (own !== "") writeFileSync(join(root, "people.csv.key"), `${own}\n`);
  return root;
}

/** Reads a table of counts and gives what `look` finds in it. */
export async function readingTable<Found>(
  root: string,
  look: (extract: IngestedExtract, ingested: Ingested) => Promise<Found> | Found,
): Promise<Found> {
  await using ingested = await ingest({project: openProject(root), report: tableReport()});
  const people = ingested.extracts.get("people");
  if (people === undefined) throw new Error("the table was not read");
  return await look(people, ingested);
}

/** The error that reading a table ends in. */
export async function tableFailure(root: string): Promise<Error & {readonly findings?: string}> {
  const error: unknown = await readingTable(root, () => undefined).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error("the table was read although it should not have been");
  return error;
}
