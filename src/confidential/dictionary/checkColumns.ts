import {fitsDelimiter, fitsSeparator, tidyLabel} from "../../intake/index.ts";
import type {Column, Dictionary, NumberColumn} from "./dictionary.ts";
import {mostSteps} from "./steps.ts";
import {DictionaryError, type DictionaryFaults, type FilePosition} from "./DictionaryError.ts";

type Locate = (...path: readonly PropertyKey[]) => FilePosition;

/**
 * Finds columns that one header of an extract could stand for, and signs and limits that let nothing be read as it is
 * meant.
 */
export function checkColumns(dictionary: Dictionary, locate: Locate, faults: DictionaryFaults): void {
  const {columns, file, standsForClient} = dictionary;
  faults.attempt(() => checkDelimiter(file.delimiter, locate("file", "delimiter")));
  const taken = new Map<string, string>();
  for (const column of columns) {
    const position = locate("columns", column.name);
    faults.attempt(() => checkNames(column, taken, position));
    faults.attempt(() => checkColumn(column, position));
  }
  const twice = standsForClient.find((name, index) => standsForClient.indexOf(name) !== index);
  if (twice === undefined) return;
  faults.attempt(() => {
    throw new DictionaryError(locate("stands-for-client"), `"${twice}" stands here twice. Name it once.`);
  });
}

function checkDelimiter(delimiter: string, position: FilePosition): void {
  if (fitsDelimiter(delimiter)) return;
  const message = "fields cannot be parted by a letter, a digit, a quotation mark or the end of a line.";
  throw new DictionaryError(position, `${message} Write the sign that parts them, as "," or "\\t".`);
}

/** Names of columns are compared as databases do: without regard to capitals. */
function checkNames({name, also = []}: Column, taken: Map<string, string>, position: FilePosition): void {
  if (name !== tidyLabel(name)) {
    throw new DictionaryError(position, `the name "${name}" has blanks that no header keeps. Write it without.`);
  }
  for (const one of [name, ...also]) {
    const key = tidyLabel(one).toLowerCase();
    const other = taken.get(key);
    if (other !== undefined && other !== name) {
      const message = `"${one}" may stand for column "${other}" as well. Give each column names of its own.`;
      throw new DictionaryError(position, message);
    }
    taken.set(key, name);
  }
}

function checkColumn(column: Column, position: FilePosition): void {
  if (column.type === "date" && column.from !== undefined && column.to !== undefined && column.from > column.to) {
    throw new DictionaryError(position, "no date is from the one on and up to the other. Exchange from and to.");
  }
  if (column.type === "number") checkLimits(column, position);
  if (column.type === "codes" && !fitsSeparator(column.separator)) {
    const message = "codes cannot be parted by a letter, a digit, a quotation mark or the end of a line.";
    throw new DictionaryError(position, `${message} Write the sign that parts them, as ";".`);
  }
}

function checkLimits({from, to, decimals}: NumberColumn, position: FilePosition): void {
  if (from > to) throw new DictionaryError(position, "no number is between these limits. Exchange from and to.");
  if (to - from <= mostSteps) return;
  const most = (mostSteps / 10 ** decimals).toLocaleString("en-GB");
  const message = `from the least to the most that it can be there are more steps than can be kept apart: at most ${most}.`;
  throw new DictionaryError(position, `${message} Narrow the limits, or give it fewer decimals.`);
}
