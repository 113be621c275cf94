import type {AddressOf, Coordinates} from "../../measures/index.ts";
import {referenceKeys} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {countsBeside, neverOfFew, printedBy} from "./printedBeside.ts";
import {numberKey} from "./printedNumbers.ts";
import {ofFiguresAlone} from "./quotient.ts";
import type {PrintedCell, Tells} from "./tells.ts";

type Rolling = "rolling-count" | "rolling-value";

/** The places whose numbers a sum says that it adds up. */
function parts({at, over, periods}: AddressOf<Rolling>): readonly Coordinates[] {
  return periods.map((period) => ({...at, [over]: period}));
}

/** Counts of the months before add up to it: it tells no more than they do, which are asked with it, and bounds each. */
export const rollingCount: Tells<"rolling-count"> = {
  says: ({address, cell}) => {
    if (cell.status !== "published") return [];
    return parts(address).map((at) => ({says: "range", at, from: 0, to: cell.value}));
  },
  saysRounded: ({release, address, cell}) => {
    if (cell.status !== "published") return [];
    const {within = 0} = release.disclosure.policy;
    const most = cell.value + within * address.periods.length;
    return parts(address).map((at) => ({says: "range", at, from: 0, to: most}));
  },
  // Its months say it all, which are asked with it.
  saysOfPeople: () => [],
  isSum: false,
  cuts: () => undefined,
  countsIn: (cell) => [cell.value, ...countsBeside(cell)],
  faultsOf: (printed) => faultsOfSum(printed, "count"),
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: ({cell: {value}}) => [numberKey(value)],
  numbersInTable: ({cell: {value}}) => [numberKey(value)],
  hasNumberColumn: false,
  base: "of the population",
  namesOf: ({months}) => [`${String(months)} months ending`, "number"],
  nameInFiles: ({months}) => `count ${String(months)} months ending`,
  apart: "beyond its rounding",
};

/** A sum of published figures says nothing of any record. */
export const rollingValue: Tells<"rolling-value"> = {
  ...ofFiguresAlone,
  faultsOf: (printed) => faultsOfSum(printed, "value"),
  numbersOf: (printed) => [numberKey(printed.cell.value), numberKey(rounded(printed))],
  numbersInTable: (printed) => [numberKey(rounded(printed))],
  namesOf: ({months}) => [`${String(months)} months ending`, "value"],
  nameInFiles: ({column, months}) => `value ${column} ${String(months)} months ending`,
  apart: "at all",
};

function rounded({release, address, cell}: PrintedCell<"rolling-value">): number {
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  const decimals = reference?.columns.find(({name}) => name === address.column)?.decimals ?? 0;
  return Number(cell.value.toFixed(decimals));
}

function faultsOfSum(
  {
    release,
    address,
    cell,
  }: {readonly release: Release; readonly address: AddressOf<Rolling>; readonly cell: PrintedCell<Rolling>["cell"]},
  measure: "count" | "value",
): readonly string[] {
  if (!isWindow(release, address)) return ["adds up other periods than those of its months"];
  const {population} = address;
  const numbers = parts(address).map((at) => {
    if ("column" in address) return printedBy(release, {measure: "value", population, at, column: address.column});
    return printedBy(release, {measure: "count", population, at});
  });
  // A figure that is not printed in its own place hides nothing: nobody's record is in it.
  if (numbers.includes(undefined)) return measure === "count" ? ["is given, though one of its months is not"] : [];
  const sum = numbers.reduce<number>((all, one) => all + (one ?? NaN), 0);
  return Math.abs(sum - cell.value) < 1e-6 ? [] : ["is not what its months add up to"];
}

/** Whether the periods follow one another up to the one of the place, and are so many months where their days are released. */
function isWindow({vocabulary}: Release, {population, at, over, periods, months}: AddressOf<Rolling>): boolean {
  if (periods.at(-1) !== at[over]) return false;
  const reference = vocabulary.references.find(({name}) => name === population);
  const asked = vocabulary.populations.find(({name}) => name === population);
  const variables = reference === undefined ? (asked?.variables ?? []) : referenceKeys(reference);
  const {reads, categories = []} = variables.find(({name}) => name === over) ?? {};
  if (reads?.as !== "period") {
    const names = categories.map(({name}) => name);
    const last = names.indexOf(periods.at(-1) ?? "");
    return names.slice(last + 1 - periods.length, last + 1).join(" ") === periods.join(" ");
  }
  const days = periods.map((period) => reads.categories[period]);
  const [first, last] = [days[0], days.at(-1)];
  const isUnbroken = days.every((one, place) => place === 0 || isDayAfter(days[place - 1]?.[1], one?.[0]));
  return isUnbroken && first !== undefined && last !== undefined && monthOf(last[1]) - monthOf(first[0]) + 1 === months;
}

function monthOf(iso: string): number {
  const [year = 0, month = 0] = iso.split("-").map(Number);
  return 12 * year + month;
}

function isDayAfter(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && Date.parse(after) - Date.parse(before) === 86_400_000;
}
