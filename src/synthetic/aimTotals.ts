import {notStated} from "./client.ts";
import type {Share} from "./columnMarginSchema.ts";
import type {Random} from "./random.ts";
import {shareBounds, type CountBounds} from "./shareBounds.ts";

/** Bounds and aims of the categories of one column, by name. */
export type Totals = ReadonlyMap<string, Required<CountBounds>>;

/**
 * Decides how many clients each category aims at: anywhere within what its published share allows, so that counts do
 * not give the rounding away; `rest` takes what is left. Where a share is of the clients stated, the number not
 * stated is settled first. `base` is a number of clients.
 */
export function aimTotals(shares: Readonly<Record<string, Share>>, base: number, random: Random): Totals {
  const ofStated = Object.values(shares).some(
    (share) => typeof share === "object" && "of" in share && share.of === "stated",
  );
  const missing = settle(shares[notStated] ?? 0, base, random);
  const fixed = ofStated
    ? {from: Math.round(missing.aim ?? 0), to: Math.round(missing.aim ?? 0), aim: missing.aim}
    : missing;
  const totals = Object.entries(shares).map(([key, share]): [string, CountBounds] => {
    if (key === notStated) return [key, fixed as CountBounds];
    const isOfStated = typeof share === "object" && "of" in share && share.of === "stated";
    return [key, settle(share, isOfStated ? base - fixed.from : base, random)];
  });
  const aimed = totals.reduce((sum, [, {aim}]) => sum + (aim ?? 0), 0);
  const open = totals.filter(([, {aim}]) => aim === undefined).length;
  // A tenth of a client keeps a crowded-out rest possible.
  const left = Math.max(0.1, (base - aimed) / Math.max(1, open));
  return new Map(totals.map(([key, bounds]) => [key, {...bounds, aim: bounds.aim ?? left}]));
}

function settle(share: Share, base: number, random: Random): CountBounds {
  const bounds = shareBounds(share, base);
  if (bounds.aim === undefined || (typeof share === "object" && "aim" in share && share.aim !== undefined))
    return bounds;
  const spread = typeof share === "object" ? 0.7 * (bounds.to - bounds.from) : 0.06 * bounds.aim;
  return {...bounds, aim: bounds.aim + (random.next() - 0.5) * spread};
}
