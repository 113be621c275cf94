import {intervalNeeds} from "../../publication/index.ts";
import {meanSentences, saysOfMean, saysOfRoundedMean} from "./ofMeans.ts";
import {numbersAt, ofNumberAlone, stepsIn} from "./ofNumbers.ts";
import {saysSpread} from "./spread.ts";
import type {PeopleCell, PrintedCell, Sentence, Tells, ToldCell} from "./tells.ts";

/** A mean with its t interval says the sum of a number, and that of its squares, to the rounding of both. */
export const estimatedMean: Tells<"estimated-mean"> = {
  ...ofNumberAlone,
  says: (told) => saysOfMean(told, needed(told)),
  saysRounded: (told) => saysOfRoundedMean(told, needed(told)),
  saysOfPeople: (told) => {
    const {cell} = told;
    const ofMean = meanSentences(told, needed(told));
    return cell.status === "published" ? [...ofMean, ...spreadSentences({...told, cell})] : ofMean;
  },
  isSum: true,
  cuts: () => undefined,
  faultsOf: (printed) => {
    const {value, count, lower, upper} = printed.cell;
    if (count !== undefined || lower === undefined || upper === undefined)
      return ["is a mean without its interval, or with numbers that no mean has"];
    const isWritten = [value, lower, upper].every((one) => isInTenths(one, 10 * stepsIn(printed)));
    return isWritten && lower <= value && value <= upper ? [] : ["is a mean that its interval does not hold"];
  },
  namesOf: () => ["mean"],
  nameInFiles: ({variable}) => `estimated mean ${variable}`,
  apart: "where intervals part",
};

function needed({release}: ToldCell<"estimated-mean">): number {
  return intervalNeeds(release.disclosure.policy);
}

function isInTenths(value: number, tenths: number): boolean {
  return Math.round(value * tenths) / tenths === value;
}

function spreadSentences(told: PeopleCell<"estimated-mean"> & PrintedCell<"estimated-mean">): readonly Sentence[] {
  const asked = numbersAt(told);
  const {lower, upper} = told.cell;
  if (asked === undefined || lower === undefined || upper === undefined) return [];
  const tenths = 10 * stepsIn(told);
  const ends = [Math.round(lower * tenths), Math.round(upper * tenths)] as const;
  return saysSpread(asked, {counts: told.inBase(asked.known, asked.column), ends});
}
