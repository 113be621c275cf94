import {readFileSync} from "node:fs";
import path from "node:path";
import {parse} from "csv-parse/sync";

/**
 * Counts an extract by other means than the generator and the ingest: plain CSV, plain dates, and the rules of the
 * field as a person would apply them.
 */
export const root = path.resolve(import.meta.dirname, "../..");

export type Row = Readonly<Record<string, string>>;

/** A row of a code list of the project. */
export type CodeRow = Readonly<Record<string, string>>;

export interface CountedExtract {
  /** Rows with another number of fields than the header. */
  readonly ragged: number;
  readonly rows: readonly Row[];
  readonly quarantined: readonly Row[];
  readonly outside: readonly Row[];
  readonly forms: readonly Row[];
  /** The form that stands for each client. */
  readonly clients: readonly Row[];
}

export function countExtract(file: string, period: {from: string; to: string}): CountedExtract {
  const lines = parse(readFileSync(path.join(root, file), "utf8"), {relax_column_count: true});
  const [header = [], ...records] = lines;
  const whole = records.filter((record) => record.length === header.length);
  const rows = whole.map((record, line) => ({
    ...Object.fromEntries(header.map((name, index) => [name, record[index]!])),
    line: String(line).padStart(7, "0"),
  })) as Row[];
  const isUsable = (row: Row) => row.CLIENTID !== "" && isoOf(row.ICDATE!) >= "2003-01-01";
  const usable = rows.filter(isUsable);
  const isInside = (row: Row) => isoOf(row.ICDATE!) >= period.from && isoOf(row.ICDATE!) <= period.to;
  const forms = usable.filter(isInside);
  const latest = new Map<string, Row>();
  for (const form of forms) {
    const other = latest.get(form.CLIENTID!);
    if (!other || rankOf(form) > rankOf(other)) latest.set(form.CLIENTID!, form);
  }
  return {
    ragged: records.length - whole.length,
    rows,
    quarantined: rows.filter((row) => !isUsable(row)),
    outside: usable.filter((row) => !isInside(row)),
    forms,
    clients: [...latest.values()],
  };
}

/** Latest triage, then latest initial contact, then the later line; a triage before the contact counts as blank. */
function rankOf(form: Row): string {
  const contact = isoOf(form.ICDATE!);
  const triage = isoOf(form.TRIAGED!);
  return `${(triage < contact ? "" : triage).padStart(10)} ${contact} ${form.line!}`;
}

/** The ISO date of a date like 31/12/2007; empty where there is no such day. */
export function isoOf(text: string): string {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (!day || !month || !year) return "";
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1 ? `${year}-${month}-${day}` : "";
}

/** Age in whole years at the initial contact; undefined where the date of birth is missing or not believable. */
export function ageOf(client: Row): number | undefined {
  const [born, contact] = [isoOf(client.DOB!), isoOf(client.ICDATE!)];
  if (born < "1900-01-01" || born >= contact) return undefined;
  const birthdayPassed = born.slice(5) <= contact.slice(5);
  return Number(contact.slice(0, 4)) - Number(born.slice(0, 4)) - (birthdayPassed ? 0 : 1);
}

export function readCodes(list: string): readonly CodeRow[] {
  return parse<CodeRow>(readFileSync(path.join(root, `data/codelists/${list}.csv`), "utf8"), {columns: true});
}
