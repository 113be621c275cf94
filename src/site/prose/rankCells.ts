import {cellKey} from "../../publication/index.ts";
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
  return withheld.every((hidden) => cannotReach(hidden, last, {order: ranking.order, answers})) ? taken : undefined;
}

interface Contest {
  readonly order: RankingOrder["order"];
  readonly answers: readonly AnsweredCell[];
}

/** Whether what is public already shows that a withheld cell is below every place taken. */
function cannotReach(hidden: AnsweredCell, last: RankedCell, {order, answers}: Contest): boolean {
  if (order === "lowest") return false;
  const base = baseOf(hidden);
  if (base === undefined) return false;
  const most = base.records - publishedOf(answers.filter((other) => baseOf(other)?.key === base.key));
  const {measure} = hidden.asked.address;
  if (measure === "count") return most < last.cell.value;
  return (
    measure === "share" && compareCells({status: "published", value: 0, count: most, of: base.records}, last.cell) < 0
  );
}

/** The number of records that the cells of a ranking divide among them; undefined where each has a base of its own. */
function baseOf({asked, release}: AnsweredCell): {key: string; records: number} | undefined {
  if (asked.denominator === undefined || asked.place.some(({variable}) => variable.kind !== "category"))
    return undefined;
  const {address} = asked;
  if (address.measure === "share" && Object.keys(address.at).length - Object.keys(address.base).length !== 1)
    return undefined;
  const base = release.cell(asked.denominator);
  return isPublished(base) ? {key: cellKey(asked.denominator), records: base.value} : undefined;
}

/** What the published cells leave nothing of: any reader knows that a withheld cell is no more than the rest. */
function publishedOf(answers: readonly AnsweredCell[]): number {
  return answers.reduce((sum, {cell}) => sum + (isPublished(cell) ? (cell.count ?? cell.value) : 0), 0);
}
