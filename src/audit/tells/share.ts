import {roundRatioHalfUp, wilsonInterval, type Cell} from "../../release/index.ts";
import {numberKey} from "./printedNumbers.ts";
import type {Statement} from "./statement.ts";
import {wilsonRange} from "./wilsonRange.ts";
import {partsAt} from "../population/terms.ts";
import {roundedShare} from "./roundedShare.ts";
import {besideFaults, countsBeside, exactly, near, printedBy} from "./printedBeside.ts";
import type {PrintedCell, Published, Tells, ToldCell} from "./tells.ts";

/** Decimals of shares and their intervals in a release. */
const decimals = 1;

/** A share says the ratio of two counts, its interval how many they are, and mostly it prints both. */
export const share: Tells<"share"> = {
  says: (told) => {
    const {address, cell} = told;
    if (cell.status === "not-applicable") return [{says: "range", at: address.base, to: 0}];
    if (cell.status === "unreliable") return [...exactly(address.at, cell.count), ...exactly(address.base, cell.of)];
    return cell.status === "published" ? printedShare({...told, cell}) : [];
  },
  saysRounded: ({release, address: {at, base}, cell}) => {
    if (cell.status === "not-applicable") return near(release, base, {value: 0, says: "range"});
    if (cell.status !== "published" && cell.status !== "unreliable") return [];
    return [
      ...near(release, at, {value: cell.count, says: "range"}),
      ...near(release, base, {value: cell.of, says: "range"}),
    ];
  },
  saysOfPeople: ({release, address, cell, population}) => {
    // What a printed share says, its counts say, which are asked with it.
    const parts = cell.status === "not-applicable" ? partsAt(population, address.base) : undefined;
    const {within = 0} = release.disclosure.policy;
    return parts === undefined ? [] : [{says: "implied", parts, range: [0, within]}];
  },
  isSum: false,
  cuts: () => undefined,
  countsIn: countsBeside,
  faultsOf: (printed) => [...shareFaults(printed.cell), ...countFaults(printed, printed.cell)],
  faultsOfFew: (few) => countFaults(few, few.cell),
  isFounded: (told) => told.cell.status !== "unreliable" || isOfTooFew(told, told.cell),
  numbersOf: ({cell}) => numbersOfShare(cell),
  numbersInTable: ({cell, decimals: places}) => [inTable(cell, places)],
  hasNumberColumn: true,
  base: "within",
  namesOf: () => ["share"],
  nameInFiles: () => "share",
  apart: "by its interval",
};

/** A share of p% to one decimal of N says N(p − 0.05) ≤ 100 n < N(p + 0.05); its interval's width tells N. */
function printedShare({release, address, cell}: PrintedCell<"share">): readonly Statement[] {
  const {population, at, base} = address;
  const {value, count, of, lower, upper} = cell;
  const shown: readonly Statement[] = [
    ...exactly(at, count),
    ...exactly(base, of),
    {says: "range", at: base, from: 1},
    {says: "share", at, base, tenths: Math.round(value * 10)},
  ];
  if ((count !== undefined && of !== undefined) || lower === undefined || upper === undefined) return shown;
  const known = of ?? printedBy(release, {measure: "count", population, at: base});
  const fits = wilsonRange({value, lower, upper}, {from: known ?? 1, to: known ?? Infinity});
  if (fits === undefined) return shown;
  return [...shown, {says: "range", at, ...fits.count}, {says: "range", at: base, ...fits.of}];
}

function shareFaults({value, count, of, lower, upper}: Published): readonly string[] {
  if (count === undefined || of === undefined || of === 0 || count > of) {
    return ["is a share without a base that holds its count"];
  }
  const interval = wilsonInterval(count, of);
  const percent = (proportion: number): number => Math.round(proportion * 1000) / 10;
  const isTrue =
    value === roundRatioHalfUp(100 * count, of, decimals) &&
    lower === percent(interval.lower) &&
    upper === percent(interval.upper);
  return isTrue ? [] : ["is not the share, or not the interval, that its count and base give"];
}

/** What is wrong with the counts that a share prints beside it. */
function countFaults(
  {release, address: {population, at, base}}: ToldCell<"share">,
  {count, of}: {readonly count?: number; readonly of?: number},
): readonly string[] {
  return besideFaults(release, population, [
    [at, count],
    [base, of],
  ]);
}

function isOfTooFew(
  {release, address: {population, at, base}}: ToldCell<"share">,
  {count, of}: Extract<Cell, {status: "unreliable"}>,
): boolean {
  const isPrinted = (place: typeof at, value: number): boolean =>
    printedBy(release, {measure: "count", population, at: place}) === value;
  const {shareNeeds = 0} = release.disclosure.policy;
  return of < shareNeeds && isPrinted(base, of) && isPrinted(at, count);
}

/** A share is printed from its whole numbers with no, one or two decimals; "<1%" and ">99%" where it is near the ends. */
function numbersOfShare(cell: Published): readonly string[] {
  const {value, count, of, lower, upper} = cell;
  const bounds = [lower, upper].flatMap((bound) => (bound === undefined ? [] : [numberKey(bound, true)]));
  const released = numberKey(value, true);
  const counts = countsBeside(cell).map((whole) => numberKey(whole));
  if (count === undefined || of === undefined || of === 0) return [released, ...bounds, ...counts];
  const rounded = [0, 1, 2].map((places) => roundedShare(count, of, places));
  return [released, ...rounded, ...bounds, ...counts];
}

function inTable({value, count, of}: Published, places = 0): string {
  if (count === undefined || of === undefined || of === 0) return numberKey(value, true);
  return roundedShare(count, of, places);
}
