import {oncePerProject, type Project} from "../../publication/index.ts";
import {z} from "zod";
import type {CodeList, CodeListRow} from "./codeList.ts";
import {DictionaryError, DictionaryFaults, type FilePosition} from "./DictionaryError.ts";
import {parseCsv, type PublicRow} from "./parseCsv.ts";
import {meaningInQueries} from "./reservedNames.ts";

const isoDate = z.union([z.literal(""), z.iso.date("is not a date like 2007-04-01")]).default("");

const rowSchema = z.looseObject({
  code: z.string().trim(),
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not lower case words and digits between hyphens"),
  label: z.string().min(1, "is blank"),
  text: z.string().min(1, "is blank"),
  role: z.enum(["", "value", "outside", "not-stated"], 'is none of "", "outside", "not-stated"').default(""),
  valid_from: isoDate,
  valid_to: isoDate,
});

/** No question has more answers; every one is a number of two bytes where records are held. */
const mostRows = 20_000;

/**
 * Reads and checks `data/codelists/<name>.csv`: columns code, name, label, text; optionally role, valid_from and
 * valid_to; further columns are groupings.
 * Throws DictionaryError with file and line.
 */
export const readCodeList = oncePerProject((project: Project, name: string): CodeList => {
  const source = {project, folder: "data/codelists", fileName: `${name}.csv`};
  const {file, rows: read} = parseCsv(source, ["code", "name", "label", "text"]);
  const excess = read[mostRows];
  if (excess !== undefined) {
    throw new DictionaryError(
      {file, line: excess.line},
      `a code list has ${mostRows} rows at most. Give the one that was meant.`,
    );
  }
  const faults = new DictionaryFaults();
  const rows = read.flatMap((row) => faults.attempt(() => readRow(file, row)) ?? []);
  faults.throwIfAny();
  checkCodesOnce(file, rows);
  checkCategories(file, rows);
  return {name, file, extraColumns: Object.keys(rows[0]?.extra ?? {}), rows};
});

function readRow(file: string, {line, fields}: PublicRow): CodeListRow {
  const result = rowSchema.safeParse(Object.fromEntries(fields));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new DictionaryError(
      {file, line},
      `${issue?.path.join(".") ?? "the row"} ${issue?.message ?? "is not valid"}.`,
    );
  }
  refuseReserved(result.data, {file, line});
  const {code, name, label, text, role, valid_from: validFrom, valid_to: validTo, ...rest} = result.data;
  const extra = Object.fromEntries(Object.entries(rest).map(([column, value]) => [column, String(value)]));
  if (validFrom && validTo && validFrom > validTo) {
    throw new DictionaryError({file, line}, "valid_from is later than valid_to. Exchange the two dates.");
  }
  const validity = {...(validFrom && {validFrom}), ...(validTo && {validTo})};
  return {code, name, label, text, role: role || "value", ...validity, extra, line};
}

function refuseReserved({name, role}: {name: string; role: string}, position: FilePosition): void {
  const meaning = meaningInQueries(name);
  if (meaning === undefined || meaning === role) return;
  throw new DictionaryError(position, `the name "${name}" has a meaning of its own in queries. Choose another.`);
}

/** A code may come back with another meaning once its earlier meaning has ended, never while it holds. */
function checkCodesOnce(file: string, rows: readonly CodeListRow[]): void {
  for (const [code, same] of Map.groupBy(rows, (row) => row.code)) {
    if (code === "") continue;
    for (const [index, row] of same.entries()) {
      const clash = same.slice(0, index).find((earlier) => overlap(row, earlier));
      if (clash) {
        throw new DictionaryError(
          {file, line: row.line},
          `the code of line ${clash.line} comes again. Remove one of the two.`,
        );
      }
    }
  }
}

function overlap(one: CodeListRow, other: CodeListRow): boolean {
  const startsInTime = (a: CodeListRow, b: CodeListRow) => (a.validFrom ?? "") <= (b.validTo ?? "9999-12-31");
  return startsInTime(one, other) && startsInTime(other, one);
}

/**
 * Codes of one name are one category, which is called one thing; what is called alike cannot be told apart by a reader.
 * A category without code, as groups are, stands once.
 */
function checkCategories(file: string, rows: readonly CodeListRow[]): void {
  const [byName, byLabel] = [new Map<string, CodeListRow>(), new Map<string, CodeListRow>()];
  for (const row of rows.filter(({role}) => role !== "not-stated")) {
    const {name, label, text, role, code, line} = row;
    const [same, alike] = [byName.get(name), byLabel.get(label.toLowerCase())];
    if (same !== undefined && (same.label !== label || same.text !== text || same.role !== role)) {
      const message = `"${name}" has another label, text or role than in line ${same.line}. Write one of them.`;
      throw new DictionaryError({file, line}, message);
    }
    if (same !== undefined && code === "") {
      throw new DictionaryError({file, line}, `"${name}" stands in line ${same.line} already. Remove one of the two.`);
    }
    if (alike !== undefined && alike.name !== name) {
      throw new DictionaryError(
        {file, line},
        `the label is that of line ${alike.line}, which has another name. Correct one.`,
      );
    }
    byName.set(name, row);
    byLabel.set(label.toLowerCase(), row);
  }
}
