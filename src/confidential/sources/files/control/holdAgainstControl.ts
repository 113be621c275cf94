import type {DuckDBConnection} from "@duckdb/node-api";
import {adviseOnName, type Period} from "../../../../publication/index.ts";
import type {CountColumn, NumberColumn} from "../../../dictionary/dictionary.ts";
import {inSteps} from "../../../dictionary/steps.ts";
import {ExtractError} from "../../ExtractError.ts";
import {isUsable} from "../dateSql.ts";
import type {FormsTable} from "../formsTable.ts";
import {hashOfFile} from "../hashOfFile.ts";
import {isNumber} from "../numberSql.ts";
import type {Source} from "../openExtract.ts";
import {readControl, type Control} from "./controlFile.ts";

/** An extract as it was read, with what it should be by its control file. */
interface Held {
  readonly source: Source;
  readonly control: Control;
  readonly forms: FormsTable;
  readonly period: Period;
  readonly connection: DuckDBConnection;
}

/** Something that is not as the control file says. */
interface Disagreement {
  /** Holds no number. */
  readonly what: string;
  /** The two numbers. Confidential. */
  readonly counts: string;
}

/**
 * Holds an extract against what its supplier says of it, where there is a control file beside it. Gives the names of what was
 * held. Throws ExtractError that names everything which does not agree and which way, without a number.
 */
export async function holdAgainstControl({source, ...held}: Omit<Held, "control">): Promise<readonly string[]> {
  const control = readControl(source);
  if (control === undefined) return [];
  const asked = {...held, source, control};
  const found = [
    ...(await holdHash(asked)),
    ...holdDay(asked),
    ...(await holdRows(asked)),
    ...(await holdMonths(asked)),
    ...(await holdSums(asked)),
  ];
  if (found.length === 0) return Object.keys(control).filter((name) => name !== "file");
  const named = found.map(({what}) => what).join("; ");
  throw new ExtractError(
    source,
    `the file is not what its control file ${control.file} says: ${named}. Ask its supplier which of the two is right, and for the whole file.`,
    found.map(({what, counts}) => `${what}: ${counts}`).join("\n"),
  );
}

async function holdHash({source, control: {sha256}}: Held): Promise<readonly Disagreement[]> {
  if (sha256 === undefined) return [];
  const is = await hashOfFile(source.path);
  if (is === sha256.toLowerCase()) return [];
  return [{what: "its SHA-256 is another", counts: `${sha256} by the control file, ${is} in fact`}];
}

/** What came in before the period was over cannot hold all of it. */
function holdDay({control: {received}, period}: Held): readonly Disagreement[] {
  if (received === undefined || received > period.to) return [];
  return [
    {what: "it was received before the period was over", counts: `${received}, and the period ends ${period.to}`},
  ];
}

/** Before rows of a table of counts become records: its supplier counts the rows of a file, and adds up its counts. */
async function holdRows({control: {rows}, forms, connection}: Held): Promise<readonly Disagreement[]> {
  if (rows === undefined) return [];
  const [[read] = []] = await rowsOf(`SELECT count(*) FROM ${forms.table}`, connection);
  return disagree(ofRecords(""), rows, Number(read));
}

async function holdMonths({source, control, forms, connection}: Held): Promise<readonly Disagreement[]> {
  const {months} = control;
  if (months === undefined) return [];
  const {period} = forms.model.dictionary;
  if (period === undefined) {
    const what = `its control file ${control.file} names months, and no date of the table selects its rows.`;
    throw new ExtractError(source, `${what} Remove them, or name the date in the dictionary (period).`);
  }
  const day = forms.columnOf(period);
  const counted = await rowsOf(
    `SELECT strftime(${day}, '%Y-%m'), count(*) FROM ${forms.table} WHERE NOT broken AND ${isUsable(day)} GROUP BY 1`,
    connection,
  );
  const is = new Map(counted.map(([month, forms]) => [String(month), Number(forms)]));
  // A month that its supplier does not name is the answer of some record, and no message holds one.
  const others = [...is].filter(([month]) => months[month] === undefined);
  const ofOthers = others.map(([month, records]) => `${month}: ${String(records)}`).join(", ");
  return [
    ...Object.entries(months)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([month, said]) => disagree(ofRecords(` of ${month}`), said, is.get(month) ?? 0)),
    ...(others.length === 0
      ? []
      : [{what: "records of months that it does not name", counts: `none by the control file, ${ofOthers} in fact`}]),
  ];
}

async function holdSums(held: Held): Promise<readonly Disagreement[]> {
  const {control, forms, connection} = held;
  const found: Disagreement[] = [];
  for (const [name, said] of Object.entries(control.sums ?? {})) {
    const column = numberColumn(name, held);
    const number = forms.columnOf(name);
    const [[sum] = []] = await rowsOf(
      `SELECT coalesce(sum(${number}), 0) FROM ${forms.table} WHERE NOT broken AND ${isNumber(number)}`,
      connection,
    );
    const decimals = column.type === "number" ? column.decimals : 0;
    // A sum that is finer than its numbers is that of other numbers.
    const should = inSteps(said, decimals) ?? said * 10 ** decimals;
    found.push(...disagree(ofSum(name), should, Number(sum)));
  }
  return found;
}

function numberColumn(name: string, {source, control, forms}: Held): NumberColumn | CountColumn {
  const numbers = forms.model.dictionary.columns.filter((one) => one.type === "number" || one.type === "count");
  const column = numbers.find((one) => one.name === name);
  if (column !== undefined) return column;
  const advice = adviseOnName(
    name,
    numbers.map((one) => one.name),
  );
  throw new ExtractError(
    source,
    `its control file ${control.file} names a sum of a column that the dictionary does not read as a number. ${advice}`,
  );
}

/** Two numbers that should be one: what is said where the file has the lower, and where it has the higher. */
function disagree(
  [fewer, more]: readonly [fewer: string, more: string],
  said: number,
  is: number,
): readonly Disagreement[] {
  const counts = `${String(said)} by the control file, ${String(is)} in fact`;
  return said === is ? [] : [{what: is < said ? fewer : more, counts}];
}

const ofRecords = (which: string) => [`fewer records${which}`, `more records${which}`] as const;
const ofSum = (name: string) => [`a lower sum of ${name}`, `a higher sum of ${name}`] as const;

async function rowsOf(sql: string, connection: DuckDBConnection): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRows();
}
