import {printedCuts} from "./listCuts.ts";
import type {ListedPublication} from "./listed.ts";
import {populationsOf} from "../population/populationsOf.ts";
import type {Side} from "./SharedSides.ts";
import type {CountedPopulation} from "../population/terms.ts";

const sides: Readonly<Record<string, (number: number, cut: number) => boolean>> = {
  below: (number, cut) => number < cut,
  "at most": (number, cut) => number <= cut,
  "at least": (number, cut) => number >= cut,
  above: (number, cut) => number > cut,
};

/** The sides of every quantile that some release prints of a number of a population, at whatever place. */
export function cutSides(
  {definition}: CountedPopulation,
  {releases, definitions}: Pick<ListedPublication, "releases" | "definitions">,
): readonly Side[] {
  const asked = JSON.stringify(definition);
  const cuts = releases.flatMap((release, number) => {
    const populations = populationsOf(definitions, number);
    const isAsked = (name: string): boolean => JSON.stringify(populations.get(name)?.definition) === asked;
    return printedCuts(release).filter(({population}) => isAsked(population));
  });
  const distinct = new Map(cuts.map(({variable, value}) => [`${variable} ${String(value)}`, {variable, value}]));
  return [...distinct.values()].flatMap(({variable, value}): readonly Side[] => {
    const {column, numbers} = definition.variables[variable] ?? {};
    if (column === undefined || numbers === undefined) return [];
    return Object.entries(sides).map(([name, isOn]) => ({
      name: `${variable} ${name} ${String(value)}`,
      column,
      mask: Uint8Array.from(numbers, (one) => Number(one !== null && isOn(one, value))),
    }));
  });
}
