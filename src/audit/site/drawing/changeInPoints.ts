import type {PublicCell} from "../editionInDist.ts";
import {exclusiveCorrelation, ownInterval, type Ratio} from "../words/ownInterval.ts";
import {roundingDoubt, ratioOf, groupsOrAnswers, verdictOn} from "../words/verdict.ts";

interface InPoints {
  readonly x?: readonly [number, number];
  readonly interval?: readonly [number, number];
  readonly reach?: readonly number[];
  readonly numbers: readonly number[];
  readonly words?: readonly string[];
  readonly isPercent: false;
}

const words = {"1": "rose", "-1": "fell", "0": "cannot be told"} as const;

/**
 * What a share is more than the same share of an earlier period or edition, in percentage points with its 95% interval, worked
 * out from the roots of the score equation. No number where one of both is not published; nothing where the first is not
 * of the later time, or the two are not of two groups, or of two answers of one.
 */
export function changeInPoints(rows: readonly PublicCell[]): InPoints | undefined {
  const [later, earlier, third] = rows;
  if (later === undefined || earlier === undefined || third !== undefined || !isSame(later, earlier)) return undefined;
  const relation = groupsOrAnswers(later, earlier);
  if (relation === "unknown" || !isLater(later, earlier)) return undefined;
  const [one, other, verdict] = [ratioOf(later), ratioOf(earlier), verdictOn(later, earlier)];
  if (one === undefined || other === undefined || verdict === undefined) return {numbers: [], isPercent: false};
  const isOneBase = relation === "answers";
  const between = (a: Ratio, b: Ratio) => ownInterval(a, b, isOneBase ? exclusiveCorrelation(a, b) : 0);
  const [mine, yours] = [roundingDoubt(later), roundingDoubt(earlier)];
  const {lower} = between(moved(one, -mine, isOneBase), moved(other, yours, isOneBase));
  const {upper} = between(moved(one, mine, isOneBase), moved(other, -yours, isOneBase));
  const [points, from, to] = [one.count / one.of - other.count / other.of, lower, upper].map((part) => 100 * part);
  const numbers = [points ?? NaN, from ?? NaN, to ?? NaN] as const;
  return {
    x: [numbers[0], numbers[0]],
    interval: [numbers[1], numbers[2]],
    reach: [0, ...numbers],
    numbers,
    words: verdict.sides.map((side) => words[`${side}`]),
    isPercent: false,
  };
}

/** One share of one population at one place of the figure. */
function isSame(one: PublicCell, other: PublicCell): boolean {
  const nameOf = ({asked: {address, place}}: PublicCell): string =>
    [
      address.measure,
      address.population,
      ...place.map(({category}) => (category === "total" ? "" : category.name)),
    ].join("|");
  return one.asked.address.measure === "share" && nameOf(one) === nameOf(other);
}

/** By the days of the editions, and within one by the days of the periods that tell the two apart. */
function isLater(one: PublicCell, other: PublicCell): boolean {
  const [own, earlier] = [one.release.edition, other.release.edition];
  if (own.id !== earlier.id) return own.period.from > earlier.period.from;
  return (one.asked.population?.variables ?? []).some(({name, reads}) => {
    if (reads?.as !== "period") return false;
    const [from, before] = [one, other].map(({asked}) => reads.categories[asked.address.at[name] ?? ""]?.[0]);
    return from !== undefined && before !== undefined && from > before;
  });
}

/** A share as far up, or down, as rounding can have put its count, and on a base of its own that too. */
function moved({count, of}: Ratio, by: number, isOneBase: boolean): Ratio {
  const base = isOneBase ? of : Math.max(1, of - by);
  return {count: Math.min(base, Math.max(0, count + by)), of: base};
}
