import {readdirSync, statSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect} from "vitest";
import {extract, form} from "../../confidential/sources/files/smallProject.ts";
import {ledgerProject, writeEdition} from "../ledgerProject.ts";
import {root as source} from "../runCommand.ts";

/** What became of the forms of an extract: how many of each. */
export interface Fates {
  readonly quarantined: number;
  readonly outside: number;
  readonly superseded: number;
  readonly dropped: number;
}

const clients = 20;

/** An extract of twenty clients, with forms that a release may not tell of. */
export function extractOf({quarantined, outside, superseded, dropped}: Fates): string {
  const of = (count: number, answers: (index: number) => Readonly<Record<string, string>>): readonly string[] =>
    Array.from({length: count}, (_, index) => form(answers(index)));
  return extract(
    ...of(superseded, (index) => ({CLIENT: `CANARY-${index % clients}`, SEEN: "01/05/2007", TRIAGED: "02/05/2007"})),
    ...of(clients, (index) => ({CLIENT: `CANARY-${index}`, ...(index < dropped && {AREA: "?"})})),
    ...of(quarantined, () => ({SEEN: "soon"})),
    ...of(outside, () => ({SEEN: "01/01/2009", TRIAGED: "02/01/2009"})),
  );
}

/** Counts that are like no other number of a message. */
export const usual: Fates = {quarantined: 31, outside: 42, superseded: 53, dropped: 17};
/** Every count of the usual extract that its release does not print: read, each fate, each fault, and what is more than ten. */
export const withheld = [146, 31, 42, 53, 17, 38] as const;

/** A project with an edition, its extract and policy. */
export function project(fates: Fates = usual, edition = "e"): string {
  const root = ledgerProject();
  writeFaulty(root, edition, fates);
  return root;
}

export function writeFaulty(root: string, edition: string, fates: Fates): void {
  // However its forms fare: nothing of it is held against what it was before.
  const expect = "{unlisted: 100, faults: 100, superseded: 100, outside: 100, not-stated: 100}";
  writeEdition(root, edition, {asks: ["count clients sex=male"], expect});
  writeFileSync(path.join(root, "data/extracts", `${edition}.csv`), extractOf(fates));
}

/** Rights of a file or folder, in octal. */
export const rights = (file: string): string => (statSync(file).mode & 0o777).toString(8);
/** Those of the counts that the release does not print which stand in a text, but as parts of a path or a date. */
export const counts = (text: string): readonly number[] =>
  withheld.filter((count) => new RegExp(`(?<![\\d./-])${count}(?![\\d/])`).test(text));

/** Names of the files of a sign-off. */
export const confidential = [
  "audit.txt",
  "certificate.json",
  "dossier.txt",
  "extracts.log",
  "people.json",
  "sign-off.json",
  "tally.json",
];

/** Expects a folder with the sign-off of an edition and nothing else, that its owner alone can read. */
export function expectSignOff(folder: string): void {
  expect(readdirSync(folder).toSorted()).toEqual(confidential);
  expect(rights(folder)).toBe("700");
  expect(confidential.map((name) => rights(path.join(folder, name)))).toEqual(confidential.map(() => "600"));
}

/** A project whose site can be built. */
export function wholeProject(): string {
  const root = project();
  for (const name of ["src", "node_modules", "package.json"]) {
    symlinkSync(path.join(source, name), path.join(root, name));
  }
  return root;
}
