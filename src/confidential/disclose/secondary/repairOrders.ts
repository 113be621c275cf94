import type {CountModel} from "./countModel.ts";

/** How many pseudo-random orders are tried beside the plain ones. */
const shuffles = 8;

/**
 * Orders in which unsafe counts can be repaired: a greedy search gives another pattern for each. The same model has the
 * same orders, because they depend on keys and counts alone.
 */
export function repairOrders({cells}: CountModel, unsafe: readonly number[]): readonly (readonly number[])[] {
  const count = (cell: number): number => cells[cell]?.count ?? 0;
  const by = (rank: (cell: number) => number): readonly number[] =>
    unsafe.toSorted((a, b) => rank(a) - rank(b) || a - b);
  const shuffled = Array.from({length: shuffles}, (_, seed) => by((cell) => hash(`${seed} ${cells[cell]?.key ?? ""}`)));
  return [unsafe, unsafe.toReversed(), by(count), by((cell) => -count(cell)), ...shuffled];
}

/** FNV-1a over UTF-16 units, 32 bits: spreads keys evenly and gives the same number on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
