import type {Coordinates} from "../../src/publication/index.ts";
import {allPeople, isAt, population} from "./randomPublication.ts";

/** Everybody who stands at a place, of all people that there can be. */
function standingAt(at: Coordinates): readonly number[] {
  return allPeople.flatMap((one, index) => (isAt(one, at) ? [index] : []));
}

/** Categories that everybody of a category has too, and that are wider: found by looking at everybody there can be. */
function widerThan([variable, category]: readonly [string, string], named: readonly string[]): [string, string][] {
  const inside = standingAt({[variable]: category});
  return population.variables
    .filter(({name, kind}) => name !== variable && kind === "category" && named.includes(name))
    .flatMap(({name, categories}) => categories.map((one): [string, string] => [name, one.name]))
    .filter(([name, one]) => inside.every((index) => isAt(allPeople[index]!, {[name]: one})));
}

/**
 * The groups that a place narrows: those that hold more kinds of people, and are named by some of its own coordinates, or
 * otherwise by one of the tables.
 */
export function groupsOf(at: Coordinates, tables: readonly (readonly string[])[]): readonly Coordinates[] {
  const named = tables.flat();
  const isShown = (group: Coordinates): boolean =>
    tables.some((table) => table.toSorted().join() === Object.keys(group).sort().join());
  const isTotal = (group: Coordinates): boolean =>
    Object.entries(group).every(([name, category]) => at[name] === category);
  const own = standingAt(at);
  if (own.length === 0) return [];
  const groups = Object.entries(at).reduce<readonly Coordinates[]>(
    (done, side) => {
      const sides: readonly Coordinates[] = [side, ...widerThan(side, named)].map(([name, one]) => ({[name]: one}));
      return done.flatMap((group) => [group, ...sides.map((one) => ({...group, ...one}))]);
    },
    [{}],
  );
  return groups
    .filter((group) => isTotal(group) || isShown(group))
    .filter((group) => {
      const inside = standingAt(group);
      return inside.length > own.length && own.every((one) => inside.includes(one));
    });
}
