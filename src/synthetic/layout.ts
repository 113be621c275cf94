import {adviseOnName, type Project} from "../publication/index.ts";
import {
  type CodeListRow,
  type Column,
  DictionaryError,
  holdsRecords,
  readCodeList,
  readDictionary,
  type RecordDictionary,
} from "../confidential/index.ts";
import {notStated, outside} from "./client.ts";
import type {MarginsPlace} from "./marginsFile.ts";

/** A column of an extract with the codes it may hold; none where it holds no codes. */
export type CodedColumn = Column & {readonly codes: readonly CodeListRow[]};

/** What an extract looks like. */
export interface Layout {
  readonly dictionary: RecordDictionary;
  readonly region: string;
  readonly columns: ReadonlyMap<string, CodedColumn>;
}

/**
 * Reads a dictionary with the code lists of its columns, as they stand throughout a period. Throws DictionaryError for one of
 * a table of counts.
 */
export function readLayout(
  project: Project,
  name: string,
  edition: {region: string; period: {from: string; to: string}},
): Layout {
  const dictionary = readDictionary(project, name);
  if (!holdsRecords(dictionary)) {
    const message = "it is of a table of counts. Records are made up by dictionaries that name their client.";
    throw new DictionaryError({file: `data/dictionaries/${name}.yaml`}, message);
  }
  const columns = dictionary.columns.map((column): [string, CodedColumn] => {
    const coded = column.type === "code" || column.type === "codes";
    const codes = coded ? readCodeList(project, column.list).rows.filter((code) => isValid(code, edition.period)) : [];
    return [column.name, {...column, codes}];
  });
  return {dictionary, region: edition.region, columns: new Map(columns)};
}

/** The column of that name. Throws DictionaryError at the place that names an unknown one. */
export function columnNamed(layout: Layout, name: string, place: MarginsPlace): CodedColumn {
  const column = layout.columns.get(name);
  if (column) return column;
  const advice = adviseOnName(name, [...layout.columns.keys()]);
  throw new DictionaryError(place, `the dictionary ${layout.dictionary.name} has no column "${name}". ${advice}`);
}

/**
 * The codes that a name of a margins file stands for: one code, a group of the code list (`by`), the places outside
 * the region, or the codes of "not stated" (a blank answer is one of them).
 * Throws DictionaryError where the name stands for nothing.
 */
export function codesNamed(
  layout: Layout,
  column: CodedColumn,
  {key, by, place}: CategoryName,
): readonly CodeListRow[] {
  if (key === notStated) return [...column.codes.filter(({role}) => role === "not-stated"), blankCode];
  const stated = column.codes.filter(({role}) => role !== "not-stated");
  if (key === outside && !by) return stated.filter((code) => isOutside(layout, code));
  const found = stated.filter((code) => (by ? code.extra[by] : code.name) === key);
  if (found.length > 0) return found;
  const known = stated.map((code) => (by ? code.extra[by] : code.name)).filter((name) => name !== undefined);
  throw new DictionaryError(
    place,
    `${column.name} knows no "${key}". ${adviseOnName(key, [...new Set(known), notStated])}`,
  );
}

/** A category as a margins file names it. */
export interface CategoryName {
  readonly key: string;
  readonly by?: string | undefined;
  readonly place: MarginsPlace;
}

/** Whether a place lies outside the region. */
export function isOutside(layout: Layout, code: CodeListRow): boolean {
  return code.role === "outside" || (code.extra.region !== undefined && code.extra.region !== layout.region);
}

const blankCode: CodeListRow = {code: "", name: "blank", label: "", text: "", role: "not-stated", extra: {}, line: 0};

function isValid({validFrom, validTo}: CodeListRow, period: {from: string; to: string}): boolean {
  return (validFrom ?? "") <= period.from && (validTo ?? "9999-12-31") >= period.to;
}
