import type {Coordinates} from "../../measures/index.ts";
import {roundRatioHalfUp} from "../../release/index.ts";
import {eventBounds} from "./eventBounds.ts";
import {numberKey, tinyNumberKey} from "./printedNumbers.ts";
import type {Statement} from "./statement.ts";
import {besideFaults, countsBeside, exactly, near, neverOfFew, printedBy} from "./printedBeside.ts";
import {isIntervalOf} from "./quotient.ts";
import type {PrintedCell, Tells, ToldCell} from "./tells.ts";
import {timesPrinted, unitInFiles} from "./timesPrinted.ts";

/** Of so many people it is, where nothing else is asked. */
const usual = 1000;

/** Decimals of rates in a release. */
const decimals = 1;

/** A rate says its count, which it prints too, by the published figure that it is over. */
export const rate: Tells<"rate"> = {
  says: (told) => {
    const {address, cell} = told;
    if (cell.status !== "published") return [];
    if (address.whole === undefined) return printedRate({...told, cell});
    return countsOfWhole(told).flatMap(({at, value}) => exactly(at, value));
  },
  saysRounded: (told) => {
    const {release, address, cell} = told;
    if (cell.status !== "published") return [];
    const counts = address.whole === undefined ? [{at: address.at, value: cell.count}] : countsOfWhole(told);
    return counts.flatMap(({at, value}) => near(release, at, {value, says: "range"}));
  },
  // Its count says it all, which is asked with it.
  saysOfPeople: () => [],
  isSum: false,
  cuts: () => undefined,
  countsIn: ({count}) => (count === undefined ? [] : [count]),
  faultsOf: (printed) => [
    ...rateFaults(printed),
    ...(printed.address.whole === undefined
      ? besideFaults(printed.release, printed.address.population, [[printed.address.at, printed.cell.count]])
      : wholeFaults(printed)),
  ],
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: ({cell}) => [tinyNumberKey(cell, decimals), ...countsBeside(cell).map((one) => numberKey(one))],
  numbersInTable: ({cell}) => [tinyNumberKey(cell, decimals)],
  hasNumberColumn: true,
  base: "none",
  namesOf: () => ["rate"],
  nameInFiles: (asked) => `rate${unitInFiles(asked, usual)}`,
  apart: "perhaps",
};

/** A rate of r for every E of D people to one decimal says D(r − 0.05) ≤ E n < D(r + 0.05). */
function printedRate(printed: PrintedCell<"rate">): readonly Statement[] {
  const {address, cell} = printed;
  const {at} = address;
  const {value, count} = cell;
  const people = dividedBy(printed);
  if (people === undefined) return exactly(at, count);
  const [times, over] = timesPrinted(address, usual);
  const tenths = Math.round(value * 10);
  const from = Math.max(0, Math.ceil(((2 * tenths - 1) * people * over) / (20 * times)));
  const to = Math.ceil(((2 * tenths + 1) * people * over) / (20 * times)) - 1;
  return [...exactly(at, count), {says: "range", at, from, to}];
}

/** A count that a rate of the region follows from, as its own place prints it. */
interface CountOfWhole {
  readonly at: Coordinates;
  readonly value: number | undefined;
}

/** Everybody, then those whom no area of the region has. */
function countsOfWhole({release, address: {population, at, whole}}: ToldCell<"rate">): readonly CountOfWhole[] {
  const places = (whole?.without ?? []).map((category) => ({...at, [whole?.variable ?? ""]: category}));
  return [at, ...places].map((one) => {
    return {at: one, value: printedBy(release, {measure: "count", population, at: one})};
  });
}

/** A rate of the region is of counts that are printed themselves, and takes off all who are in no area. */
function wholeFaults(printed: PrintedCell<"rate">): readonly string[] {
  const {release, address, cell} = printed;
  const [all, ...others] = countsOfWhole(printed).map(({value}) => value);
  const left = others.reduce((sum, one) => (sum ?? NaN) - (one ?? NaN), all);
  if (left === undefined || Number.isNaN(left)) return ["is given, though a count that it follows from is not printed"];
  if (Math.max(0, left) !== cell.count) return ["does not count whom the counts that it follows from leave"];
  const population = release.vocabulary.populations.find(({name}) => name === address.population);
  const categories = population?.variables.find(({name}) => name === address.whole?.variable)?.categories ?? [];
  const beyond = categories.filter(({role}) => role !== "value").map(({name}) => name);
  return beyond.join(" ") === address.whole?.without.join(" ") ? [] : ["counts others than those of the region"];
}

/** The figure that a rate is over, or the sum of several, where the release prints that too. */
function dividedBy({release, address: {per, whole}}: PrintedCell<"rate">): number | undefined {
  const rows = whole?.rows?.names.map((row) => ({...per.at, [whole.rows?.key ?? ""]: row})) ?? [per.at];
  const {reference: population, column} = per;
  const figures = rows.map((at) => printedBy(release, {measure: "value", population, at, column}));
  const sum = figures.reduce((all, one) => (all ?? NaN) + (one ?? NaN), 0);
  return sum === undefined || Number.isNaN(sum) ? undefined : sum;
}

/** Older releases have neither the people nor the interval beside a rate. */
function rateFaults(printed: PrintedCell<"rate">): readonly string[] {
  const {address, cell, release} = printed;
  const {value, count, of, lower, upper} = cell;
  if (count === undefined) return ["is a rate without a count"];
  const elsewhere = dividedBy(printed);
  if (of !== undefined && elsewhere !== undefined && of !== elsewhere) return ["is of other people than its reference"];
  const people = of ?? elsewhere;
  if (people === undefined || people <= 0) return [];
  const [times, over] = timesPrinted(address, usual);
  if (value !== roundRatioHalfUp(times * count, over * people, decimals)) {
    return ["is not the rate that its count and its reference give"];
  }
  const population = release.vocabulary.populations.find(({name}) => name === address.population);
  if (population?.unit === "clients" && count > people) return ["counts more people than there are"];
  if (lower === undefined || upper === undefined) return [];
  const parts = {
    top: {value: count, bounds: "none"},
    bottom: {value: people, bounds: isEstimate(printed) ? "unknown" : "none"},
  } as const;
  const rule = {times: times / over, decimals, most: Infinity, ofCount: eventBounds};
  return isIntervalOf({lower, upper}, parts, rule) ? [] : ["has an interval that its count does not give"];
}

/** Whether the people that it is of are an estimate, whose own bounds are no part of the release. */
function isEstimate({release, address: {per}}: PrintedCell<"rate">): boolean {
  const reference = release.vocabulary.references.find(({name}) => name === per.reference);
  return reference?.columns.some(({name, isEstimate: isOne}) => name === per.column && isOne === true) === true;
}
