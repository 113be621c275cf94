import {adviseOnName} from "../../publication/index.ts";
import type {RefuseHere, NeedsColumn} from "./checkVariable.ts";
import type {CodeList} from "./codeList.ts";
import {DictionaryError} from "./DictionaryError.ts";
import type {Dictionary, OverFormsColumn} from "./dictionary.ts";

/**
 * Checks that an answer over all forms is taken from a column that can give it. What the dictionary calls impossible of one
 * form ties answers over several in ways that the proof on people does not know, and so is refused.
 */
export function checkOverForms(asked: OverFormsColumn, dictionary: Dictionary, needs: NeedsColumn): void {
  const {name, over, position} = asked;
  const refuse: RefuseHere = (message) => new DictionaryError(position, message);
  const same = dictionary.columns.find((one) => one.name === name);
  if (same !== undefined) {
    throw refuse(`the extract has a column "${name}", as this answer over all forms is called. Call that otherwise.`);
  }
  if (over.take === "number") {
    if (dictionary.overForms.find((one) => one.name === name) === asked) return;
    throw refuse("the number of forms has another most in a variable before this one. Write one of them in both.");
  }
  needs(over.of, ["code"], refuse);
  const impossible = dictionary.impossible.find(({where}) => where.some(({column}) => column === over.of));
  if (impossible === undefined) return;
  const what = `"${over.of}" stands in the impossible combination "${impossible.name}", whose answers cannot be asked over all forms`;
  throw refuse(`${what}. Ask the form that stands for the client, or leave the combination out.`);
}

/** Checks the codes of an answer that is yes where any form has one of them: some answers of the list, and not all. */
export function checkAnyCodes({over, position}: OverFormsColumn, {rows}: CodeList): void {
  if (over.take !== "any") return;
  const stated = rows.filter(({role}) => role !== "not-stated").map(({code}) => code);
  const unknown = over.codes.find((code) => !stated.includes(code));
  if (unknown !== undefined) {
    const message = `column "${over.of}" has no answer "${unknown}". ${adviseOnName(unknown, stated)}`;
    throw new DictionaryError(position, message);
  }
  if (stated.some((code) => !over.codes.includes(code))) return;
  const message = `every answer to "${over.of}" is named, so that nobody could be told apart. Leave one out.`;
  throw new DictionaryError(position, message);
}
