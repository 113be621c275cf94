import {stated, type Coordinates} from "../../measures/index.ts";
import {isLed} from "../population/leaders.ts";
import type {Part} from "../population/quantity.ts";
import {aboveFloor, dominanceIn, leadingAt, mayBeLed, saysLed, saysUnled} from "./dominance.ts";
import {fewOf, numbersAt, roundedRecords, stepsIn, tooFewRecords} from "./ofNumbers.ts";
import {exactly, printedBy} from "./printedBeside.ts";
import type {Statement} from "./statement.ts";
import type {PeopleCell, PrintedCell, Sentence, ToldCell} from "./tells.ts";

/** Measures that print a mean. */
export type OfMeans = "mean" | "estimated-mean";

/** What a cell that prints a mean says of counts, where it needs so many records. */
export function saysOfMean(told: ToldCell<OfMeans>, needs: number): readonly Statement[] {
  const {address, cell} = told;
  const {at, variable} = address;
  if (cell.status === "suppressed") {
    const few = mayBeLed(told, needs) ? [] : tooFewRecords(told, needs);
    return [...few, {says: "mean", at, variable}];
  }
  if (cell.status === "not-applicable") return exactly(at, 0);
  return cell.status === "published" ? printedMean({...told, cell}, needs) : [];
}

/** The same where counts are rounded. */
export function saysOfRoundedMean(told: ToldCell<OfMeans>, needs: number): readonly Statement[] {
  const mayLead = told.cell.status === "suppressed" && mayBeLed(told, needs);
  return mayLead ? [] : roundedRecords(told, needs);
}

/** The same of records. */
export function meanSentences(told: PeopleCell<OfMeans>, needs: number): readonly Sentence[] {
  const {cell} = told;
  return cell.status === "published" ? sumSentences({...told, cell}, needs) : withheldMean(told, needs);
}

/** The number printed beside it is that averaged where the release prints this count too, else the size of the group. */
function printedMean(told: PrintedCell<OfMeans>, needs: number): readonly Statement[] {
  const {release, address, cell} = told;
  const {population, at, variable} = address;
  const known = {...at, [variable]: stated};
  const {of} = cell;
  const isPrintedAs = (place: Coordinates): boolean =>
    printedBy(release, {measure: "count", population, at: place}) === of;
  // Releases of earlier versions printed the size of the group.
  const isOfGroup = !isPrintedAs(known) && isPrintedAs(at);
  return [
    ...exactly(isOfGroup ? at : known, of),
    {says: "range", at: known, from: needs},
    {says: "mean", at, variable, tenths: tenthsIn(told)},
  ];
}

/** The mean in tenths of a step of its number. */
function tenthsIn(told: PrintedCell<OfMeans>): number {
  return Math.round(told.cell.value * 10 * stepsIn(told));
}

/**
 * A mean of m to one decimal, rounded half up, of n known numbers with sum s says 0 ≤ 20 s + n − 20 m n and
 * 20 s + n − 20 m n − 2 n < 0; that is Σ over the records of (20 x + 1 − 20 m), in whole numbers.
 */
function sumSentences(told: PeopleCell<OfMeans> & PrintedCell<OfMeans>, needs: number): readonly Sentence[] {
  const asked = numbersAt(told);
  if (asked === undefined) return [];
  const {known, column, numbers} = asked;
  const tenths = tenthsIn(told);
  const weigh = (less: number): Part => ({
    ...known,
    weights: {column, of: numbers.map((number) => (number === null ? 0 : 20 * number + 1 - 2 * tenths - less))},
  });
  const above = mayBeLed(told, needs) ? aboveFloor(told) : undefined;
  return [
    {says: "implied", parts: [weigh(0)], range: [0, Infinity]},
    {says: "implied", parts: [weigh(2)], range: [-Infinity, -1]},
    {says: "implied", parts: [known], range: [needs, Infinity]},
    ...(above ? saysUnled(above, leadingAt(told, above), dominanceIn(told.release)) : []),
  ];
}

/** Too few have the number, or one of many is nearly all of the sum. */
function withheldMean(told: PeopleCell<OfMeans>, needs: number): readonly Sentence[] {
  const asked = aboveFloor(told);
  const percent = mayBeLed(told, needs) ? dominanceIn(told.release) : 0;
  if (asked === undefined || told.cell.status !== "suppressed" || !told.isTooFew || percent === 0)
    return fewOf(told, needs);
  const leading = leadingAt(told, asked);
  return leading.known >= needs && isLed(leading, percent) ? saysLed(asked, leading, percent) : fewOf(told, needs);
}
