import type {CountLine} from "../search/crossTabulate.ts";

/** A category that seems to be a total of the others. */
export interface FoundTotal {
  /** The first of the lines that it stands in, from 0. */
  readonly at: number;
  /** Whether its name says so; otherwise its counts do. */
  readonly isNamedSo: boolean;
}

const totalNames = /^((grand|sub)[ -]?)?totals?$|^(all|sum|overall)$/i;

/** Fewer sums than this may come out by chance. */
const fewestSums = 3;

/**
 * The first category in one place of the lines that is a total: called so, or the sum of the others wherever it stands,
 * three times at least, with two other categories that are not all zero. Names in `noTotal` are passed over.
 */
export function findTotal(
  lines: readonly CountLine[],
  place: number,
  noTotal: readonly string[],
): FoundTotal | undefined {
  const categories = [...new Set(lines.map((line) => line.categories[place] ?? ""))];
  const groups = [...Map.groupBy(lines, ({categories}) => JSON.stringify(categories.toSpliced(place, 1))).values()];
  for (const category of categories) {
    if (noTotal.includes(category)) continue;
    const isNamedSo = totalNames.test(category);
    if (isNamedSo || isSum(groups, place, category)) {
      return {at: lines.findIndex((line) => line.categories[place] === category), isNamedSo};
    }
  }
  return undefined;
}

function isSum(groups: readonly (readonly CountLine[])[], place: number, category: string): boolean {
  const isOwn = ({categories}: CountLine): boolean => categories[place] === category;
  const stated = groups.filter((group) => group.some(isOwn));
  const others = stated.flatMap((group) => group.filter((line) => !isOwn(line) && line.count > 0));
  const parts = new Set(others.map(({categories}) => categories[place]));
  if (stated.length < fewestSums || parts.size < 2) return false;
  return stated.every((group) => {
    const [own = 0, rest] = [group.find(isOwn)?.count, sumOf(group.filter((line) => !isOwn(line)))];
    return own === rest;
  });
}

function sumOf(lines: readonly CountLine[]): number {
  return lines.reduce((sum, {count}) => sum + count, 0);
}
