import {roundRatioHalfUp} from "../../release/index.ts";
import {numberKey, tinyNumberKey} from "./printedNumbers.ts";
import type {Statement} from "./statement.ts";
import {besideFaults, countsBeside, exactly, near, neverOfFew, printedBy} from "./printedBeside.ts";
import type {PrintedCell, Tells} from "./tells.ts";

/** Decimals of rates in a release. */
const decimals = 1;

/** A rate says its count, which it prints too, by the published figure that it is over. */
export const rate: Tells<"rate"> = {
  says: (told) => (told.cell.status === "published" ? printedRate({...told, cell: told.cell}) : []),
  saysRounded: ({release, address: {at}, cell}) =>
    near(release, at, {value: cell.status === "published" ? cell.count : undefined, says: "range"}),
  // Its count says it all, which is asked with it.
  saysOfPeople: () => [],
  isSum: false,
  cuts: () => undefined,
  countsIn: countsBeside,
  faultsOf: (printed) => [
    ...rateFaults(printed),
    ...besideFaults(printed.release, printed.address.population, [[printed.address.at, printed.cell.count]]),
  ],
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: ({cell}) => [tinyNumberKey(cell, decimals), ...countsBeside(cell).map((one) => numberKey(one))],
  numbersInTable: ({cell}) => [tinyNumberKey(cell, decimals)],
  hasNumberColumn: true,
  base: "none",
  namesOf: () => ["rate"],
  nameInFiles: () => "rate",
  apart: "perhaps",
};

/** A rate of r per 1,000 to one decimal of D people says D(r − 0.05) ≤ 1000 n < D(r + 0.05). */
function printedRate(printed: PrintedCell<"rate">): readonly Statement[] {
  const {address, cell} = printed;
  const {at} = address;
  const {value, count} = cell;
  const people = dividedBy(printed);
  if (people === undefined) return exactly(at, count);
  const tenths = Math.round(value * 10);
  const from = Math.max(0, Math.ceil(((2 * tenths - 1) * people) / 20_000));
  const to = Math.ceil(((2 * tenths + 1) * people) / 20_000) - 1;
  return [...exactly(at, count), {says: "range", at, from, to}];
}

/** The figure that a rate is over, where the release prints that too. */
function dividedBy({release, address: {per}}: PrintedCell<"rate">): number | undefined {
  return printedBy(release, {measure: "value", population: per.reference, at: per.at, column: per.column});
}

function rateFaults(printed: PrintedCell<"rate">): readonly string[] {
  const {value, count} = printed.cell;
  if (count === undefined) return ["is a rate without a count"];
  const people = dividedBy(printed);
  if (people === undefined || people <= 0) return [];
  return value === roundRatioHalfUp(1000 * count, people, decimals)
    ? []
    : ["is not the rate that its count and its reference give"];
}
