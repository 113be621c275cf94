import {roundRatioHalfUp, wilsonInterval} from "../../release/index.ts";
import {exactly, near, neverOfFew} from "./printedBeside.ts";
import {numberKey} from "./printedNumbers.ts";
import type {PrintedCell, Tells, ToldCell} from "./tells.ts";

/** Decimals of such a share and its interval in a release. */
const decimals = 1;

/**
 * A share of several areas together follows from the shares of each, which have to be printed with their counts: it says
 * the counts of these, and nothing else.
 */
export const similarShare: Tells<"similar-share"> = {
  says: (told) => partsOf(told).flatMap(({at, base, count, of}) => [...exactly(at, count), ...exactly(base, of)]),
  saysRounded: (told) =>
    partsOf(told).flatMap(({at, base, count, of}) => [
      ...near(told.release, at, {value: count, says: "range"}),
      ...near(told.release, base, {value: of, says: "range"}),
    ]),
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

/** The counts of its areas, as their own shares print them; of a number that is not published none are said. */
function partsOf({release, address, cell}: ToldCell<"similar-share">) {
  if (cell.status !== "published") return [];
  const {population, variable, areas} = address;
  return areas.flatMap((area) => {
    const [at, base] = [
      {...address.at, [variable]: area},
      {...address.base, [variable]: area},
    ];
    const own = {measure: "share", population, at, base} as const;
    const printed = release.has(own) ? release.cell(own) : undefined;
    const isCounted = printed?.status === "published" || printed?.status === "unreliable";
    if (!isCounted || printed.count === undefined || printed.of === undefined) return [];
    return [{at, base, count: printed.count, of: printed.of}];
  });
}

function faultsOf(printed: PrintedCell<"similar-share">): readonly string[] {
  const {areas} = printed.address;
  const {value, lower, upper} = printed.cell;
  const parts = partsOf(printed);
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
