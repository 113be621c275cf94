import {stated} from "../../measures/index.ts";
import {rulesOfSums} from "../../publication/index.ts";
import {dominanceIn, leadingAt, saysUnled, those, weighed} from "./dominance.ts";
import {fewOf, numbersAt, ofNumberAlone, stepsIn} from "./ofNumbers.ts";
import {exactly} from "./printedBeside.ts";
import type {PeopleCell, PrintedCell, Sentence, Tells} from "./tells.ts";
import type {Statement} from "./statement.ts";

/**
 * A sum is exact; that it is printed tells that enough records have more than nought, or that nobody has, and that no one
 * of them is nearly all of it. That it is withheld tells nothing: others are withheld for the sake of one, as counts are.
 */
export const sum: Tells<"sum"> = {
  ...ofNumberAlone,
  says: (told) => {
    const {address, cell} = told;
    const {at, variable} = address;
    if (cell.status === "suppressed") return [{says: "sum", at, variable}];
    if (cell.status === "not-applicable") return exactly(at, 0);
    if (cell.status !== "published") return [];
    return [...printedRecords({...told, cell}), {says: "sum", at, variable, value: stepsOf({...told, cell})}];
  },
  // The number added up is that of the true records; how many they are is rounded where it is printed.
  saysRounded: ({address: {at, variable}, cell, release}) => {
    if (cell.status !== "published") return [];
    return [{says: "range", at: {...at, [variable]: stated}, from: rulesOfSums(release.disclosure.policy).needs}];
  },
  saysOfPeople: (told) => {
    const {cell} = told;
    return cell.status === "published" ? ofPrinted({...told, cell}) : fewOf({...told, isTooFew: false}, 0);
  },
  isSum: true,
  cuts: () => undefined,
  faultsOf: ({cell, ...told}) => {
    const {value, count, lower, upper} = cell;
    const steps = stepsIn({...told, cell});
    const whole = Math.round(value * steps);
    return whole >= 0 && whole / steps === value && [count, lower, upper].every((one) => one === undefined)
      ? []
      : ["is a sum between two steps of its number, or with numbers that no sum has"];
  },
  namesOf: () => ["sum"],
  nameInFiles: ({variable}) => `sum ${variable}`,
  apart: "exactly",
};

function printedRecords({address: {at, variable}, cell, release}: PrintedCell<"sum">): readonly Statement[] {
  const known = {...at, [variable]: stated};
  return [...exactly(known, cell.of), {says: "range", at: known, from: rulesOfSums(release.disclosure.policy).needs}];
}

/** The sum in steps of its number. */
function stepsOf(told: PrintedCell<"sum">): number {
  return Math.round(told.cell.value * stepsIn(told));
}

function ofPrinted(told: PeopleCell<"sum"> & PrintedCell<"sum">): readonly Sentence[] {
  const asked = numbersAt(told);
  if (asked === undefined) return [];
  const {needs} = rulesOfSums(told.release.disclosure.policy);
  const percent = dominanceIn(told.release);
  const total = stepsOf(told);
  const enough = total === 0 ? asked.known : those(asked, (number) => number > 0);
  return [
    {says: "implied", parts: [weighed(asked, (number) => number)], range: [total, total]},
    {says: "implied", parts: [enough], range: [needs, Infinity]},
    ...(percent > 0 ? saysUnled(asked, {...leadingAt(told, asked), total}, percent) : []),
  ];
}
