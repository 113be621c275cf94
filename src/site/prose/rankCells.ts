import {isPublished, compareCells, type PublishedCell} from "./compareCells.ts";
import type {AnsweredCell} from "./askCells.ts";

/** How a ranking is read: which end comes first, and which places are taken. */
export interface RankingOrder {
  readonly order: "highest" | "lowest";
  readonly skip: number;
  readonly take: number;
}

/** A published cell in its place. */
export interface RankedCell extends AnsweredCell {
  readonly cell: PublishedCell;
}

/**
 * The cells at the places asked for, best first; undefined where the outcome could depend on a cell that is withheld,
 * because then the ranking would tell something of it. Cells that are exactly equal share a place: all of them are
 * taken where the first of them is.
 */
export function rankCells(answers: readonly AnsweredCell[], ranking: RankingOrder): readonly RankedCell[] | undefined {
  const direction = ranking.order === "highest" ? -1 : 1;
  const ranked = answers
    .filter((answer): answer is RankedCell => isPublished(answer.cell))
    .toSorted((a, b) => direction * compareCells(a.cell, b.cell));
  const taken = ranked.filter((answer) => {
    const place = ranked.findIndex((other) => compareCells(other.cell, answer.cell) === 0);
    return place >= ranking.skip && place < ranking.skip + ranking.take;
  });
  const withheld = answers.filter(({cell}) => cell.status === "suppressed");
  const last = taken.at(-1);
  if (last === undefined) return withheld.length > 0 ? undefined : [];
  return withheld.every((hidden) => cannotReach(hidden, last, ranking.order)) ? taken : undefined;
}

/** Whether what is public already shows that a withheld cell is below every place taken. */
function cannotReach(hidden: AnsweredCell, last: RankedCell, order: RankingOrder["order"]): boolean {
  if (order === "lowest") return false;
  const {measure} = hidden.asked.address;
  const most = mostRecords(hidden);
  if (most === undefined) return false;
  if (measure === "count") return most < last.cell.value;
  const base = hidden.asked.denominator === undefined ? undefined : hidden.release.cell(hidden.asked.denominator);
  if (measure !== "share" || base === undefined || !isPublished(base)) return false;
  return compareCells({status: "published", value: 0, count: most, of: base.value}, last.cell) < 0;
}

/**
 * The most records that a withheld cell can stand for, as any reader knows: less than the threshold while only small
 * counts are withheld. Once others are withheld to protect them, a cell may be of any size.
 */
function mostRecords({release}: AnsweredCell): number | undefined {
  const {stage, policy} = release.disclosure;
  return stage === "primary suppression only" ? policy.threshold - 1 : undefined;
}
