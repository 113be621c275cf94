import type {AskedSet, Report} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {formVariables} from "./formVariables.ts";
import {groupForQuery} from "./groupForPart.ts";
import type {ModelledVariable} from "./variableModel.ts";

/**
 * The variables that part those who have one of several categories from all others, for each set of them that the queries of a
 * report ask of a dictionary: in the order of their names, so that the order of the text says nothing. A set whose answers
 * cannot be brought together has none, and the query is refused. Throws DictionaryError where a name would mean two things.
 */
export function setsIn(
  dictionary: string,
  variables: readonly ModelledVariable[],
  {populations, sets = []}: Pick<Report, "populations" | "sets">,
): readonly ModelledVariable[] {
  const counted = new Set(
    populations.filter((one) => one.dictionary === dictionary && one.one !== "fault").map(({name}) => name),
  );
  const taken = new Set([...variables.map(({variable}) => variable), ...formVariables].map(({name}) => name));
  const known = new Map<string, AskedSet>();
  for (const {set, populations: asked} of sets) {
    if (!asked.some((name) => counted.has(name))) continue;
    if (taken.has(set.name) || !isSame(known.get(set.name) ?? set, set)) throw nameTaken(set);
    known.set(set.name, set);
  }
  const inOrder = [...known.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return inOrder.flatMap((set) => {
    const of = variables.find(({variable}) => variable.name === set.variable);
    return (of && groupForQuery(set, of)) ?? [];
  });
}

function isSame(one: AskedSet, other: AskedSet): boolean {
  const told = ({variable, isNot, categories}: AskedSet): string => JSON.stringify([variable, isNot, categories]);
  return told(one) === told(other);
}

function nameTaken({name, text, position}: AskedSet): DictionaryError {
  const what = `"${text}" is told apart by a variable "${name}", and there is another one of that name`;
  return new DictionaryError(position ?? {file: "the query"}, `${what}. Group the answers in the template instead.`);
}
