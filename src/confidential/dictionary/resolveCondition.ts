import {adviseOnName, stated, type NarrowingCondition, type Variable} from "../../publication/index.ts";
import {notStatedCategory} from "./commonCategories.ts";
import {DictionaryError} from "./DictionaryError.ts";

/** What a condition asks of a variable: one category or a statement, or several categories of which a record has one. */
export type AskedOfVariable = {readonly category: string} | {readonly oneOf: readonly string[]};

/** Throws DictionaryError for a category that the variable lacks, and where all have what is asked, or nobody can. */
export function resolveCondition(condition: NarrowingCondition, variable: Variable): AskedOfVariable {
  const {categories: listed, isNot, position} = condition;
  const refuse = (message: string) => new DictionaryError(position, `where ${variable.name}: ${message}`);
  const known =
    variable.kind === "number" ? [stated, notStatedCategory.name] : variable.categories.map(({name}) => name);
  const unknown = listed.find((name) => !known.includes(name));
  if (unknown !== undefined && variable.kind === "number") {
    throw refuse(
      `it is a number, of which can be asked whether it is ${known.join(" or ")}. Name a variable of its bands.`,
    );
  }
  if (unknown !== undefined) throw refuse(`there is no category "${unknown}". ${adviseOnName(unknown, known)}`);
  const twice = listed.find((name, at) => listed.indexOf(name) !== at);
  if (twice !== undefined) throw refuse(`"${twice}" stands here twice. Name each category once.`);
  const [first = "", ...others] = listed;
  if (variable.kind === "multi") {
    if (!isNot && others.length === 0) return {category: first};
    throw refuse(
      "a record can have several of its answers at once. Name a single one, or ask for any of several by a question of the dictionary.",
    );
  }
  const left = known.filter((name) => listed.includes(name) !== isNot);
  if (left.length === known.length) throw refuse("every record has one of these. Leave the condition out.");
  const [only, ...more] = left;
  if (only === undefined) throw refuse("no record has none of these. Leave out one of them.");
  if (more.length === 0) return {category: only};
  const areStated = left.length === known.length - 1 && !left.includes(notStatedCategory.name);
  return areStated && known.includes(notStatedCategory.name) ? {category: stated} : {oneOf: left};
}
