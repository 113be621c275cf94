import {createRandom} from "../../../src/synthetic/random.ts";
import {
  crossTabulate,
  type CountLine,
  type CrossTable,
} from "../../../src/confidential/disclose/search/crossTabulate.ts";

/** The middle count of a cell: in two dimensions small counts stand alone, in three there are very many. */
const typicalOfTwo = 25;
const typicalOfThree = 3.5;

/**
 * A table with all its totals whose counts look like those of real cross-tables: rows and columns of very different
 * sizes. The seed decides all.
 */
export function randomTable(shape: readonly number[], seed: string): CrossTable {
  const random = createRandom(seed);
  const typical = shape.length === 2 ? typicalOfTwo : typicalOfThree;
  const effects = shape.map((size) => Array.from({length: size}, () => 0.7 * normal(() => random.next())));
  const places = shape.reduce<number[][]>(
    (done, size) => done.flatMap((start) => Array.from({length: size}, (_, category) => [...start, category])),
    [[]],
  );
  const lines = places.map((place): CountLine => {
    const effect = place.reduce((sum, category, dimension) => sum + (effects[dimension]?.[category] ?? 0), 0);
    return {
      categories: place.map((category, dimension) => `${"abc"[dimension] ?? ""}${category}`),
      count: Math.floor(typical * Math.exp(effect + 0.7 * normal(() => random.next()))),
    };
  });
  return crossTabulate(lines, shape.length);
}

/** A draw from the standard normal distribution (Box and Muller, 1958). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
