import type {OverForms} from "../../publication/index.ts";
import type {CodeList, CodeListRow} from "./codeList.ts";
import {yesNoCategories} from "./commonCategories.ts";
import type {Column, Dictionary, OverFormsColumn} from "./dictionary.ts";
import type {FilePosition} from "./DictionaryError.ts";
import type {ExtractModel, ModelledVariable} from "./variableModel.ts";

/** The list of the answers to whether any form has a code; no file can have its name. */
export const anyFormList: CodeList = {
  name: "yes or no",
  file: "",
  extraColumns: [],
  rows: yesNoCategories.map((one): CodeListRow => ({...one, code: one.name, extra: {}, line: 0})),
};

/** The name by which an answer over all forms is known: the same answer has one name, whatever a variable calls it. */
export function overFormsName(over: OverForms): string {
  switch (over.take) {
    case "first":
    case "last":
      return `${over.take} ${over.of}`;
    case "any":
      return `any ${over.of}: ${over.codes.join(", ")}`;
    case "number":
      return "number of forms";
  }
}

/** An answer over all forms as a variable asks it; `most`: of how many forms a client may have. */
export interface AskedOverForms {
  readonly over: OverForms;
  readonly most?: number;
  readonly position: FilePosition;
}

/** The columns that hold some answers over all forms, each once; a number of forms once for each most that is given. */
export function overFormsColumns(
  asked: readonly AskedOverForms[],
  columns: readonly Column[],
): readonly OverFormsColumn[] {
  const made = asked.map(({over, most = 0, position}): OverFormsColumn => {
    const name = overFormsName(over);
    const common = {name, title: name, required: false, over, position};
    if (over.take === "number") return {...common, type: "number", decimals: 0, from: 1, to: most};
    if (over.take === "any") return {...common, type: "code", list: anyFormList.name};
    const source = columns.find((one) => one.name === over.of);
    // A column that is not there, or holds no codes, is refused by `checkOverForms`.
    return {...common, type: "code", list: source?.type === "code" ? source.list : ""};
  });
  const keyOf = (one: OverFormsColumn): string => `${one.name} ${one.type === "number" ? String(one.to) : ""}`;
  return [...new Map(made.map((one) => [keyOf(one), one])).values()];
}

/** Every column that a variable may be read from. */
export function answerColumns({columns, overForms}: Dictionary): readonly Column[] {
  return [...columns, ...overForms];
}

/** The column of that name: of the extract, or of answers over all forms. */
export function answerColumn(name: string, dictionary: Dictionary): Column | undefined {
  return answerColumns(dictionary).find((one) => one.name === name);
}

/** Whether a variable tells of all forms of a client, and so of no single form. */
export function isOverForms({source}: ModelledVariable, {overForms}: Dictionary): boolean {
  const read = source.kind === "bands" ? source.of : source;
  return "column" in read && overForms.some(({name}) => name === read.column);
}

/** The model of a population of forms: what a client says over all of them is said of none. */
export function withoutOverForms(model: ExtractModel): ExtractModel {
  return {...model, variables: model.variables.filter((one) => !isOverForms(one, model.dictionary))};
}
