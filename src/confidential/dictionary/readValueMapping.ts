import {adviseOnName, type Project} from "../../publication/index.ts";
import {relative, resolve} from "node:path";
import {tidyLabel} from "../../intake/index.ts";
import type {Column, ValueMapping} from "./dictionary.ts";
import {DictionaryError, type FilePosition} from "./DictionaryError.ts";
import {parseCsv} from "./parseCsv.ts";

/** What values of an extract stand for: said in the report itself, or in a table with the columns `value` and `code`. */
export type StatedValues = string | Readonly<Record<string, string>>;

export interface MappingContext {
  readonly project: Project;
  readonly column: Extract<Column, {list: string}>;
  /** Codes of the column's list. */
  readonly codes: readonly string[];
  /** Makes the error of what the report itself says. */
  readonly refuse: (message: string) => DictionaryError;
}

interface Pair {
  readonly written: string;
  readonly meant: string;
  readonly position?: FilePosition;
}

/**
 * Reads what values of a column stand for. Throws DictionaryError for a code that the column's list lacks, a value that
 * comes twice, and a table that cannot be read.
 */
export function readValueMapping(stated: StatedValues, {project, column, codes, refuse}: MappingContext): ValueMapping {
  const mapping = new Map<string, string>();
  for (const {written, meant, position} of pairsOf(stated, {project, column, refuse})) {
    const wrong = (message: string): DictionaryError =>
      position ? new DictionaryError(position, message) : refuse(`values of "${column.name}": ${message}`);
    const [value, code] = [tidyLabel(written), tidyLabel(meant)];
    if (code !== "" && !codes.includes(code)) {
      const advice = `${adviseOnName(code, codes)} Write a code of the list, in quotation marks where it is a number.`;
      throw wrong(`"${code}" is no code of data/codelists/${column.list}.csv. ${advice}`);
    }
    if (mapping.has(value)) throw wrong(`"${value}" stands there twice. Keep one of them.`);
    mapping.set(value, code);
  }
  return mapping;
}

function pairsOf(
  stated: StatedValues,
  {project, column, refuse}: Pick<MappingContext, "project" | "column" | "refuse">,
): readonly Pair[] {
  if (typeof stated !== "string") return Object.entries(stated).map(([written, meant]) => ({written, meant}));
  const path = relative(project.root, resolve(project.root, stated));
  const [folder, fileName] = [path.slice(0, Math.max(path.lastIndexOf("/"), 0)), path.slice(path.lastIndexOf("/") + 1)];
  if (!project.has(path)) {
    throw refuse(`values of "${column.name}": there is no file "${stated}". Write its path, or the values themselves.`);
  }
  const {file, rows} = parseCsv({project, folder: folder || ".", fileName}, ["value", "code"]);
  return rows.map(({line, fields}) => {
    return {written: fields.get("value") ?? "", meant: fields.get("code") ?? "", position: {file, line}};
  });
}
