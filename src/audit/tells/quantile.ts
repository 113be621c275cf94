import {stated} from "../../measures/index.ts";
import type {Part} from "../population/quantity.ts";
import {fewOf, numbersAt, ofNumberAlone, roundedRecords, stepsIn, tooFewRecords} from "./ofNumbers.ts";
import {exactly} from "./printedBeside.ts";
import type {PeopleCell, ReleasedPolicy, PrintedCell, Sentence, Tells} from "./tells.ts";

/**
 * A quantile of p percent that is v says that fewer than p percent of those who have the number are below v, and no more
 * than the rest of 100 percent above it: a median of n known ages tells at most how many are younger, and how many older.
 */
export const quantile: Tells<"quantile"> = {
  ...ofNumberAlone,
  says: (told) => {
    const {release, address, cell} = told;
    const {at, variable, percent} = address;
    const needs = needed(percent, release.disclosure.policy);
    if (cell.status === "suppressed") return tooFewRecords(told, needs);
    if (cell.status === "not-applicable") return exactly(at, 0);
    if (cell.status !== "published") return [];
    const known = {...at, [variable]: stated};
    return [
      ...exactly(known, cell.of),
      {says: "range", at: known, from: needs},
      {says: "quantile", at, variable, percent, value: stepsOf({...told, cell})},
    ];
  },
  saysRounded: (told) => {
    const {release, address, cell} = told;
    const {at, variable, percent} = address;
    const records = roundedRecords(told, needed(percent, release.disclosure.policy));
    if (cell.status !== "published") return records;
    return [...records, {says: "quantile", at, variable, percent, value: stepsOf({...told, cell})}];
  },
  saysOfPeople: (told) => {
    const {release, address, cell} = told;
    const needs = needed(address.percent, release.disclosure.policy);
    return cell.status === "published" ? sideSentences({...told, cell}, needs) : fewOf(told, needs);
  },
  isSum: false,
  cuts: ({variable}) => variable,
  faultsOf: ({cell, ...told}) => {
    const {value, count, lower, upper} = cell;
    return isInSteps(value, stepsIn({...told, cell})) &&
      count === undefined &&
      lower === undefined &&
      upper === undefined
      ? []
      : ["is a quantile between two steps of its number, or with numbers that no quantile has"];
  },
  namesOf: ({percent}) => (percent === 50 ? ["median"] : [`quantile ${String(percent)}`]),
  nameInFiles: ({percent, variable}) =>
    percent === 50 ? `median ${variable}` : `quantile ${String(percent)} of ${variable}`,
  apart: "beyond a unit",
};

/** So many records that each side of a quantile may have half as many as a mean needs, by its percentage. */
function needed(percent: number, {meanNeeds}: ReleasedPolicy): number {
  const thinner = Math.min(percent, 100 - percent);
  return Math.ceil((meanNeeds / 2) * (100 / thinner));
}

/** The quantile in steps of its number. */
function stepsOf(told: PrintedCell<"quantile">): number {
  return Math.round(told.cell.value * stepsIn(told));
}

function isInSteps(value: number, steps: number): boolean {
  const whole = Math.round(value * steps);
  return Number.isSafeInteger(whole) && whole / steps === value;
}

/** 100 × those below < p × those known, and 100 × those above ≤ (100 − p) × those known; weighed record by record. */
function sideSentences(told: PeopleCell<"quantile"> & PrintedCell<"quantile">, needs: number): readonly Sentence[] {
  const asked = numbersAt(told);
  if (asked === undefined) return [];
  const {known, column, numbers} = asked;
  const {percent} = told.address;
  const side = (holds: (number: number) => boolean): Part => {
    const mask = Uint8Array.from(numbers, (number) => Number(number !== null && holds(number)));
    return {terms: [...known.terms, {column, mask}], sign: 100};
  };
  const value = stepsOf(told);
  const below = side((number) => number < value);
  const above = side((number) => number > value);
  return [
    {says: "implied", parts: [below, {...known, sign: -percent}], range: [-Infinity, -1]},
    {says: "implied", parts: [above, {...known, sign: percent - 100}], range: [-Infinity, 0]},
    {says: "implied", parts: [known], range: [needs, Infinity]},
  ];
}
