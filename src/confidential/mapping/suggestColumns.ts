import type {Project} from "../../publication/index.ts";
import {readCodeList} from "../dictionary/readCodeList.ts";
import {readDictionary} from "../dictionary/readDictionary.ts";
import {mapColumns, type ColumnMatch} from "./mapColumns.ts";
import {readSample} from "../sources/files/readSample.ts";

/** An extract to look at, and the dictionary that it is held against. */
export interface SuggestInput {
  readonly project: Project;
  /** Name of a file in data/dictionaries, without its ending. */
  readonly dictionary: string;
  /** Absolute path of the extract. */
  readonly file: string;
}

/** What the columns of an extract seem to be. Holds names of columns and no value. */
export interface SuggestedColumns {
  /** One for each column of the dictionary. */
  readonly columns: readonly ColumnMatch[];
  /** Headers of the extract that seem to be no column of the dictionary. */
  readonly unplaced: readonly string[];
}

/**
 * Which column of an unfamiliar extract is which of a dictionary. Reads the header and the first rows. Throws
 * ExtractError and DictionaryError.
 */
export async function suggestColumns({project, dictionary, file}: SuggestInput): Promise<SuggestedColumns> {
  const {columns, file: layout} = readDictionary(project, dictionary);
  const lists = new Set(columns.flatMap((column) => ("list" in column ? [column.list] : [])));
  const codes = new Map(
    [...lists].map((list) => [list, new Set(readCodeList(project, list).rows.map(({code}) => code))]),
  );
  const sample = await readSample(file, layout.delimiter);
  const matches = mapColumns(sample, columns, codes);
  const placed = new Set(matches.map(({header}) => header));
  return {columns: matches, unplaced: sample.headers.filter((header) => !placed.has(header))};
}
