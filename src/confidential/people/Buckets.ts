import {bucketsOf, type Records, type Rotation} from "../../audit/index.ts";

/** Records in buckets of those that agree on some columns, and so may exchange answers to another. */
export class Buckets {
  readonly #rows: readonly Uint32Array[];
  readonly #bucketOf: Int32Array;

  constructor(records: Records, within: Rotation["within"]) {
    this.#rows = bucketsOf(records, within);
    this.#bucketOf = new Int32Array(records.size);
    this.#rows.forEach((rows, bucket) => {
      for (const row of rows) this.#bucketOf[row] = bucket;
    });
  }

  /** Number of the bucket of a record. */
  of(row: number): number {
    return this.#bucketOf[row] ?? 0;
  }

  /** The records of a bucket, in their order. */
  rows(bucket: number): Uint32Array {
    return this.#rows[bucket] ?? new Uint32Array();
  }
}
