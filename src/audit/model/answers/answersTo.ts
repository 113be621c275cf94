import {bandIn, monthsIn, readQuantity, stated, type Reads} from "../../../publication/index.ts";

/** The category that stands for no usable answer, where a question has one. */
export const notStated = "not-stated";

/** Names of the places that answers are read from: a column of codes, a date, a number, or the form itself. */
export function sourcesOf(reads: Reads): readonly string[] {
  switch (reads.as) {
    case "code":
      return [reads.column];
    case "any-of":
      return reads.columns.map(({column}) => column);
    case "answered":
      return [reads.column];
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "bands":
    case "number":
    case "number-bands":
      return [readQuantity(reads)?.key ?? ""];
    case "period":
      return [monthKey(reads)];
    case "form":
      return ["form"];
    // Each answer to a question with several is yes or no by itself.
    case "codes":
      return [];
  }
}

/** Names the month that a date lies in. */
export function monthKey({column}: {readonly column: string}): string {
  return `month of ${column}`;
}

/** One possible answer of a source, as what each of some variables says to it; several where it cannot be told. */
export type Sayings = readonly (readonly string[])[];

/** Every answer that a column of codes can hold, the unusable one first, as what each variable says to it. */
export function answersOfColumn(column: string, readings: readonly Reads[]): readonly Sayings[] {
  const codes = [...new Set(readings.flatMap((reads) => codesIn(reads, column)))];
  const isListed = readings.some(({as}) => as !== "answered");
  const answers = isListed ? codes : [anyCode];
  return [undefined, ...answers].map((code) => readings.map((reads) => sayingTo({reads, column, code}, readings)));
}

/** Stands for the codes of a column of which only is known whether there is one. */
const anyCode = "*";

interface Asked {
  readonly reads: Reads;
  readonly column: string;
  /** None: no usable answer. */
  readonly code: string | undefined;
}

function sayingTo({reads, column, code}: Asked, all: readonly Reads[]): readonly string[] {
  switch (reads.as) {
    case "code":
      return [categoryOf(reads.categories, code) ?? reads.blank];
    case "any-of": {
      const own = reads.columns.find((one) => one.column === column);
      return [categoryOf({yes: own?.yes ?? [], no: own?.no ?? []}, code) ?? notStated];
    }
    case "answered":
      if (code === undefined) return ["no"];
      return code === anyCode || all.some((one) => isAnswer(one, column, code)) ? ["yes"] : ["yes", "no"];
    case "codes":
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "bands":
    case "number":
    case "number-bands":
    case "period":
    case "form":
      return [];
  }
}

/** Whether a variable puts a code where only answers stand: rows for "not stated" always join the blanks. */
function isAnswer(reads: Reads, column: string, code: string): boolean {
  if (reads.as === "any-of") {
    return reads.columns.some((one) => one.column === column && [...one.yes, ...one.no].includes(code));
  }
  if (reads.as !== "code") return false;
  return (categoryOf(reads.categories, code) ?? reads.blank) !== reads.blank;
}

/** The category of a code; one with a later meaning that a list did not have yet is the code itself there. */
function categoryOf(categories: Readonly<Record<string, readonly string[]>>, code: string | undefined) {
  if (code === undefined) return undefined;
  const find = (one: string): string | undefined =>
    Object.entries(categories).find(([, codes]) => codes.includes(one))?.[0];
  return find(code) ?? find(code.replace(/ from \d{4}-\d{2}-\d{2}$/, ""));
}

function codesIn(reads: Reads, column: string): readonly string[] {
  if (reads.as === "code") return Object.values(reads.categories).flat();
  if (reads.as !== "any-of") return [];
  return reads.columns.filter((one) => one.column === column).flatMap(({yes, no}) => [...yes, ...no]);
}

/**
 * Every value of a number, the unusable one first, as what each variable says to it; `numbers` is the value where there is
 * one, by the same index.
 */
export function answersOfNumber(readings: readonly Reads[]): {
  readonly answers: readonly Sayings[];
  readonly numbers: readonly (number | undefined)[];
} {
  const ends = readings.flatMap((reads) => readQuantity(reads)?.between ?? []);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const numbers = [undefined, ...Array.from({length: most - least + 1}, (_, index) => least + index)];
  return {numbers, answers: numbers.map((number) => readings.map((reads) => [sayingToNumber(reads, number)]))};
}

function sayingToNumber(reads: Reads, number: number | undefined): string {
  const quantity = readQuantity(reads);
  if (quantity === undefined || number === undefined) return notStated;
  const {bands, between} = quantity;
  if (number < between[0] || number > between[1]) return notStated;
  return bands === undefined ? stated : (bandIn(bands, number) ?? notStated);
}

/** Every month that some variables tell apart, none of them first, as what each says to it. */
export function answersOfMonths(readings: readonly Reads[]): readonly Sayings[] {
  const ends = readings.flatMap((reads) => (reads.as === "period" ? Object.values(reads.categories) : []));
  const begins = new Set(ends.flatMap(([from, to]) => monthsIn({from, to}).map((month) => `${month}-01`)));
  return [undefined, ...begins].map((day) => readings.map((reads) => [sayingToDay(reads, day)]));
}

function sayingToDay(reads: Reads, day: string | undefined): string {
  if (reads.as !== "period" || day === undefined) return notStated;
  return Object.entries(reads.categories).find(([, [from, to]]) => from <= day && day <= to)?.[0] ?? notStated;
}

/** What became of a form, whether it is usable, and where its date can lie. Source: `docs/extracts-and-dictionaries.md`. */
const forms = [
  {fate: "counted", usable: "yes", period: ["inside"]},
  {fate: "superseded", usable: "yes", period: ["inside"]},
  {fate: "outside-period", usable: "no", period: ["outside"]},
  {fate: "quarantined", usable: "no", period: ["inside", "outside", "unreadable"]},
] as const;

/** Every kind of form, as what each variable of forms says of it. */
export function answersOfForm(readings: readonly Reads[]): readonly Sayings[] {
  return forms.map((form) => readings.map((reads) => (reads.as === "form" ? [form[reads.what]].flat() : [])));
}
