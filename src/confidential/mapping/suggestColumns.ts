import {readCodeList} from "../dictionary/readCodeList.ts";
import {readDictionary} from "../dictionary/readDictionary.ts";
import {mapColumns, type ColumnMatch} from "./mapColumns.ts";
import {readSample} from "./readSample.ts";

/** An extract to look at, and the dictionary that it is held against. */
export interface SuggestInput {
  /** The project's root. */
  readonly root: string;
  /** Name of a file in data/dictionaries, without its ending. */
  readonly dictionary: string;
  /** Absolute path of the extract. */
  readonly file: string;
}

/**
 * Which column of an unfamiliar extract is which of a dictionary. Reads the header and the first rows; what it says
 * holds names of columns and no value. Throws ExtractError and DictionaryError.
 */
export async function suggestColumns({root, dictionary, file}: SuggestInput): Promise<readonly ColumnMatch[]> {
  const {columns, file: layout} = readDictionary(root, dictionary);
  const lists = new Set(columns.flatMap((column) => ("list" in column ? [column.list] : [])));
  const codes = new Map([...lists].map((list) => [list, new Set(readCodeList(root, list).rows.map(({code}) => code))]));
  return mapColumns(await readSample(file, layout.delimiter), columns, codes);
}
