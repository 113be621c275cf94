import type {ModelCell} from "./countModel.ts";

/** By how much dearer each variable that a cell is a total over makes it: everybody reads totals. */
const perLevel = 6;

/** By how much dearer the cell of an area with itself is: enough to settle ties, by names that everybody knows. */
const onDiagonal = 1.001;

/**
 * What withholding a cell costs a reader: the root of its count, so that many people weigh more than few but four cells
 * are worth one of sixteen times the people; six times as much for every variable that it is a total over. Nothing is
 * withheld for nothing: an empty cell costs as much as one person.
 */
export function weighCell({
  count,
  level,
  isDiagonal = false,
}: Pick<ModelCell, "count" | "level" | "isDiagonal">): number {
  return Math.sqrt(Math.max(1, count)) * perLevel ** level * (isDiagonal ? onDiagonal : 1);
}
