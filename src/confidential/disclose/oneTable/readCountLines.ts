import {
  parseCount,
  readBytes,
  readTable,
  tidyLabel,
  type Encoding,
  type Refuse,
  type Table,
} from "../../../intake/index.ts";
import {totalName, type CountLine} from "../search/crossTabulate.ts";
import {ExtractError} from "../../sources/ExtractError.ts";
import {findSubtotal} from "./findSubtotal.ts";
import {findTotal} from "./findTotal.ts";
import {outputColumns} from "./outputColumns.ts";

/** A file of counts. */
export interface CountFile {
  /** Absolute path of a CSV file with a header, one line a combination of categories. */
  readonly path: string;
  /** As the user named it, for messages. */
  readonly file: string;
  /** Columns that hold the categories. */
  readonly by: readonly string[];
  /** Column that holds the count. */
  readonly count: string;
  /** How the file is encoded, where its bytes do not tell. */
  readonly encoding?: Encoding;
  /** Categories that are no totals, although they are called so or add up so. */
  readonly noTotal?: readonly string[];
}

/** The lines of a table of counts. */
export interface CountTable {
  /** Columns that hold the categories, as the header names them, tidied. */
  readonly by: readonly string[];
  readonly lines: readonly CountLine[];
  /** Set where the file was read as Windows-1252 because it is neither UTF-8 nor UTF-16. */
  readonly assumed?: Encoding;
}

/**
 * Reads a table of counts. Throws ExtractError for a broken file, columns that are missing, asked twice or called as those of the output, a count that is
 * no whole number, categories that come twice, and a category that is a total of the others.
 */
export function readCountLines(request: CountFile): CountTable {
  const {path, file, encoding} = request;
  const [by, count] = [request.by.map(tidyLabel), tidyLabel(request.count)];
  const refuse: Refuse = ({line}, message) => new ExtractError({file, ...(line !== undefined && {line})}, message);
  refuseAskedTwice([...by, count], refuse);
  refuseOutputColumns(by, refuse);
  const asked = [...by, count].map((name) => ({name}));
  const options = {asker: "the command", others: "pass over", otherwise: "windows-1252"} as const;
  const {rows, assumed} = readTable({bytes: readBytes(path, refuse), asked, encoding, refuse, ...options});
  if (rows.length === 0) throw refuse({}, "there is no row of counts beneath the header. Export the table again.");
  const lines = rows.map((row) => readLine(row, {by, count}, refuse));
  if (!Number.isSafeInteger(lines.reduce((sum, line) => sum + line.count, 0))) {
    throw refuse({}, "the counts add up to more than can be exact. Check that the column holds counts.");
  }
  refuseRepeated(lines, rows, refuse);
  refuseTotals({lines, rows}, {by, noTotal: (request.noTotal ?? []).map(tidyLabel)}, refuse);
  return {lines, by, ...(assumed && {assumed})};
}

function refuseAskedTwice(asked: readonly string[], refuse: Refuse): void {
  const twice = asked.find((name, at) => asked.indexOf(name) !== at);
  if (twice === undefined) return;
  throw refuse({}, `the column "${twice}" is asked twice. Name each column once, and the counts not among --by.`);
}

/** A table with two columns of one name can be read as neither. */
function refuseOutputColumns(by: readonly string[], refuse: Refuse): void {
  const own: readonly string[] = Object.values(outputColumns);
  const same = by.find((column) => own.includes(column));
  if (same === undefined) return;
  throw refuse({}, `the output has a column "${same}" of its own. Give the column of categories another name.`);
}

function readLine(
  {line, fields}: Table["rows"][number],
  {by, count}: Pick<CountFile, "by" | "count">,
  refuse: Refuse,
): CountLine {
  const categories = by.map((column) => fields.get(column) ?? "");
  const number = parseCount(fields.get(count) ?? "");
  if (number !== undefined) return {categories, count: number};
  const message = `column "${count}" holds no whole number, or one of more digits than are exact. Write digits alone.`;
  throw refuse({line}, message);
}

/** Lines of the same categories may be one count twice, or parts of it: nothing tells which. */
function refuseRepeated(lines: readonly CountLine[], rows: Table["rows"], refuse: Refuse): void {
  const firstLines = new Map<string, number>();
  for (const [at, {categories}] of lines.entries()) {
    const line = rows[at]?.line ?? 0;
    const earlier = firstLines.get(JSON.stringify(categories));
    if (earlier !== undefined) {
      const message = `the categories of line ${earlier} come again, blanks and spelling aside. Add the two up, or name the column that tells them apart in --by.`;
      throw refuse({line}, message);
    }
    firstLines.set(JSON.stringify(categories), line);
  }
}

function refuseTotals(
  {lines, rows}: {readonly lines: readonly CountLine[]; readonly rows: Table["rows"]},
  {by, noTotal}: {readonly by: readonly string[]; readonly noTotal: readonly string[]},
  refuse: Refuse,
): void {
  for (const [place, column] of by.entries()) {
    const named = lines.findIndex(({categories}) => categories[place] === totalName);
    if (named !== -1) {
      const message = `a category of "${column}" is called ${totalName}. Leave totals out: they are added.`;
      throw refuse({line: rows[named]?.line ?? 1}, `${message} A category that is none needs another name.`);
    }
    const remedy = "Leave totals out: they are added. If it is no total, name it with --no-total.";
    const lineOf = (at: number): number => rows[at]?.line ?? 1;
    const total = findTotal(lines, place, noTotal);
    if (total !== undefined) {
      const why = total.isNamedSo ? "is called as totals are" : "is the sum of the others in every line";
      throw refuse({line: lineOf(total.at)}, `the category of "${column}" ${why}. ${remedy}`);
    }
    const subtotal = findSubtotal(lines, place, noTotal);
    if (subtotal === undefined) continue;
    const parts = subtotal.parts.map((at) => String(lineOf(at))).join(", ");
    const why = `is the sum of those of lines ${parts} wherever it stands`;
    throw refuse({line: lineOf(subtotal.at)}, `the category of "${column}" ${why}. ${remedy}`);
  }
}
