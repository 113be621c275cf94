import type {ModelCell} from "./countModel.ts";

/**
 * What withholding a cell costs a reader. One cell counts about one; a large cell a little more than a small one, and
 * a total many times more, because everybody reads totals: with equal weights a grand total of thousands was withheld
 * to save two inner cells.
 */
export function weighCell({count, level}: Pick<ModelCell, "count" | "level">): number {
  return (1 + Math.sqrt(count) / 50) * 6 ** level;
}
