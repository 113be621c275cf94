import type {Links, LinkedCell, Sum} from "../disclose/link/links.ts";
import {nameOf} from "../../release/index.ts";
import type {Tabulation} from "../tabulate/tabulation.ts";
import type {Earlier} from "./chooseEarlier.ts";
import type {EarlierRelease} from "./earlierRelease.ts";

/** What the links of a release with its ledger are made from. */
export interface EarlierLinks {
  /** Links over all counts that this release or one before it shows. */
  readonly links: Links;
  readonly earlier: Earlier;
  /** Keys of the counts that this release asks. */
  readonly asked: ReadonlySet<string>;
  readonly tabulation: Tabulation;
  readonly policy: {readonly threshold: number; readonly zeros: "shown" | "hidden"};
  /** Keys of counts that are known from what was published, as the analyst says: nothing is left to protect. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Says in the web of sums what was published before: a printed count stays printed; one that was withheld and is no
 * longer asked stays withheld; and the difference between a period and one within it can be worked out where both are
 * printed, so that a small one must be protected like a small count.
 */
export function linkEarlier(ledger: EarlierLinks): Links {
  const {links, earlier, lost} = ledger;
  const printed = new Set(earlier.same.flatMap((one) => [...one.printed.keys()]));
  const cells = new Map<string, LinkedCell>();
  const sums: Sum[] = [...links.sums];
  for (const [key, cell] of links.cells) {
    if (printed.has(key)) cells.set(key, {...cell, fixed: true});
    else cells.set(key, lost.has(key) ? {...cell, isLost: true} : cell);
  }
  for (const key of formerlyWithheld(ledger, printed)) keepWithheld(key, ledger, {cells, sums});
  const periods = [...earlier.longer, ...earlier.shorter];
  for (const one of periods) addDifferences(one, ledger, {cells, sums});
  return {cells, sums};
}

interface Web {
  readonly cells: Map<string, LinkedCell>;
  readonly sums: Sum[];
}

/** Safe counts that an earlier release withheld, and that neither it nor this one prints or asks. */
function formerlyWithheld(
  {earlier, asked, tabulation, policy}: EarlierLinks,
  printed: ReadonlySet<string>,
): readonly string[] {
  const withheld = new Set(earlier.same.flatMap((one) => [...one.withheld.keys()]));
  return [...withheld].filter((key) => {
    const count = tabulation.get(key)?.count ?? 0;
    return count >= policy.threshold && !asked.has(key) && !printed.has(key);
  });
}

/** A reader knows of a withheld count that it is not below what its mark stands for: that much is fixed, the rest open. */
function keepWithheld(key: string, {policy}: EarlierLinks, {cells, sums}: Web): void {
  const cell = cells.get(key);
  if (cell === undefined) return;
  const [least, rest] = [`least of ${key}`, `rest of ${key}`];
  const count = policy.zeros === "hidden" ? 0 : 1;
  cells.set(key, {...cell, shown: false});
  cells.set(least, {key: least, shown: true, fixed: true, level: 0, isArithmetic: true, count});
  cells.set(rest, {key: rest, shown: false, level: 0, isArithmetic: true});
  sums.push({total: key, parts: [least, rest]});
}

function addDifferences({release, printed}: EarlierRelease, ledger: EarlierLinks, {cells, sums}: Web): void {
  const {earlier, asked, tabulation, policy} = ledger;
  const isLonger = earlier.longer.some((one) => one.release === release);
  for (const [key, {value}] of printed) {
    const count = tabulation.get(key)?.count;
    if (count === undefined || !asked.has(key) || !cells.has(key)) continue;
    const difference = isLonger ? value - count : count - value;
    if (difference < 1 || difference >= policy.threshold) continue;
    const there = `${key} in ${nameOf(release)}`;
    const rest = `${key} between this edition and ${nameOf(release)}`;
    cells.set(there, {key: there, shown: true, fixed: true, level: 0, isArithmetic: true, count: value});
    cells.set(rest, {key: rest, shown: false, level: 0});
    sums.push(isLonger ? {total: there, parts: [key, rest]} : {total: key, parts: [there, rest]});
  }
}
