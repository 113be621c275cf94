import {oncePerProject, type Project} from "../../publication/index.ts";
import {z} from "zod";
import type {CodeList, CodeListRow} from "./codeList.ts";
import {DictionaryError, DictionaryFaults, type FilePosition} from "./DictionaryError.ts";
import {parseCsv, type CsvRow} from "./parseCsv.ts";

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

/**
 * Reads and checks `data/codelists/<name>.csv`: columns code, name, label, text; optionally role, valid_from and
 * valid_to; further columns are groupings.
 * Throws DictionaryError with file and line.
 */
export const readCodeList = oncePerProject((project: Project, name: string): CodeList => {
  const source = {project, folder: "data/codelists", fileName: `${name}.csv`};
  const {file, rows: read} = parseCsv(source, ["code", "name", "label", "text"]);
  const faults = new DictionaryFaults();
  const rows = read.flatMap((row) => faults.attempt(() => readRow(file, row)) ?? []);
  faults.throwIfAny();
  checkCodesOnce(file, rows);
  return {name, file, extraColumns: Object.keys(rows[0]?.extra ?? {}), rows};
});

function readRow(file: string, {line, fields}: CsvRow): CodeListRow {
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
  const validity = {...(validFrom && {validFrom}), ...(validTo && {validTo})};
  return {code, name, label, text, role: role || "value", ...validity, extra, line};
}

/** Names with a meaning of their own in a query; the last two may stand for just what they say. */
const reserved: Readonly<Record<string, string>> = {
  stated: "",
  total: "",
  "not-stated": "not-stated",
  outside: "outside",
};

function refuseReserved({name, role}: {name: string; role: string}, position: FilePosition): void {
  const meaning = reserved[name];
  if (meaning === undefined || (meaning !== "" && meaning === role)) return;
  throw new DictionaryError(position, `the name "${name}" has a meaning of its own in queries. Choose another.`);
}

/** A code may come back with another meaning once its earlier meaning has ended, never while it holds. */
function checkCodesOnce(file: string, rows: readonly CodeListRow[]): void {
  for (const [index, row] of rows.entries()) {
    const clash = rows
      .slice(0, index)
      .find((earlier) => row.code !== "" && row.code === earlier.code && overlap(row, earlier));
    if (clash) {
      throw new DictionaryError(
        {file, line: row.line},
        `the code of line ${clash.line} comes again. Remove one of the two.`,
      );
    }
  }
}

function overlap(one: CodeListRow, other: CodeListRow): boolean {
  const startsInTime = (a: CodeListRow, b: CodeListRow) => (a.validFrom ?? "") <= (b.validTo ?? "9999-12-31");
  return startsInTime(one, other) && startsInTime(other, one);
}
