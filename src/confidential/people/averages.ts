import {bucketsOf, columnsIn, type Records, type PeopleStatement} from "../../audit/index.ts";

/** Two records that exchange a value. */
export type Pair = readonly [number, number];

/** A column whose numbers statements average, with what else they ask of those whom they average. */
interface Averaged {
  readonly column: number;
  /** What each value adds to a sum, but for a constant. */
  readonly weights: readonly number[];
  readonly beside: Set<number>;
  /** By value, which counts hold it: values that the same hold may be exchanged as far as counts go. */
  readonly holding: string[];
}

/**
 * Second exchanges that make up for a first one: two people exchange their ages, and the sums of ages in both their groups
 * change; two others of the same groups exchange ages as far apart the other way, within one band.
 */
export class Averages {
  readonly #records: Records;
  readonly #averaged: ReadonlyMap<number, Averaged>;
  readonly #members = new Map<number, readonly ReadonlyMap<number, readonly number[]>[]>();
  readonly #groups = new Map<number, Int32Array>();

  constructor(records: Records, statements: readonly PeopleStatement[]) {
    this.#records = records;
    this.#averaged = averagedIn(statements);
  }

  /** Pairs who make up for what the sums lose where one pair exchanges its value of a column. */
  *makingUpFor([one, other]: Pair, column: number): Generator<Pair> {
    const averaged = this.#averaged.get(column);
    const values = this.#records.columns[column];
    if (averaged === undefined || values === undefined) return;
    const {weights, holding} = averaged;
    const groups = this.#groupsBy(averaged);
    const [own, others] = [groups[one] ?? 0, groups[other] ?? 0];
    if (own === others) return;
    const members = this.#members.get(column) ?? [];
    const gained = (weights[values[other] ?? 0] ?? 0) - (weights[values[one] ?? 0] ?? 0);
    for (const [value, rows] of members[own] ?? []) {
      for (const [partner, partners] of members[others] ?? []) {
        if ((weights[value] ?? 0) - (weights[partner] ?? 0) !== gained || holding[value] !== holding[partner]) continue;
        const giver = rows.find((row) => row !== one);
        const taker = partners.find((row) => row !== other);
        if (giver !== undefined && taker !== undefined) yield [giver, taker];
      }
    }
  }

  /** By record, the number of the group of those who are alike in all that averages ask beside the column. */
  #groupsBy({column, beside}: Averaged): Int32Array {
    const known = this.#groups.get(column);
    if (known !== undefined) return known;
    const groups = new Int32Array(this.#records.size);
    const buckets = bucketsOf(this.#records, [...beside].map((one) => ({column: one}))); // prettier-ignore
    buckets.forEach((rows, group) => {
      for (const row of rows) groups[row] = group;
    });
    const values = this.#records.columns[column];
    this.#members.set(column, buckets.map((rows) => Map.groupBy(rows, (row) => values?.[row] ?? 0))); // prettier-ignore
    this.#groups.set(column, groups);
    return groups;
  }
}

function averagedIn(statements: readonly PeopleStatement[]): ReadonlyMap<number, Averaged> {
  const found = new Map<number, Averaged>();
  const parts = statements.flatMap((statement) => statement.parts);
  for (const part of parts) {
    if (part.weights === undefined) continue;
    const {column, of} = part.weights;
    const known = found.get(column) ?? {column, weights: of, beside: new Set(), holding: of.map(() => "")};
    for (const one of columnsIn(part)) if (one !== column) known.beside.add(one);
    found.set(column, known);
  }
  const masks = new Set<string>();
  for (const {terms, weights} of parts) {
    if (weights !== undefined) continue;
    for (const {column, mask} of terms) {
      const averaged = found.get(column);
      const name = `${String(column)}:${mask.join("")}`;
      if (averaged === undefined || masks.has(name)) continue;
      masks.add(name);
      averaged.holding.forEach((before, value) => (averaged.holding[value] = `${before}${String(mask[value] ?? 0)}`));
    }
  }
  return found;
}
