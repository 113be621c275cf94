/** Some of the records of a source, by their numbers: a bit for each record. */
export class RecordSet {
  readonly #words: Uint32Array;

  private constructor(words: Uint32Array) {
    this.#words = words;
  }

  static where(size: number, isIn: (row: number) => boolean): RecordSet {
    const words = new Uint32Array(Math.ceil(size / 32));
    for (let row = 0; row < size; row += 1) {
      if (isIn(row)) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
    }
    return new RecordSet(words);
  }

  and(other: RecordSet): RecordSet {
    return new RecordSet(this.#words.map((word, at) => word & (other.#words[at] ?? 0)));
  }

  isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }
}
