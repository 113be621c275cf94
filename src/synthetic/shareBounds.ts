import type {Share} from "./columnMarginSchema.ts";

/** How many clients a margin allows, inclusive, and how many it aims at; no aim where it takes what is left. */
export interface CountBounds {
  readonly from: number;
  readonly to: number;
  readonly aim?: number;
}

/**
 * The counts that give a published share: those whose percentage of the base rounds half up to the value printed.
 * `base` is a number of clients.
 */
export function shareBounds(share: Share, base: number): CountBounds {
  if (share === "rest") return {from: 0, to: base};
  if (typeof share === "number") return {from: 0, to: base, aim: (share * base) / 100};
  if ("clients" in share) {
    const [from, to] = typeof share.clients === "number" ? [share.clients, share.clients] : share.clients;
    return {from, to: Math.min(to, base), aim: (from + to) / 2};
  }
  if (!("percent" in share)) {
    const from = share.over === undefined ? 0 : Math.floor(percentOf(share.over, base)) + 1;
    const to = share.under === undefined ? base : Math.ceil(percentOf(share.under, base)) - 1;
    return {from, to};
  }
  const half = 0.5 / 10 ** share.decimals;
  const from = Math.ceil(percentOf(share.from ?? Math.max(0, share.percent - half), base));
  const to = Math.min(base, Math.ceil(percentOf(share.below ?? share.percent + half, base)) - 1);
  return {from, to, aim: share.aim === undefined ? (from + to) / 2 : percentOf(share.aim, base)};
}

/** Percentages have at most five decimals here, so that a share that lies exactly on a bound is not lost. */
function percentOf(percent: number, base: number): number {
  return (Math.round(percent * 100_000) * base) / 10_000_000;
}
