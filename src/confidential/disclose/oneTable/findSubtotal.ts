import type {CountLine} from "../search/crossTabulate.ts";

/** A category that seems to be a total of some others. Lines are counted from 0. */
export interface FoundSubtotal {
  /** The first line that it stands in. */
  readonly at: number;
  /** The first lines of those that it adds up. */
  readonly parts: readonly number[];
}

/** Fewer sums than this may come out by chance, whatever the counts. */
const fewestSums = 3;

/** One in two to the power of this: how seldom chance may make a sum that is taken for a subtotal. */
const doubt = 14;

/** Steps of the search for the parts of one category; what it does not reach is no finding. */
const mostSteps = 20_000;

/** The counts of a category in the lines of one place that hold the category judged. */
interface Column {
  readonly name: string;
  readonly counts: readonly number[];
}

/**
 * The first category in one place of the lines that is the sum of some others, two at least, wherever it stands. A sum of
 * some others comes out by chance the sooner the more others there are and the smaller the counts: it is taken for a
 * subtotal only where as many sums of others as there are would hit such counts in every line once in 16,000 times.
 * Names in `noTotal` are passed over.
 */
export function findSubtotal(
  lines: readonly CountLine[],
  place: number,
  noTotal: readonly string[],
): FoundSubtotal | undefined {
  const groups = [...Map.groupBy(lines, ({categories}) => JSON.stringify(categories.toSpliced(place, 1))).values()];
  const tables = groups.map((group) => new Map(group.map(({categories, count}) => [categories[place] ?? "", count])));
  const names = [...new Set(lines.map(({categories}) => categories[place] ?? ""))];
  const firstOf = (name: string): number => lines.findIndex(({categories}) => categories[place] === name);
  for (const name of names.filter((one) => !noTotal.includes(one))) {
    const stated = tables.filter((table) => table.has(name));
    const columnOf = (one: string): Column => ({name: one, counts: stated.map((table) => table.get(one) ?? 0)});
    const own = columnOf(name).counts;
    const others = names.filter((one) => one !== name).map(columnOf);
    const able = others.filter(({counts}) => counts.some((count) => count > 0) && fits(counts, own));
    const bits = own.reduce((sum, count) => sum + Math.log2(count + 1), 0);
    if (own.length < fewestSums || bits < able.length + Math.log2(names.length) + doubt) continue;
    const parts = partsOf(own, able);
    if (parts !== undefined) return {at: firstOf(name), parts: parts.map(firstOf).toSorted((a, b) => a - b)};
  }
  return undefined;
}

function fits(counts: readonly number[], room: readonly number[]): boolean {
  return counts.every((count, at) => count <= (room[at] ?? 0));
}

/** Names of two columns or more that add up to the counts in every line. */
function partsOf(own: readonly number[], able: readonly Column[]): readonly string[] | undefined {
  const columns = able.toSorted((a, b) => sumOf(b.counts) - sumOf(a.counts));
  // What all columns from one on add up to: where that is too little, none of them need be tried.
  const rest = columns.map((_, from) =>
    own.map((__, at) => sumOf(columns.slice(from).map(({counts}) => counts[at] ?? 0))),
  );
  let steps = 0;
  const search = (from: number, left: readonly number[], taken: readonly string[]): readonly string[] | undefined => {
    if (left.every((count) => count === 0)) return taken.length > 1 ? taken : undefined;
    const [column, reach] = [columns[from], rest[from]];
    if (column === undefined || reach === undefined || !fits(left, reach) || ++steps > mostSteps) return undefined;
    const after = left.map((count, at) => count - (column.counts[at] ?? 0));
    const found = after.some((count) => count < 0) ? undefined : search(from + 1, after, [...taken, column.name]);
    return found ?? search(from + 1, left, taken);
  };
  return search(0, own, []);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
