import {roundRatioHalfUp, wilsonInterval} from "../../release/index.ts";
import {neverOfFew} from "./printedBeside.ts";
import {numberKey} from "./printedNumbers.ts";
import type {PrintedCell, Tells} from "./tells.ts";

/** Decimals of such a share and its interval in a release. */
const decimals = 1;

/**
 * A share of several areas together follows from the shares of each, which have to be printed with their counts: it says
 * nothing that these do not.
 */
export const similarShare: Tells<"similar-share"> = {
  says: () => [],
  saysRounded: () => [],
  saysOfPeople: () => [],
  isSum: false,
  cuts: () => undefined,
  countsIn: () => [],
  faultsOf,
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: ({cell: {value}}) => [numberKey(value, true)],
  numbersInTable: ({cell: {value}}) => [numberKey(value, true)],
  hasNumberColumn: false,
  base: "none",
  namesOf: () => ["share"],
  nameInFiles: () => "share of similar areas",
  apart: "where intervals part",
};

/** The counts that the share of an area prints; nothing where it is not printed. */
function printedIn({release, address}: PrintedCell<"similar-share">, area: string) {
  const {population, at, base, variable} = address;
  const place = {at: {...at, [variable]: area}, base: {...base, [variable]: area}};
  const own = {measure: "share", population, ...place} as const;
  const cell = release.has(own) ? release.cell(own) : undefined;
  const isCounted = cell?.status === "published" || cell?.status === "unreliable";
  return isCounted && cell.count !== undefined && cell.of !== undefined ? [{count: cell.count, of: cell.of}] : [];
}

function faultsOf(printed: PrintedCell<"similar-share">): readonly string[] {
  const {areas} = printed.address;
  const {value, lower, upper} = printed.cell;
  const parts = areas.flatMap((area) => printedIn(printed, area));
  if (parts.length < areas.length) return ["is given, though a share that it is made of is not printed"];
  const [count, of] = [parts.reduce((sum, one) => sum + one.count, 0), parts.reduce((sum, one) => sum + one.of, 0)];
  if (of === 0) return ["is a share of nobody"];
  const interval = wilsonInterval(count, of);
  const percent = (proportion: number): number => Math.round(proportion * 1000) / 10;
  const isTrue =
    value === roundRatioHalfUp(100 * count, of, decimals) &&
    lower === percent(interval.lower) &&
    upper === percent(interval.upper);
  return isTrue ? [] : ["is not the share, or not the interval, that the shares of its areas give"];
}
