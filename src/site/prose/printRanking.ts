import type {RankingDirective} from "../../publication/index.ts";
import {askCells, releaseFor, type Answer, type Cell} from "../../release/index.ts";
import {listInWords} from "../words/listInWords.ts";
import {isAnswered, type PublishedAnswer} from "./compareCells.ts";
import {printMark} from "./printMark.ts";
import {writeCell} from "./printValue.ts";
import {printWords, type Printed} from "./printed.ts";
import {rankCells} from "./rankCells.ts";
import type {Reading} from "./Reading.ts";

/** "High Down (15%), Winchester (13%) and Bullingdon (13%)", or "Kent and Surrey jointly (8%)" where they tie. */
export function printRanking(directive: RankingDirective, reading: Reading): Printed {
  const taken = takeRanked(directive, reading);
  if (taken === undefined || taken.length === 0) {
    // Nothing withheld and nothing to rank: a region without prisons has no prison that leads.
    // A ranking is no small count itself: it is withheld for the sake of one.
    const nothing = taken === undefined ? withheldRanking(reading) : ({status: "not-applicable"} as const);
    return directive.otherwise === undefined ? printMark(nothing, reading) : printWords(directive.otherwise);
  }
  return printWords(writeRanked(taken, directive));
}

function writeRanked(taken: readonly PublishedAnswer[], {order, take, withValue}: RankingDirective): string {
  const each = listInWords(taken.map((answer) => writePlace(answer, withValue)));
  // More than were asked for: they share a place.
  const isTie = order !== "all" && take === 1 && taken.length > 1;
  if (!isTie) return each;
  const [value, ...others] = new Set(taken.map((answer) => writeCell(answer)));
  if (!withValue || value === undefined || others.length > 0) return `${each} jointly`;
  return `${listInWords(taken.map((answer) => writePlace(answer, false)))} jointly (${value})`;
}

function withheldRanking({releases}: Reading): Extract<Cell, {status: "suppressed"}> {
  const hasOneMark = typeof releaseFor("this", releases).disclosure.policy.mark === "string";
  return hasOneMark ? {status: "suppressed"} : {status: "suppressed", mark: "further"};
}

/** The cells that a ranking prints, in their order; undefined where a withheld cell could change them. */
export function takeRanked(directive: RankingDirective, reading: Reading): readonly PublishedAnswer[] | undefined {
  const {order, skip, take, amongShown, leaveOut} = directive;
  const answers = askCells(directive.query, reading.releases).filter((answer) => !isLeftOut(answer, leaveOut));
  if (order !== "all") return rankCells(answers, {order, skip, take, amongShown});
  const published = answers.filter(isAnswered);
  return published.length === 0 ? undefined : published;
}

/** Whether a category takes no part in a ranking: nobody's answer, a place beyond the region, or a total. */
export function isLeftOut({asked}: Answer, leaveOut: RankingDirective["leaveOut"]): boolean {
  return asked.place.some(({category}) => {
    if (category === "total") return true;
    return category.role !== "value" && leaveOut.includes(category.role);
  });
}

/** The name of a category as it stands in a sentence, with its value where that is wanted: "Kent (88%)". */
export function writePlace(answer: PublishedAnswer, withValue: boolean): string {
  const names = answer.asked.place.map(({category}) => (category === "total" ? "all" : category.text));
  const name = names.length === 0 ? (answer.asked.population?.label ?? "") : names.join(", ");
  return withValue ? `${name} (${writeCell(answer)})` : name;
}
