import {measureOf} from "../../measures/index.ts";
import type {CellAddress} from "../../publication/index.ts";
import {toldApart, type Answer, type Cell, type PlacedCell} from "../../release/index.ts";

/** A cell whose value is public. */
export type PublishedCell = Extract<Cell, {status: "published"}>;

/** An answer of the text whose value is public. */
export interface PublishedAnswer extends Answer {
  readonly cell: PublishedCell;
}

/** True of a cell whose value is public. */
export function isPublicCell(cell: Cell): cell is PublishedCell {
  return cell.status === "published";
}

/** True of an answer whose value is public. */
export function isAnswered(answer: Answer): answer is PublishedAnswer {
  return isPublicCell(answer.cell);
}

/**
 * Above 0 where `left` is greater, below 0 where it is smaller, 0 where they are equal: a fact of the counts, which a
 * ranking may state. Shares are compared by their whole numbers, cross-multiplied, so that no rounding decides.
 */
export function compareCells(left: PublishedCell, right: PublishedCell): number {
  if (left.count !== undefined && left.of !== undefined && right.count !== undefined && right.of !== undefined) {
    return Math.sign(left.count * right.of - right.count * left.of);
  }
  return Math.sign(left.value - right.value);
}

/** As {@link compareCells}, against a number in the units in which the answer is printed. */
export function compareWithNumber({asked, cell}: PublishedAnswer, number: number): number {
  const whole = wholeNumbersOf(asked.address, cell);
  if (whole !== undefined) return Math.sign(whole.count * 100 - number * whole.of);
  return Math.sign(cell.value - number);
}

/** The whole numbers that a percentage is of; nothing of what is no percentage, or is known by its rounding alone. */
export function wholeNumbersOf(
  address: CellAddress,
  {count, of}: PublishedCell,
): {readonly count: number; readonly of: number} | undefined {
  const isPercentage = measureOf(address).print.as === "percent";
  return isPercentage && count !== undefined && of !== undefined ? {count, of} : undefined;
}

/** What a sentence may say of two answers: above 0 that the left one is greater, below 0 smaller, 0 neither. */
export function tellApart(left: PublishedAnswer, right: PublishedAnswer): -1 | 0 | 1 {
  return toldApart(placeAnswer(left), placeAnswer(right));
}

/** An answer as the comparison of released numbers takes it. */
export function placeAnswer({asked, cell, release}: PublishedAnswer): PlacedCell {
  return {address: asked.address, cell, release};
}
