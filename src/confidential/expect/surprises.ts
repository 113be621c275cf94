import type {ExpectedBounds} from "../../publication/index.ts";
import {isBeyond, isGone, isOtherSize, pointsFor, type PartOf} from "./bounds.ts";
import {surprisesOfForms} from "./surprisesOfForms.ts";
import {sameMonths} from "./surprisesOfMonths.ts";
import type {Surprise} from "./surprise.ts";
import type {Tally, Tallied} from "./tally.ts";

/** What of one edition's records is not as in those of another, beyond chance and the bounds of the report. */
export function surprisesSince(before: Tally, now: Tally, bounds: ExpectedBounds): readonly Surprise[] {
  const ofPopulations = Object.entries(now.populations).flatMap(([name, population]) => {
    const was = before.populations[name];
    return was === undefined
      ? []
      : surprisesOf({name, was, is: population}, {bounds, isAlikeLong: areAlikeLong(before, now)});
  });
  return [...sameMonths(before, now), ...surprisesOfForms(before, now, bounds), ...ofPopulations];
}

/** Whether two periods are as long, but for a leap day: else numbers of records are not held against each other. */
function areAlikeLong(one: Tally, other: Tally): boolean {
  const [first, second] = [one, other].map(({period: {from, to}}) => Date.parse(to) - Date.parse(from));
  return Math.abs((first ?? 0) - (second ?? 0)) <= 4 * 86_400_000;
}

interface Pair<Counts> {
  readonly name: string;
  readonly was: Counts;
  readonly is: Counts;
}

interface Rules {
  readonly bounds: ExpectedBounds;
  readonly isAlikeLong: boolean;
}

function surprisesOf({name, was, is}: Pair<Tallied>, rules: Rules): readonly Surprise[] {
  const {bounds, isAlikeLong} = rules;
  const size = isAlikeLong && isOtherSize(was.records, is.records, bounds.records) ? [sizeOf(name, was, is)] : [];
  const shares = surprisesOfShares({name, was, is}, bounds);
  // What is so of all is not said again of each place.
  const told = new Set(shares.map(({what}) => what.slice(name.length)));
  const places = Object.entries(is.places).flatMap(([place, here]) => {
    const there = was.places[place];
    if (there === undefined || here.records === 0) return [];
    const own = surprisesOfShares({name: `${name} ${place}`, was: there, is: here}, {...bounds, share: bounds.place});
    return own.filter(({what}) => !told.has(what.slice(name.length + 1 + place.length)));
  });
  return [...size, ...shares, ...exchangedColumns({name, was, is}, bounds), ...places];
}

function sizeOf(name: string, was: Tallied, is: Tallied): Surprise {
  const way = is.records > was.records ? "more" : "fewer";
  return {what: `${name}: ${way}`, counts: `${String(was.records)} before, ${String(is.records)} now`};
}

type Counted = Pick<Tallied, "records" | "variables">;

interface Changed {
  readonly category: string;
  readonly was: PartOf;
  readonly is: PartOf;
}

function surprisesOfShares({name, was, is}: Pair<Counted>, bounds: ExpectedBounds): readonly Surprise[] {
  return Object.entries(is.variables).flatMap(([variable, now]) => {
    const before = was.variables[variable];
    if (before === undefined) return [];
    const changed = Object.keys({...before, ...now}).map((category): Changed => ({
      category,
      was: {count: before[category] ?? 0, of: was.records},
      is: {count: now[category] ?? 0, of: is.records},
    }));
    const exchanged = exchangedCategories(changed, pointsFor(bounds, variable, false));
    const inPairs = new Set(exchanged.flat().map(({category}) => category));
    return [
      ...exchanged.map(([one, other]) => ({
        what: `${name} ${variable}=${one.category} and ${variable}=${other.category}: changed places`,
        counts: [one, other].map(inCounts).join("; "),
      })),
      ...changed
        .filter(({category}) => !inPairs.has(category))
        .flatMap((one): readonly Surprise[] => {
          const way = wayOf(one, pointsFor(bounds, variable, one.category === "not-stated"));
          return way === undefined
            ? []
            : [{what: `${name} ${variable}=${one.category}: ${way}`, counts: inCounts(one)}];
        }),
    ];
  });
}

function wayOf({was, is}: Changed, points: number): string | undefined {
  if (isGone(was, is)) return "gone";
  if (isGone(is, was)) return "new";
  if (!isBeyond(was, is, points)) return undefined;
  return is.count / is.of > was.count / was.of ? "higher" : "lower";
}

function inCounts({category, was, is}: Changed): string {
  return `${category}: ${String(was.count)} of ${String(was.of)} before, ${String(is.count)} of ${String(is.of)} now`;
}

/** Pairs of categories of which each has the other's share of before, and neither its own. */
function exchangedCategories(changed: readonly Changed[], points: number): readonly (readonly [Changed, Changed])[] {
  const moved = changed.filter(({was, is}) => isBeyond(was, is, points));
  return moved.flatMap((one, at) =>
    moved
      .slice(at + 1)
      .filter((other) => isLike(one.was, other.is) && isLike(other.was, one.is))
      .map((other): readonly [Changed, Changed] => [one, other]),
  );
}

/** Whether two shares are within two points. */
function isLike(one: PartOf, other: PartOf): boolean {
  return Math.abs(one.count / one.of - other.count / other.of) < 0.02;
}

/** Pairs of variables with the same categories of which each is answered as the other was, and neither as before. */
function exchangedColumns({name, was, is}: Pair<Counted>, bounds: ExpectedBounds): readonly Surprise[] {
  const variables = Object.keys(is.variables).filter((variable) => was.variables[variable] !== undefined);
  const partsOf = (counted: Counted, variable: string): readonly (readonly [string, PartOf])[] =>
    Object.entries(counted.variables[variable] ?? {})
      .map(([category, count]) => [category, {count, of: counted.records}] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const areLike = (one: readonly (readonly [string, PartOf])[], other: typeof one): boolean =>
    one.length === other.length &&
    one.every(([category, part], at) => category === other[at]?.[0] && isLike(part, other[at][1]));
  const isMoved = (variable: string): boolean =>
    partsOf(was, variable).some(([category, part], at) => {
      const now = partsOf(is, variable)[at]?.[1];
      return now !== undefined && isBeyond(part, now, pointsFor(bounds, variable, category === "not-stated"));
    });
  const moved = variables.filter(isMoved);
  return moved.flatMap((one, at) =>
    moved
      .slice(at + 1)
      .filter(
        (other) => areLike(partsOf(was, one), partsOf(is, other)) && areLike(partsOf(was, other), partsOf(is, one)),
      )
      .map((other) => ({what: `${name} ${one} and ${other}: changed places`, counts: "each as the other was before"})),
  );
}
