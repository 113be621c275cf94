/** A combination of values that no record can have: of columns, by value of each whether it takes part. */
export interface Impossible {
  readonly columns: readonly number[];
  readonly isPart: (valueOf: (column: number) => number) => boolean;
  /** The values of the last column that take part in it. */
  readonly lastValues: readonly number[];
}

/** Where more combinations than this can be, only those near a record are listed, and of these no more than that. */
const mostCells = 3_000;
const mostNear = 1_500;

/** Names a combination of values. */
export type KeyOf = (values: readonly number[]) => number | string;

/** Names combinations of columns with so many values: by a number where one can be exact. */
export function keysFor(sizes: readonly number[]): KeyOf {
  if (sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER) return (values) => values.join();
  return (values) => {
    let key = 0;
    for (let place = 0; place < sizes.length; place += 1) key = key * (sizes[place] ?? 1) + (values[place] ?? 0);
    return key;
  };
}

/** All combinations that can be; nothing where they are too many. */
export function allCombinations(sizes: readonly number[], canBe: CanBe): readonly (readonly number[])[] | undefined {
  const all: number[][] = [];
  const extend = (prefix: readonly number[]): boolean => {
    if (prefix.length === sizes.length) return all.push([...prefix]) <= mostCells;
    for (let value = 0; value < (sizes[prefix.length] ?? 0); value += 1) {
      const next = [...prefix, value];
      if (canBe(next) && !extend(next)) return false;
    }
    return true;
  };
  return extend([]) ? all : undefined;
}

/** Whether the first values of a combination can stand together. */
export type CanBe = (prefix: readonly number[]) => boolean;

/** What combinations there are. */
interface Room {
  readonly sizes: readonly number[];
  readonly canBe: CanBe;
  readonly keyOf: KeyOf;
}

/** The first combinations that can be and differ from a record's in one column. */
export function nearCombinations(
  records: Iterable<readonly number[]>,
  {sizes, canBe, keyOf}: Room,
): readonly (readonly number[])[] {
  const found = new Map<number | string, readonly number[]>();
  for (const near of nearby(records, sizes)) {
    if (canBeWhole(near, canBe)) found.set(keyOf(near), [...near]);
    if (found.size >= mostNear) break;
  }
  return [...found.values()];
}

/**
 * The combinations that differ from those of some records in one column at most. They are many and most are passed over: each is
 * given in the same array, to be copied where it is kept.
 */
export function* nearby(records: Iterable<readonly number[]>, sizes: readonly number[]): Generator<readonly number[]> {
  for (const values of records) {
    const near = [...values];
    for (const [place, size] of sizes.entries()) {
      for (let value = 0; value < size; value += 1) {
        near[place] = value;
        yield near;
      }
      near[place] = values[place] ?? 0;
    }
  }
}

/** Whether a whole combination can be. */
export function canBeWhole(values: readonly number[], canBe: CanBe): boolean {
  return values.every((_, to) => canBe(values.slice(0, to + 1)));
}

/** Whether no impossible combination is complete with the last value of a prefix. */
export function prefixTest(columns: readonly number[], impossible: readonly Impossible[]): CanBe {
  const ending = columns.map((column, place) => {
    const byValue = new Map<number, Impossible[]>();
    for (const one of impossible) {
      const isInside = one.columns.every((own) => columns.slice(0, place + 1).includes(own));
      if (!isInside || one.columns.at(-1) !== column) continue;
      for (const value of one.lastValues) byValue.set(value, [...(byValue.get(value) ?? []), one]);
    }
    return byValue;
  });
  return (prefix) => {
    const last = prefix.at(-1) ?? 0;
    const valueOf = (column: number): number => prefix[columns.indexOf(column)] ?? 0;
    return (ending[prefix.length - 1]?.get(last) ?? []).every((one) => !one.isPart(valueOf));
  };
}
