import {isTrue, type CountModel, type Equation, type ModelCell} from "../search/countModel.ts";
import type {SituationPlace, Situation} from "./situation.ts";

/** Two categories of a variable of one table. */
export interface Merger {
  readonly table: string;
  readonly variable: string;
  readonly categories: readonly [string, string];
}

/**
 * The situation with two categories as one: cells that differ in nothing else become one cell with their sum. undefined
 * where that cannot be: where an earlier edition printed one of them, or where sums would no longer hold (answers that
 * overlap, categories of different groups).
 */
export function mergeSituation(situation: Situation, merger: Merger): Situation | undefined {
  const {model, placeOf} = situation;
  const keys = model.cells.map((cell) => keyAfter(cell, placeOf(cell), merger));
  const merged = new Map<string, ModelCell>();
  for (const [index, cell] of model.cells.entries()) {
    const key = keys[index] ?? cell.key;
    if (key !== cell.key && cell.fixed === true) return undefined;
    merged.set(key, addTo(merged.get(key), {...cell, key}));
  }
  const united = {cells: [...merged.values()], equations: unite(model, keys, [...merged.keys()])};
  return isTrue(united) ? {...situation, model: united} : undefined;
}

/** The key that a cell at a place has once categories are merged: its own where the merger leaves it alone. */
export function keyAfter({key}: ModelCell, place: SituationPlace | undefined, merger: Merger): string {
  const moved = movedTo(place, merger);
  return moved === undefined ? key : JSON.stringify(moved);
}

/** Where a cell of a merged category stands afterwards; undefined for all others. */
function movedTo(place: SituationPlace | undefined, {table, variable, categories}: Merger): SituationPlace | undefined {
  const category = place?.at[variable];
  if (place?.table !== table || category === undefined || !categories.includes(category)) return undefined;
  return {table, at: {...place.at, [variable]: categories.join(" or ")}};
}

function addTo(known: ModelCell | undefined, cell: ModelCell): ModelCell {
  if (known === undefined) return cell;
  const bounds = addBounds(known, cell);
  return {...known, count: known.count + cell.count, shown: known.shown || cell.shown, ...(bounds && {bounds})};
}

/** What is known of two counts together: at least what is of either, and at most as many as both can be. */
function addBounds({bounds: one}: ModelCell, {bounds: other}: ModelCell): ModelCell["bounds"] {
  if (one === undefined && other === undefined) return undefined;
  const least = Math.max(one?.least ?? 0, other?.least ?? 0);
  return {least, most: (one?.most ?? Infinity) + (other?.most ?? Infinity)};
}

/** The sums over the merged cells, each once. */
function unite({equations}: CountModel, keys: readonly string[], merged: readonly string[]): readonly Equation[] {
  const position = new Map(merged.map((key, index) => [key, index]));
  const at = (cell: number): number => position.get(keys[cell] ?? "") ?? -1;
  const united = equations.map(({total, parts}) => ({total: at(total), parts: [...new Set(parts.map(at))]}));
  const nameOf = ({total, parts}: Equation): string => `${String(total)}:${parts.toSorted((a, b) => a - b).join()}`;
  return [...new Map(united.map((equation) => [nameOf(equation), equation])).values()];
}
