import type {CodeList} from "./codeList.ts";
import type {Column} from "./dictionary.ts";
import {DictionaryError} from "./DictionaryError.ts";

/** One bit of a 64-bit number for each code of a column that holds several. */
const mostCodesTogether = 62;

/**
 * Checks that a code list can stand behind a column of an extract.
 * Throws DictionaryError with file and line.
 */
export function checkList(column: Column, list: CodeList): void {
  const withoutCode = list.rows.find(({code}) => code === "");
  if (withoutCode) {
    const message = `the row has no code, but column "${column.name}" holds codes of this list. Give it one.`;
    throw new DictionaryError({file: list.file, line: withoutCode.line}, message);
  }
  if (column.type !== "codes") return;
  const parted = list.rows.find(({code}) => code.includes(column.separator));
  if (parted) {
    const message = `the code holds "${column.separator}", which parts the codes of column "${column.name}". Correct one of the two.`;
    throw new DictionaryError({file: list.file, line: parted.line}, message);
  }
  const dated = list.rows.find(({validFrom, validTo}) => validFrom !== undefined || validTo !== undefined);
  if (dated) {
    const message = `column "${column.name}" holds several codes, which cannot have a period of validity. Remove it.`;
    throw new DictionaryError({file: list.file, line: dated.line}, message);
  }
  const tooMany = list.rows[mostCodesTogether];
  if (tooMany) {
    const message = `column "${column.name}" holds several codes, of which there can be ${mostCodesTogether} at most.`;
    throw new DictionaryError({file: list.file, line: tooMany.line}, `${message} Shorten the list.`);
  }
}
