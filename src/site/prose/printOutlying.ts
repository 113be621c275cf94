import type {Directive} from "../../publication/index.ts";
import {askCell, askCells, sideOfTarget} from "../../release/index.ts";
import {listInWords} from "../words/listInWords.ts";
import {compareCells, isAnswered, placeAnswer, tellApart, type PublishedAnswer} from "./compareCells.ts";
import {printMark} from "./printMark.ts";
import {isLeftOut, writePlace} from "./printRanking.ts";
import {printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type OutlyingDirective = Extract<Directive, {kind: "outlying"}>;

/** "Kent (88%)": the categories that are told apart from a number, the farthest first; a mark where there are none. */
export function printOutlying(directive: OutlyingDirective, reading: Reading): Printed {
  const outlying = findOutlying(directive, reading);
  if (outlying.length > 0) {
    return printWords(listInWords(outlying.map((answer) => writePlace(answer, directive.withValue))));
  }
  if (directive.otherwise !== undefined) return printWords(directive.otherwise);
  const {cell} = askCell(directive.than, reading.releases);
  return printMark(cell.status === "published" ? {status: "not-applicable"} : cell, reading);
}

/**
 * The published categories of a query that may be said to lie above, or below, a number, the farthest first. What is
 * withheld is neither, so that nobody learns anything of it.
 */
export function findOutlying(directive: OutlyingDirective, {releases}: Reading): readonly PublishedAnswer[] {
  const than = askCell(directive.than, releases);
  if (!isAnswered(than)) return [];
  const side = directive.side === "higher" ? 1 : -1;
  const sideOf = (answer: PublishedAnswer): -1 | 0 | 1 =>
    directive.isTarget ? sideOfTarget(placeAnswer(answer), placeAnswer(than)) : tellApart(answer, than);
  return askCells(directive.query, releases)
    .filter((answer) => isAnswered(answer))
    .filter((answer) => !isLeftOut(answer, directive.leaveOut) && sideOf(answer) === side)
    .toSorted((a, b) => -side * compareCells(a.cell, b.cell));
}
