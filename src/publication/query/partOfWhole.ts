import type {Coordinates} from "../../measures/index.ts";
import type {Population, Variable} from "../vocabulary.ts";

/** The population whose cells the numbers of a population are: of a part those of the whole. */
export function wholeOf({name, partOf}: Population): string {
  return partOf?.population ?? name;
}

/**
 * A place without what its finer answers say already of being in a part, so that a cell has one name: those who named heroin
 * named one of the drugs that the part is of.
 */
export function withoutImplied(at: Coordinates, {variables, partOf}: Population): Coordinates {
  if (partOf === undefined) return at;
  const isImplied = (name: string): boolean =>
    partOf.at[name] !== undefined &&
    Object.entries(at).some(([finer, category]) => {
      const known = variables.find((one) => one.name === finer)?.categories.find((one) => one.name === category);
      return known?.within?.[name] === partOf.at[name];
    });
  return Object.fromEntries(Object.entries(at).filter(([name]) => !isImplied(name)));
}

/**
 * Whether a base can leave out who did not answer a question. One with several answers has no "not stated": everyone asked
 * stays in the base; and all of a part that has the question's answer by its nature gave one.
 */
export function canBeUnanswered({kind, categories}: Variable, {partOf}: Population): boolean {
  if (kind === "multi") return false;
  return partOf === undefined || kind === "number" || categories.some(({role}) => role === "not-stated");
}
