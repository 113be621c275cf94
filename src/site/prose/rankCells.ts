import {cellKey} from "../../publication/index.ts";
import type {Answer} from "../../release/index.ts";
import {compareCells, isAnswered, isPublicCell, type PublishedAnswer} from "./compareCells.ts";
import {writeCell} from "./printValue.ts";
import {trueRange} from "./trueRange.ts";

/** How a ranking is read: which end comes first, which places are taken, and whether only what is shown is ranked. */
export interface RankingOrder {
  readonly order: "highest" | "lowest";
  readonly skip: number;
  readonly take: number;
  readonly amongShown?: boolean;
}

/**
 * The cells at the places asked for, best first; undefined where the outcome could depend on a cell that is withheld,
 * because then the ranking would tell something of it. Cells that are printed alike share a place, since no lead should
 * rest on a rounding that readers do not see: all of them are taken where the first of them is.
 */
export function rankCells(answers: readonly Answer[], ranking: RankingOrder): readonly PublishedAnswer[] | undefined {
  const {order, skip, take, amongShown = false} = ranking;
  const taken = placesOf(answers.filter(isAnswered), order)
    .filter(({place}) => place >= skip && place < skip + take)
    .map(({answer}) => answer);
  const withheld = amongShown ? [] : answers.filter(({cell}) => cell.status === "suppressed");
  const last = taken.at(-1);
  if (last === undefined) return withheld.length > 0 ? undefined : [];
  return withheld.every((hidden) => cannotReach(hidden, last, {order, answers})) ? taken : undefined;
}

interface Placed {
  readonly answer: PublishedAnswer;
  /** Counted from 0; those who share a place have the number of those before them. */
  readonly place: number;
}

function placesOf(answers: readonly PublishedAnswer[], order: RankingOrder["order"]): readonly Placed[] {
  const direction = order === "highest" ? -1 : 1;
  const ranked = answers.toSorted((a, b) => direction * compareCells(a.cell, b.cell));
  return ranked.reduce<readonly Placed[]>((placed, answer, index) => {
    const place = placed.at(-1)?.place ?? 0;
    const first = placed[place]?.answer;
    return [...placed, {answer, place: first !== undefined && isTied(first, answer) ? place : index}];
  }, []);
}

/** Whether two answers share a place: they print alike, or the rounding of their counts could have made the lead. */
function isTied(one: PublishedAnswer, other: PublishedAnswer): boolean {
  if (writeCell(one) === writeCell(other)) return true;
  const [here, there] = [trueRange(one), trueRange(other)];
  return here.least <= there.most && there.least <= here.most;
}

interface Contest {
  readonly order: RankingOrder["order"];
  readonly answers: readonly Answer[];
}

/** Whether what is public already shows that a withheld cell is below every place taken. */
function cannotReach(hidden: Answer, last: PublishedAnswer, {order, answers}: Contest): boolean {
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
function baseOf({asked, release}: Answer): {key: string; records: number} | undefined {
  if (asked.denominator === undefined || asked.place.some(({variable}) => variable.kind !== "category"))
    return undefined;
  const {address} = asked;
  if (address.measure === "share" && Object.keys(address.at).length - Object.keys(address.base).length !== 1)
    return undefined;
  const base = release.cell(asked.denominator);
  return isPublicCell(base) ? {key: cellKey(asked.denominator), records: base.value} : undefined;
}

/** What the published cells leave nothing of: any reader knows that a withheld cell is no more than the rest. */
function publishedOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, {cell}) => sum + (isPublicCell(cell) ? (cell.count ?? cell.value) : 0), 0);
}
