import {stated, type Coordinates} from "../../measures/index.ts";
import {numberKey} from "./printedNumbers.ts";
import type {Statement} from "./statement.ts";
import {isLed} from "../population/leaders.ts";
import type {Part} from "../population/quantity.ts";
import {dominanceIn, leadingAt, mayBeLed, saysLed, saysUnled} from "./dominance.ts";
import {fewOf, isOfNobody, numbersAt, roundedRecords, stepsIn, tooFewRecords} from "./ofNumbers.ts";
import {countsBeside, exactly, neverOfFew, printedBy} from "./printedBeside.ts";
import type {PeopleCell, PrintedCell, Sentence, Tells} from "./tells.ts";

/** A mean says the sum of a number to its rounding, and that no fewer records have it than the policy asks. */
export const mean: Tells<"mean"> = {
  says: (told) => {
    const {address, cell, release} = told;
    const {meanNeeds} = release.disclosure.policy;
    if (cell.status === "suppressed") {
      const {at, variable} = address;
      const few = mayBeLed(told, meanNeeds) ? [] : tooFewRecords(told, meanNeeds);
      return [...few, {says: "mean", at, variable}];
    }
    if (cell.status === "not-applicable") return exactly(address.at, 0);
    return cell.status === "published" ? printedMean({...told, cell}) : [];
  },
  saysRounded: (told) => {
    const {meanNeeds} = told.release.disclosure.policy;
    const mayLead = told.cell.status === "suppressed" && mayBeLed(told, meanNeeds);
    return mayLead ? [] : roundedRecords(told, meanNeeds);
  },
  saysOfPeople: (told) => {
    const {cell, release} = told;
    const {meanNeeds} = release.disclosure.policy;
    if (cell.status !== "published") return withheldMean(told, meanNeeds);
    return sumSentences({...told, cell}, meanNeeds);
  },
  isSum: true,
  cuts: () => undefined,
  countsIn: countsBeside,
  faultsOf: ({cell: {count, lower, upper}}) =>
    count === undefined && lower === undefined && upper === undefined
      ? []
      : ["is a mean with numbers that no mean has"],
  faultsOfFew: neverOfFew,
  isFounded: (told) => told.cell.status !== "unreliable" && (told.cell.status !== "not-applicable" || isOfNobody(told)),
  numbersOf: ({cell}) => [cell.value, ...countsBeside(cell)].map((one) => numberKey(one)),
  numbersInTable: ({cell: {value}}) => [numberKey(value)],
  hasNumberColumn: false,
  base: "of the known",
  namesOf: () => ["mean"],
  nameInFiles: ({variable}) => `mean ${variable}`,
  apart: "beyond a tenth",
};

/** The number printed beside it is that averaged where the release prints this count too, else the size of the group. */
function printedMean(told: PrintedCell<"mean">): readonly Statement[] {
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
    {says: "range", at: known, from: release.disclosure.policy.meanNeeds},
    {says: "mean", at, variable, tenths: tenthsIn(told)},
  ];
}

/** The mean in tenths of a step of its number. */
function tenthsIn(told: PrintedCell<"mean">): number {
  return Math.round(told.cell.value * 10 * stepsIn(told));
}

/**
 * A mean of m to one decimal, rounded half up, of n known numbers with sum s says 0 ≤ 20 s + n − 20 m n and
 * 20 s + n − 20 m n − 2 n < 0; that is Σ over the records of (20 x + 1 − 20 m), in whole numbers.
 */
function sumSentences(told: PeopleCell<"mean"> & PrintedCell<"mean">, meanNeeds: number): readonly Sentence[] {
  const asked = numbersAt(told);
  if (asked === undefined) return [];
  const {known, column, numbers} = asked;
  const tenths = tenthsIn(told);
  const weigh = (less: number): Part => ({
    ...known,
    weights: {column, of: numbers.map((number) => (number === null ? 0 : 20 * number + 1 - 2 * tenths - less))},
  });
  const percent = dominanceIn(told.release);
  return [
    {says: "implied", parts: [weigh(0)], range: [0, Infinity]},
    {says: "implied", parts: [weigh(2)], range: [-Infinity, -1]},
    {says: "implied", parts: [known], range: [meanNeeds, Infinity]},
    ...(percent > 0 ? saysUnled(asked, leadingAt(told, asked), percent) : []),
  ];
}

/** Too few have the number, or one of many is nearly all of the sum. */
function withheldMean(told: PeopleCell<"mean">, meanNeeds: number): readonly Sentence[] {
  const asked = numbersAt(told);
  const percent = dominanceIn(told.release);
  if (asked === undefined || told.cell.status !== "suppressed" || !told.isTooFew || percent === 0)
    return fewOf(told, meanNeeds);
  const leading = leadingAt(told, asked);
  return leading.known >= meanNeeds && isLed(leading, percent)
    ? saysLed(asked, leading, percent)
    : fewOf(told, meanNeeds);
}
