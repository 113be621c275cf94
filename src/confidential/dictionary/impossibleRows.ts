import {adviseOnName} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import type {ExtractModel} from "./variableModel.ts";
import type {ImpossibleAnswers} from "./dictionary.ts";

type Model = Pick<ExtractModel, "dictionary" | "lists">;

/** By column the rows of its code list that an impossible combination names. */
export type RowsByColumn = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * The answers that a combination of the dictionary says cannot go together, as rows of the code lists: a record that has
 * one of them in every column is impossible. Throws DictionaryError for a code that the list of its column lacks.
 */
export function impossibleRows({where, position}: ImpossibleAnswers, model: Model): RowsByColumn {
  return new Map(
    where.map(({column, codes, isNot}) => {
      const known = codesOf(column, model);
      const unknown = codes.find((code) => !known.includes(code));
      if (unknown !== undefined) {
        const message = `column "${column}" has no code "${unknown}". ${adviseOnName(unknown, known)}`;
        throw new DictionaryError(position, message);
      }
      const rows = known.flatMap((code, row) => (codes.includes(code) === isNot ? [] : [row]));
      return [column, new Set(rows)] as const;
    }),
  );
}

/** The code of every row of a column's list, as written in an extract. */
function codesOf(name: string, {dictionary, lists}: Model): readonly string[] {
  const column = dictionary.columns.find((one) => one.name === name);
  const list = column && "list" in column ? lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`checkDictionary let column "${name}" pass`);
  return list.rows.map(({code}) => code);
}
