/**
 * Between which means populations have put some groups, told by place. Means are kept as sums and counts of whole numbers,
 * so that they are compared without rounding.
 */
export class Spans {
  readonly #least: Means;
  readonly #most: Means;
  readonly #isUnbounded: Uint8Array;

  constructor(groups: number) {
    this.#least = meansOf(groups);
    this.#most = meansOf(groups);
    this.#isUnbounded = new Uint8Array(groups);
  }

  /** In some population a group has so many known numbers with this sum; where it has none, its mean can be anything. */
  see(at: number, known: number, sum: number): void {
    if (known < 1) {
      this.#isUnbounded[at] = 1;
      return;
    }
    if (isBelow({sum, known}, this.least(at))) write(this.#least, at, {sum, known});
    if (isBelow(this.most(at), {sum, known})) write(this.#most, at, {sum, known});
  }

  /** The least mean seen, a sum of none before any was. */
  least(at: number): Mean {
    return read(this.#least, at);
  }

  most(at: number): Mean {
    return read(this.#most, at);
  }

  /** Whether the means seen are at least so far apart. */
  isWide(at: number, width: number): boolean {
    const [least, most] = [this.least(at), this.most(at)];
    const apart = most.sum * least.known - least.sum * most.known;
    return this.#isUnbounded[at] === 1 || (least.known > 0 && apart >= width * least.known * most.known);
  }
}

/** A mean as the sum of so many numbers. */
export interface Mean {
  readonly sum: number;
  readonly known: number;
}

interface Means {
  readonly sums: Float64Array;
  readonly known: Int32Array;
}

function meansOf(groups: number): Means {
  return {sums: new Float64Array(groups), known: new Int32Array(groups)};
}

function read({sums, known}: Means, at: number): Mean {
  return {sum: sums[at] ?? 0, known: known[at] ?? 0};
}

function write({sums, known}: Means, at: number, mean: Mean): void {
  sums[at] = mean.sum;
  known[at] = mean.known;
}

/** A mean of nobody is below and above every other: the first that is seen takes its place. */
function isBelow(one: Mean, other: Mean): boolean {
  return one.known === 0 || other.known === 0 || one.sum * other.known < other.sum * one.known;
}
