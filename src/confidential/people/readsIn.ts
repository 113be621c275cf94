import {overFormsOf, type Reads, type Variable} from "../../publication/index.ts";
import type {Dictionary} from "../dictionary/dictionary.ts";
import {formVariables} from "../dictionary/formVariables.ts";
import {isAlike} from "../dictionary/isAlike.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";

/**
 * From which answers a variable of a release is read: as the release says; of an older one, that says nothing, as the
 * dictionary reads the variable of its name today, or where none has its categories, any that has. Nothing where none has.
 * A column that the dictionary no longer has is the one column that has its code list.
 */
export function readsIn(variable: Variable, {variables, dictionary}: ExtractModel): Reads | undefined {
  if (variable.reads !== undefined) return asNamedToday(variable.reads, dictionary);
  const today = [...variables.map((one) => one.variable), ...formVariables];
  const alike = today.filter((one) => isAlike(one, variable));
  const named = alike.find(({name}) => name === variable.name);
  return (named ?? (variable.kind === "number" ? undefined : alike[0]))?.reads;
}

function asNamedToday(reads: Reads, {columns}: Dictionary): Reads {
  const today = (column: string, list: string | undefined): string => {
    const alike = columns.filter((one) => "list" in one && one.list === list);
    const isGone = columns.every(({name}) => name !== column);
    return isGone && list !== undefined && alike.length === 1 ? (alike[0]?.name ?? column) : column;
  };
  if (overFormsOf(reads) !== undefined) return reads;
  switch (reads.as) {
    case "code":
    case "codes":
    case "answered":
      return {...reads, column: today(reads.column, reads.list)};
    case "any-of":
      return {...reads, columns: reads.columns.map((one) => ({...one, column: today(one.column, one.list)}))};
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "bands":
    case "number":
    case "number-bands":
    case "period":
    case "form":
      return reads;
  }
}
