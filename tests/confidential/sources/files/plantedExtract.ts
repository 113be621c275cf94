import fc from "fast-check";
import type {FormCounts} from "../../../../src/confidential/sources/RecordSource.ts";
import {header} from "./smallProject.ts";

/** What is done to one form, or between two. */
const kinds = [
  "sound",
  "sound",
  "midnight",
  "blank-client",
  "outside",
  "again",
  "repeated-number",
  "unlisted",
  "no-date",
  "impossible",
  "time",
  "too-few",
  "too-many",
  "empty-too-many",
  "blank-row",
] as const;
type Kind = (typeof kinds)[number];

export const plantedKinds = fc.array(fc.constantFrom(...kinds), {minLength: 1, maxLength: 12});

/** An extract whose faults are known, and what must be counted in it. */
export interface PlantedExtract {
  readonly rows: readonly (readonly string[])[];
  readonly counts: FormCounts;
  /** Forms by rule and column. */
  readonly faults: Readonly<Record<string, number>>;
}

const blanks = ["", " ", "NA", "\u00a0", "\t\u200b"];
const names = header.split(",");

/** Makes an extract of one sound form and one of each kind; broken rows and blank ones only where a file can hold them. */
export function plant(planted: readonly Kind[], {isRagged}: {readonly isRagged: boolean}): PlantedExtract {
  const possible = planted.filter((kind) => isRagged || !["too-few", "too-many", "empty-too-many"].includes(kind));
  const made = ["sound" as const, ...possible].map(makeRow);
  const count = (...found: readonly Kind[]): number => possible.filter((kind) => found.includes(kind)).length;
  const broken = count("too-few", "too-many", "empty-too-many");
  const quarantined = broken + count("blank-client", "repeated-number", "no-date");
  const read = 1 + possible.length - count("blank-row");
  const [outsidePeriod, superseded] = [count("outside"), count("again")];
  const faults = {
    "broken-record record": broken,
    "blank-client CLIENT": count("blank-client"),
    "duplicate-form FORM": count("repeated-number"),
    "unlisted-code SEX": count("unlisted"),
    "blank-required SEEN": count("no-date"),
    "impossible-date DOB": count("impossible"),
    "time-of-day DOB": count("time"),
  };
  return {
    rows: [names, ...made],
    counts: {read, quarantined, outsidePeriod, superseded, counted: read - quarantined - outsidePeriod - superseded},
    faults: Object.fromEntries(Object.entries(faults).filter(([, forms]) => forms > 0)),
  };
}

function makeRow(kind: Kind, at: number): readonly string[] {
  const sound = {FORM: `F${at}`, CLIENT: `CANARY-${at}`, DOB: "01/02/1975", SEX: "1", SEEN: "10/05/2007", WANTS: "A;B"};
  const answers: Readonly<Record<string, string>> = {...sound, AREA: "K", DRUG1: "H", ...changedBy(kind, at)};
  const row = names.map((name) => answers[name] ?? "");
  if (kind === "too-few") return row.slice(1);
  if (kind === "too-many") return [...row, "more"];
  if (kind === "empty-too-many") return [...row, ""];
  return kind === "blank-row" ? names.map(() => "") : row;
}

function changedBy(kind: Kind, at: number): Readonly<Record<string, string>> {
  switch (kind) {
    case "midnight":
      return {SEEN: "10/05/2007 00:00", SEX: "\u00a02 "};
    case "blank-client":
      return {CLIENT: blanks[at % blanks.length] ?? ""};
    case "outside":
      return {SEEN: "2008-04-01"};
    case "again":
      return {CLIENT: "\u00a0CANARY-0 "};
    case "repeated-number":
      return {FORM: "F0\u200b"};
    case "unlisted":
      return {SEX: "é"};
    case "no-date":
      return {SEEN: ""};
    case "impossible":
      return {DOB: "31/02/1975"};
    case "time":
      return {DOB: "01/02/1975 10:30"};
    case "sound":
    case "too-few":
    case "too-many":
    case "empty-too-many":
    case "blank-row":
      return {};
  }
}
