import fc from "fast-check";

/** Counts of a random cross-table, a line a combination of categories. */
export interface RandomCounts {
  readonly by: readonly string[];
  readonly lines: readonly {readonly categories: readonly string[]; readonly count: number}[];
}

const size = (min: number, max: number): fc.Arbitrary<number> => fc.integer({min, max});

const shapes = fc.oneof(
  {weight: 2, arbitrary: fc.tuple(size(1, 8))},
  {weight: 5, arbitrary: fc.tuple(size(1, 6), size(1, 6))},
  {weight: 1, arbitrary: fc.tuple(size(2, 4), size(2, 3), size(2, 3))},
);

// Sparse counts as in real tables: mostly none or few, now and then many.
const counts = fc.oneof(
  {weight: 3, arbitrary: fc.constant(0)},
  {weight: 4, arbitrary: fc.integer({min: 1, max: 4})},
  {weight: 3, arbitrary: fc.integer({min: 5, max: 60})},
);

/** Tables of one, two and three dimensions. */
export const randomCounts: fc.Arbitrary<RandomCounts> = shapes.chain((sizes) => {
  const places = sizes.reduce<readonly string[][]>(
    (done, size, dimension) =>
      done.flatMap((start) => Array.from({length: size}, (_, at) => [...start, `${"abc"[dimension]}${at + 1}`])),
    [[]],
  );
  return fc.array(counts, {minLength: places.length, maxLength: places.length}).map((values) => ({
    by: sizes.map((_, dimension) => `by-${"abc"[dimension]}`),
    lines: places.map((categories, at) => ({categories, count: values[at] ?? 0})),
  }));
});

/** The table as an analyst would hand it in. */
export function csvOf({by, lines}: RandomCounts): string {
  return [[...by, "n"], ...lines.map(({categories, count}) => [...categories, String(count)])]
    .map((row) => `${row.join(",")}\n`)
    .join("");
}
