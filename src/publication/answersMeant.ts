import {stated} from "../measures/index.ts";
import {readQuantity, type ReadQuantity} from "./readQuantity.ts";
import type {Variable} from "./vocabulary.ts";

/** The answers of a record that put it in some categories of one variable. */
export interface AnswersMeant {
  /** What is answered: a column of codes, or a number. */
  readonly question: string;
  /** Codes of the column, or stretches of the number, each once and in one order. */
  readonly answers: readonly string[];
}

/** That there is no usable answer. */
const noAnswer = "none";

/**
 * The answers that some categories of a variable stand for: the same ones have the same names in every variable, whatever
 * the categories are called. Nothing where they are not read from one column of codes, or are no groups of a number.
 */
export function answersMeant({reads, categories}: Variable, names: readonly string[]): AnswersMeant | undefined {
  const meant = categories.filter(
    ({name, role}) => names.includes(name) || (names.includes(stated) && role !== "not-stated"),
  );
  if (reads?.as === "code") {
    const codes = meant.flatMap(({name}) => reads.categories[name] ?? []);
    const isBlank = meant.some(({name}) => name === reads.blank);
    return {question: reads.column, answers: [...new Set([...codes, ...(isBlank ? [noAnswer] : [])])].sort()};
  }
  const quantity = reads && readQuantity(reads);
  if (quantity?.bands === undefined) return undefined;
  const isNotStated = meant.some(({role}) => role === "not-stated");
  const bands = meant.map(({name}) => quantity.bands?.[name]).filter((ends) => ends !== undefined);
  const stretches = [...bands, ...(isNotStated ? gapsIn(quantity) : [])];
  const answers = [...joined(stretches, quantity).map((ends) => ends.join(" to ")), ...(isNotStated ? [noAnswer] : [])];
  return {question: quantity.key, answers};
}

type Ends = readonly [number | null, number | null];

/** The numbers that are in no band. */
function gapsIn({bands = {}, between: [least, most], ...rest}: ReadQuantity): readonly Ends[] {
  const inside = joined(Object.values(bands), {between: [least, most], ...rest});
  const starts = [least, ...inside.map(([, to]) => to + 1)];
  const ends = [...inside.map(([from]) => from - 1), most];
  return starts.map((from, at): Ends => [from, ends[at] ?? most]).filter(([from, to]) => (from ?? 0) <= (to ?? 0));
}

/** Stretches in their order, those that meet as one, and no further than the number can be. */
function joined(stretches: readonly Ends[], {between: [least, most]}: ReadQuantity): readonly [number, number][] {
  const held = stretches
    .map(([from, to]): [number, number] => [Math.max(from ?? least, least), Math.min(to ?? most, most)])
    .filter(([from, to]) => from <= to)
    .sort(([one], [other]) => one - other);
  const all: [number, number][] = [];
  for (const [from, to] of held) {
    const last = all.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
