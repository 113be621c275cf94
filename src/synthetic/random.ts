import {itemAt} from "./itemAt.ts";

/** Numbers that look random and follow from a seed alone: the same on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number;
  /** A stream of its own, so that drawing more in one place moves nothing in another. */
  fork(label: string): Random;
}

/**
 * Starts a stream from a seed. Source of the generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a
 * hashes; it uses 32-bit whole numbers only.
 */
export function createRandom(seed: string): Random {
  const state = [1, 2, 3].map((salt) => hash(`${salt}:${seed}`));
  let [a = 0, b = 0, c = 0] = state;
  let counter = 1;
  const next = () => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

/** A copy of the items in random order. */
export function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const order = items.map((_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = itemAt(order, last);
    order[last] = itemAt(order, other);
    order[other] = kept;
  }
  return order.map((index) => itemAt(items, index));
}

/** Index of one of the weights, each as likely as its share of their sum; the last index when all are zero. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (weight > 0 && left < 0) return index;
  }
  return weights.length - 1;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value;
}
