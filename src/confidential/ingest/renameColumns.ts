import type {Report} from "../../publication/index.ts";
import type {Column} from "../dictionary/dictionary.ts";
import {DictionaryError} from "../dictionary/DictionaryError.ts";
import {nearestName} from "../dictionary/nearestName.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";

/** A column with the name that the extract at hand gives it, where that is another one. */
export type RenamedColumn = Column & {readonly header?: string};

/** The name of a column in the extract at hand. */
export function headerOf({name, header}: RenamedColumn): string {
  return header ?? name;
}

/**
 * A model whose columns have the names that the report says its extract gives them. Throws DictionaryError for a column
 * that the dictionary lacks.
 */
export function renameColumns(model: ExtractModel, {id, extractColumns}: Report, extract: string): ExtractModel {
  const renamed = extractColumns?.[extract] ?? {};
  const {columns, name: dictionary} = model.dictionary;
  const known = columns.map(({name}) => name);
  const unknown = Object.keys(renamed).find((column) => !known.includes(column));
  if (unknown !== undefined) {
    const message = `extracts, ${extract}: the dictionary "${dictionary}" has no column "${unknown}". ${nearestName(unknown, known)}`;
    throw new DictionaryError({file: `reports/${id}/report.yaml`}, message);
  }
  const named = columns.map((column): RenamedColumn => {
    const header = renamed[column.name];
    return header === undefined ? column : {...column, header};
  });
  return {...model, dictionary: {...model.dictionary, columns: named}};
}
