import {stated} from "../../measures/index.ts";
import {rulesOfSums} from "../../publication/index.ts";
import {aboveFloor, dominanceIn, floorAt, leadingAt, saysUnled, those, weighed} from "./dominance.ts";
import {fewOf, ofNumberAlone, stepsIn, type NumbersAt} from "./ofNumbers.ts";
import {exactly} from "./printedBeside.ts";
import type {PeopleCell, PrintedCell, Sentence, Tells} from "./tells.ts";
import type {Statement} from "./statement.ts";

/**
 * A sum is exact; that it is printed tells that enough records have more than everybody is known to have (nought as a rule),
 * or that nobody has, and that no one of them has nearly all of that. That it is withheld tells nothing: others are withheld for the sake of one, as counts are.
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
  const asked = aboveFloor(told);
  if (asked === undefined) return [];
  const percent = dominanceIn(told.release);
  const floor = floorAt(told);
  const leading = leadingAt(told, asked);
  const [sum, total] = [stepsOf(told), stepsOf(told) - floor * leading.known];
  return [
    {says: "implied", parts: [weighed(asked, (number) => number + floor)], range: [sum, sum]},
    ...enoughContributors(asked, {floor, total, needs: rulesOfSums(told.release.disclosure.policy).needs}),
    ...(percent > 0 ? saysUnled(asked, {...leading, total}, percent) : []),
  ];
}

/** That enough have more than the floor; or, where the total says that nobody has, that enough have a number. */
function enoughContributors(
  asked: NumbersAt,
  {floor, total, needs}: {readonly floor: number; readonly total: number; readonly needs: number},
): readonly Sentence[] {
  const above = those(asked, (number) => number > 0);
  if (total !== 0) return [{says: "implied", parts: [above], range: [needs, Infinity]}];
  return [
    {says: "implied", parts: [asked.known], range: [needs, Infinity]},
    // A sum of none tells that itself; another one does not tell of how many it is.
    ...(floor > 0 ? [{says: "implied", parts: [above], range: [0, 0]} as const] : []),
  ];
}
