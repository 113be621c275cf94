/** Records put into classes, each into one: by record the number of its class. */
export interface Division {
  readonly classes: Uint16Array | Uint32Array;
  /** How many classes there are. */
  readonly size: number;
}

/** Counts or other sums by two numbers, those that are none left out. */
export class PairCounts {
  readonly #width: number;
  readonly #dense: Float64Array | undefined;
  readonly #sparse = new Map<number, number>();

  /** `records`: about how many are counted. */
  constructor(height: number, width: number, records: number) {
    this.#width = width;
    const isDense = height * width <= Math.max(leastSparse, 8 * records);
    this.#dense = isDense ? new Float64Array(height * width) : undefined;
  }

  add(one: number, other: number, count: number): void {
    const at = one * this.#width + other;
    if (this.#dense === undefined) this.#sparse.set(at, (this.#sparse.get(at) ?? 0) + count);
    else this.#dense[at] = (this.#dense[at] ?? 0) + count;
  }

  /** Adds one of each record, or what it weighs, by its class in two divisions. */
  addAll(ones: Division["classes"], others: Division["classes"], weights?: Float64Array): void {
    const [dense, width] = [this.#dense, this.#width];
    for (let row = 0; row < ones.length; row += 1) {
      const weight = weights === undefined ? 1 : (weights[row] ?? 0);
      if (dense === undefined) this.add(ones[row] ?? 0, others[row] ?? 0, weight);
      else {
        const at = (ones[row] ?? 0) * width + (others[row] ?? 0);
        dense[at] = (dense[at] ?? 0) + weight;
      }
    }
  }

  get(one: number, other: number): number {
    const at = one * this.#width + other;
    return this.#dense?.[at] ?? this.#sparse.get(at) ?? 0;
  }

  forEach(tell: (one: number, other: number, count: number) => void): void {
    const width = this.#width;
    const tellAt = (count: number, at: number): void => {
      if (count !== 0) tell(Math.floor(at / width), at % width, count);
    };
    if (this.#dense === undefined) this.#sparse.forEach(tellAt);
    else this.#dense.forEach(tellAt);
  }
}

/** Up to so many pairs are always counted in a table of them all. */
const leastSparse = 65_536;

/** How many records are in each class of one division and each of another of the same records, or what these weigh. */
export function meet(one: Division, other: Division, weights?: Float64Array): PairCounts {
  const counts = new PairCounts(one.size, other.size, one.classes.length);
  counts.addAll(one.classes, other.classes, weights);
  return counts;
}
