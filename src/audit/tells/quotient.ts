import type {Release} from "../../release/index.ts";
import {neverOfFew} from "./printedBeside.ts";
import type {Published, Tells} from "./tells.ts";

/** What a printed quotient of two published figures has to be. */
export interface QuotientRule {
  /** What one over one is printed as. */
  readonly times: number;
  /** Decimals that are printed. */
  readonly decimals: number;
  /** The largest that may be printed. */
  readonly most: number;
  /** The bounds of a figure that is a plain count, in its own units; nothing where the audit knows none. */
  readonly ofCount: (count: number, per: number) => readonly [number, number];
}

/** A quotient in a release, whichever measure it is of. */
interface QuotientAt {
  readonly population: string;
  readonly at: Readonly<Record<string, string>>;
  readonly column: string;
  readonly over: string;
}

/** What holds for everything that is made of published figures alone: it says nothing of any record. */
export const ofFiguresAlone = {
  says: () => [],
  saysRounded: () => [],
  saysOfPeople: () => [],
  isSum: false,
  cuts: () => undefined,
  countsIn: () => [],
  faultsOfFew: neverOfFew,
  isFounded: ({cell}: {readonly cell: {readonly status: string}}) => cell.status !== "unreliable",
  hasNumberColumn: false,
  base: "none",
  apart: "where intervals part",
} as const satisfies Partial<Tells<"proportion">>;

/** How far the true number can be from one that is printed with so many decimals. */
function halfOf({decimals}: Pick<QuotientRule, "decimals">): number {
  return 0.5 / 10 ** decimals + 1e-6;
}

/**
 * Why a quotient cannot be what its two figures give, whether the release prints these in their own places or beside it
 * alone: the number itself, the figures beside it, and the ends of its interval.
 */
export function quotientFaults(printed: PrintedQuotient, rule: QuotientRule): readonly string[] {
  const {value, lower, upper, count, of} = printed.cell;
  const isOrdered = lower === undefined || upper === undefined || (lower <= value && value <= upper);
  if (!isOrdered || value < 0 || value > rule.most) return ["is not within its own interval, or beyond what it can be"];
  const [top, bottom] = [figureOf(printed, "column"), figureOf(printed, "over")];
  const isBeside = (count ?? top?.value) === top?.value && (of ?? bottom?.value) === bottom?.value;
  if (!isBeside) return ["has figures beside it that are not those printed in their own places"];
  const isCounted = !isEstimated(printed, "column");
  if (isCounted && (count === undefined || of === undefined)) return ["is without the figures that it is made of"];
  if (top === undefined || bottom === undefined) return [];
  const exact = (rule.times * top.value) / bottom.value;
  if (!(Math.abs(exact - value) <= halfOf(rule))) return ["is not what its two figures give"];
  const isOpen = top.bounds === "open" || bottom.bounds === "open";
  if (lower === undefined || upper === undefined) {
    const isKnown = top.bounds === "none" && bottom.bounds === "none";
    return isKnown ? ["has no interval, and both of its figures are counts"] : [];
  }
  if (isOpen) return ["has an interval, and nobody knows how far an estimate in it is off"];
  return isIntervalOf({lower, upper}, {top, bottom}, rule) ? [] : ["has an interval that its two figures do not give"];
}

interface PrintedQuotient {
  readonly release: Release;
  readonly address: QuotientAt;
  readonly cell: Published;
}

/** A figure of a quotient. */
interface PartOfQuotient {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  /** A plain count has none; an estimate that is not printed in its own place may have any. */
  readonly bounds: "none" | "printed" | "open" | "unknown";
}

/**
 * Whether each end solves the equation that defines it: θ₁ − Lθ₂ is as far from nought as the bounds of both figures
 * together let it be (Donner and Zou, 2012). Where the bounds of a figure are not printed, the interval has to reach as
 * far as the other figure alone makes it.
 */
export function isIntervalOf(
  {lower, upper}: {readonly lower: number; readonly upper: number},
  {top, bottom}: {readonly top: PartOfQuotient; readonly bottom: PartOfQuotient},
  {times, most, ofCount, decimals}: QuotientRule,
): boolean {
  const half = halfOf({decimals});
  const [low, high] =
    top.bounds === "none" ? ofCount(top.value, bottom.value) : [top.lower ?? top.value, top.upper ?? top.value];
  const [least, largest] = [bottom.lower ?? bottom.value, bottom.upper ?? bottom.value];
  const under = (limit: number): number => {
    const ratio = limit / times;
    return top.value - ratio * bottom.value - Math.hypot(top.value - low, ratio * (largest - bottom.value));
  };
  const over = (limit: number): number => {
    const ratio = limit / times;
    return ratio * bottom.value - top.value - Math.hypot(high - top.value, ratio * (bottom.value - least));
  };
  const reaches = under(Math.max(0, lower - half)) >= -1e-6 && (upper === most || over(upper + half) >= -1e-6);
  const isNoWider = under(lower + half) <= 1e-6 && over(upper - half) <= 1e-6;
  return reaches && (isNoWider || top.bounds === "unknown" || bottom.bounds === "unknown");
}

/** A figure of a quotient as its own place prints it, or else as it stands beside the quotient. */
function figureOf(printed: PrintedQuotient, part: "column" | "over"): PartOfQuotient | undefined {
  const {release, address, cell} = printed;
  const place = {measure: "value", population: address.population, at: address.at, column: address[part]} as const;
  const isEstimate = isEstimated(printed, part);
  const own = release.has(place) ? release.cell(place) : undefined;
  if (own?.status === "published") {
    const {value, lower, upper} = own;
    if (lower !== undefined && upper !== undefined) return {value, lower, upper, bounds: "printed"};
    return {value, bounds: isEstimate ? "open" : "none"};
  }
  const value = part === "column" ? cell.count : cell.of;
  return value === undefined ? undefined : {value, bounds: isEstimate ? "unknown" : "none"};
}

/** Whether the source of a figure gives bounds of figures in its column. */
function isEstimated({release, address}: PrintedQuotient, part: "column" | "over"): boolean {
  const columns = release.vocabulary.references.find(({name}) => name === address.population)?.columns ?? [];
  return columns.some(({name, isEstimate}) => name === address[part] && isEstimate === true);
}
