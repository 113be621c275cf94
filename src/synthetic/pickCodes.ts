import type {CodeListRow} from "../confidential/index.ts";
import type {Answers} from "./client.ts";
import type {ClientCondition} from "./condition.ts";
import {pickWeighted, type Random} from "./random.ts";

/** A mild association: who falls into some categories more or less often, by name. */
export interface ReadLean {
  readonly holds: ClientCondition;
  readonly more: Readonly<Record<string, number>>;
}

/** How much more often a client falls into a category, all associations together. */
export function oddsOf(leans: readonly ReadLean[], client: Answers, name: string): number {
  return leans.reduce((odds, {holds, more}) => odds * (holds(client) ? (more[name] ?? 1) : 1), 1);
}

/**
 * Picks one of the codes that a category stands for. Where weights name any of them, the others are left out; without
 * weights all are as likely.
 */
export function pickCode(
  codes: readonly CodeListRow[],
  {weights, odds}: {weights: Readonly<Record<string, number>>; odds: (name: string) => number},
  random: Random,
): string {
  const [only] = codes;
  if (codes.length === 1 && only) return only.code;
  const isWeighted = codes.some(({name}) => name in weights);
  const chances = codes.map(({name}) => (isWeighted ? (weights[name] ?? 0) : 1) * odds(name));
  return codes[pickWeighted(random, chances)]?.code ?? "";
}
