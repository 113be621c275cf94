import type {Release} from "../../release/index.ts";
import {neverOfFew} from "./printedBeside.ts";
import type {Published, Tells} from "./tells.ts";

/** What a printed quotient of two published figures has to be. */
export interface QuotientRule {
  /** What one over one is printed as. */
  readonly times: number;
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

/** Printed with one decimal: so far the true number can be from it. */
const half = 0.05 + 1e-6;

/**
 * Why a quotient cannot be what its two figures give, where the release prints these: the number itself, and the ends of
 * its interval, each of which has to solve the equation that defines it: θ₁ − Lθ₂ is as far from nought as the bounds of
 * both figures together let it be (Donner and Zou, 2012).
 */
export function quotientFaults(
  {release, address, cell}: {readonly release: Release; readonly address: QuotientAt; readonly cell: Published},
  rule: QuotientRule,
): readonly string[] {
  const {value, lower, upper} = cell;
  const isOrdered = lower === undefined || upper === undefined || (lower <= value && value <= upper);
  if (!isOrdered || value < 0 || value > rule.most) return ["is not within its own interval, or beyond what it can be"];
  const [top, bottom] = [address.column, address.over].map((column) => figureOf(release, address, column));
  if (top === undefined || bottom === undefined) return [];
  const exact = (rule.times * top.value) / bottom.value;
  if (!(Math.abs(exact - value) <= half)) return ["is not what its two figures give"];
  if (lower === undefined || upper === undefined) return [];
  const [low, high] =
    top.lower === undefined || top.upper === undefined ? rule.ofCount(top.value, bottom.value) : [top.lower, top.upper];
  const under = (limit: number): number => {
    const ratio = limit / rule.times;
    return (
      top.value -
      ratio * bottom.value -
      Math.hypot(top.value - low, ratio * ((bottom.upper ?? bottom.value) - bottom.value))
    );
  };
  const over = (limit: number): number => {
    const ratio = limit / rule.times;
    return (
      ratio * bottom.value -
      top.value -
      Math.hypot(high - top.value, ratio * (bottom.value - (bottom.lower ?? bottom.value)))
    );
  };
  const endsLow = under(Math.max(0, lower - half)) >= -1e-6 && under(lower + half) <= 1e-6;
  const endsHigh = over(upper - half) <= 1e-6 && (upper === rule.most || over(upper + half) >= -1e-6);
  return endsLow && endsHigh ? [] : ["has an interval that its two figures do not give"];
}

function figureOf(release: Release, {population, at}: QuotientAt, column: string): Published | undefined {
  const address = {measure: "value", population, at, column} as const;
  if (!release.has(address)) return undefined;
  const cell = release.cell(address);
  return cell.status === "published" ? cell : undefined;
}
