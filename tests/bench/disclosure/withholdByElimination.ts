import type {CountModel} from "../../../src/confidential/disclose/search/countModel.ts";
import type {Publishing} from "./publishWhileIndependent.ts";

/** Sums are reckoned modulo a prime: the largest whose products are 32-bit numbers. */
const prime = 46_337;

/** By how much each independent change of the counts changes a cell. */
type Row = Int32Array;

/**
 * The cells of any model that cannot be published while unsafe counts do not follow: published ones are taken out of all
 * others by Gaussian elimination; one of which an unsafe count is a multiple would give that away.
 */
export function withholdByElimination(model: CountModel, {unsafe, order}: Publishing): readonly number[] {
  const rows = changesOf(model);
  return order.filter((cell) => {
    const row = rows[cell];
    const pivot = row?.findIndex((entry) => entry !== 0) ?? -1;
    if (row === undefined || pivot < 0) return false;
    if (unsafe.values().some((other) => isMultiple(rows[other], row, pivot))) return true;
    const published = row.slice();
    for (const other of rows) subtract(other, published, pivot);
    return false;
  });
}

/** Every change that keeps the sums is made up of independent ones; what each of these does to every cell. */
function changesOf({cells, equations}: CountModel): readonly Row[] {
  const sums = equations.map(({total, parts}) => {
    const row = new Int32Array(cells.length);
    for (const part of parts) row[part] = ((row[part] ?? 0) + 1) % prime;
    row[total] = ((row[total] ?? 0) + prime - 1) % prime;
    return row;
  });
  const solved = new Map<number, Row>();
  for (const row of sums) {
    const pivot = row.findLastIndex((entry) => entry !== 0);
    if (pivot < 0) continue;
    const pivotal = row.slice();
    for (const other of sums) if (other !== row) subtract(other, pivotal, pivot);
    solved.set(pivot, row);
  }
  const free = [...cells.keys()].filter((cell) => !solved.has(cell));
  return [...cells.keys()].map((cell) => {
    const row = solved.get(cell);
    if (row === undefined) return Int32Array.from(free, (other) => Number(other === cell));
    const scale = prime - inverse(row[cell] ?? 1);
    return Int32Array.from(free, (other) => ((row[other] ?? 0) * scale) % prime);
  });
}

function isMultiple(row: Row | undefined, of: Row, pivot: number): boolean {
  if (row === undefined || (row[pivot] ?? 0) === 0) return false;
  const factor = ((row[pivot] ?? 0) * inverse(of[pivot] ?? 1)) % prime;
  return row.every((entry, at) => entry === ((of[at] ?? 0) * factor) % prime);
}

/** Takes so much of one row from another that nothing is left at the pivot. */
function subtract(from: Row, row: Row, pivot: number): void {
  const entry = from[pivot] ?? 0;
  if (entry === 0) return;
  const factor = prime - ((entry * inverse(row[pivot] ?? 1)) % prime);
  for (let at = 0; at < row.length; at++) {
    const taken = row[at] ?? 0;
    if (taken !== 0) from[at] = ((from[at] ?? 0) + ((taken * factor) % prime)) % prime;
  }
}

/** The number whose product with another leaves 1 (Fermat). */
function inverse(number: number): number {
  let [result, base] = [1, number];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
