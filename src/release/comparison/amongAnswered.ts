import {stated, type CellAddress, type Coordinates} from "../../publication/index.ts";
import type {PlacedCell} from "./placedCell.ts";

type Share = Extract<CellAddress, {measure: "share"}>;

/** How many of a share's base gave no answer to its question. */
export interface Unanswered {
  readonly count: number;
  readonly of: number;
}

/**
 * The same share among those who answered its question. Undefined where the share is that of those who did not, where
 * its base leaves them out already, or where it is not released how many they are.
 */
export function amongAnswered(placed: PlacedCell): PlacedCell | undefined {
  const {address, cell} = placed;
  const unanswered = unansweredOf(placed);
  if (address.measure !== "share" || unanswered === undefined) return undefined;
  const question = questionOf(placed, address);
  const of = unanswered.of - unanswered.count;
  if (question === undefined || cell.count === undefined || of < cell.count || of === 0) return undefined;
  const base: Coordinates = {...address.base, [question.name]: stated};
  return {
    ...placed,
    address: {...address, base},
    cell: {status: "published", value: cell.value, count: cell.count, of},
  };
}

/** How many gave no answer to the question of a share. Undefined where it is not released, or the base leaves them out. */
export function unansweredOf(placed: PlacedCell): Unanswered | undefined {
  const {address, cell, release} = placed;
  if (address.measure !== "share" || cell.of === undefined) return undefined;
  const question = questionOf(placed, address);
  if (question === undefined) return undefined;
  const at = {...address.base, [question.name]: question.notStated};
  const count: CellAddress = {measure: "count", population: address.population, at};
  const released = release.has(count) ? release.cell(count) : undefined;
  return released?.status === "published" ? {count: released.value, of: cell.of} : undefined;
}

/** The one question that a share asks of its base, with the name of its "not stated". */
function questionOf({release}: PlacedCell, {population, at, base}: Share) {
  const [name, ...others] = Object.keys(at).filter((variable) => base[variable] === undefined);
  if (name === undefined || others.length > 0) return undefined;
  const asked = release.vocabulary.populations.find((one) => one.name === population);
  const categories = asked?.variables.find((variable) => variable.name === name)?.categories ?? [];
  const notStated = categories.find(({role}) => role === "not-stated")?.name;
  return notStated === undefined || at[name] === notStated ? undefined : {name, notStated};
}
