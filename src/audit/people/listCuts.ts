import type {Coordinates} from "../../measures/index.ts";
import type {Release} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";
import {isSmall, type ListedGroup, type ListedPublication, type Watch} from "./listed.ts";
import {placeName, restsOf} from "./listRests.ts";
import {populationsOf} from "../population/populationsOf.ts";
import {countQuantities} from "../population/quantity.ts";
import {partsAt, type CountedPopulation} from "../population/terms.ts";

/** A printed cell that cuts the values of a number. */
export interface Cut {
  readonly population: string;
  readonly at: Coordinates;
  readonly variable: string;
  readonly value: number;
}

/**
 * The groups that printed quantiles cut: of those at each of their places, and of those whom such a place leaves over of a
 * larger one, who lies below, at, between and above the numbers printed. The more quantiles, the closer each is known.
 */
export function listCuts({releases, definitions, base}: ListedPublication, threshold: number): Watch {
  const groups = releases.flatMap((release, number) => {
    const populations = populationsOf(definitions, number);
    return [
      ...Map.groupBy(printedCuts(release), ({population, variable}) => `${population} ${variable}`).values(),
    ].flatMap((own) => groupsCut(own, populations));
  });
  const counts = countQuantities(base, groups);
  let open = groups.flatMap((group, at) => (isSmall(counts[at] ?? 0, threshold) ? [{group, count: counts[at]}] : []));
  return {
    settle: (people) => {
      const found = countQuantities(people, open.map(({group}) => group)); // prettier-ignore
      open = open.filter(({count}, at) => found[at] === count);
    },
    open: () => open.map(({group}) => group),
  };
}

/** The cells of a release that cut the values of a number. */
export function printedCuts({cells}: Pick<Release, "cells">): readonly Cut[] {
  return cells.flatMap(({address, cell}): readonly Cut[] => {
    const variable = cell.status === "published" ? tellsOf(address).cuts(address) : undefined;
    if (variable === undefined || cell.status !== "published") return [];
    const {population, at} = address;
    return [{population, at, variable, value: cell.value}];
  });
}

/** The groups that quantiles of one number of one population cut. */
function groupsCut(cuts: readonly Cut[], populations: ReadonlyMap<string, CountedPopulation>): readonly ListedGroup[] {
  const [{population, variable} = {population: "", variable: ""}] = cuts;
  const counted = populations.get(population);
  const defined = counted?.definition.variables[variable];
  if (counted === undefined || defined?.numbers === undefined) return [];
  const {column, numbers} = defined;
  const places = new Map(cuts.map(({at}) => [placeName({population, at}), at]));
  const whole = [...places].flatMap(([name, at]): readonly ListedGroup[] => {
    const parts = partsAt(counted, at);
    return parts === undefined ? [] : [{name, source: counted.definition.source, parts}];
  });
  const rests = restsOf([...places.values()].map((at) => ({population, at})), populations); // prettier-ignore
  const spans = spansOf(cuts.map(({value}) => value));
  return [...whole, ...rests].flatMap((group) =>
    spans.map(({name, holds}): ListedGroup => {
      const mask = Uint8Array.from(numbers, (number) => Number(number !== null && holds(number)));
      const parts = group.parts.map((part) => ({...part, terms: [...part.terms, {column, mask}]}));
      return {name: `${group.name} whose ${variable} is ${name}`, source: group.source, parts};
    }),
  );
}

interface Span {
  readonly name: string;
  readonly holds: (number: number) => boolean;
}

/** Below the least of some numbers, at each, between them, and above the greatest. Printed numbers are no secret. */
function spansOf(values: readonly number[]): readonly Span[] {
  const sorted = [...new Set(values)].toSorted((one, other) => one - other);
  return [...sorted, Infinity].flatMap((value, at): readonly Span[] => {
    const before = sorted[at - 1];
    const ends = [
      ...(before === undefined ? [] : [`above ${String(before)}`]),
      ...(value === Infinity ? [] : [`below ${String(value)}`]),
    ];
    const between = {
      name: ends.join(" and "),
      holds: (number: number) => number > (before ?? -Infinity) && number < value,
    };
    return [
      between,
      ...(value === Infinity ? [] : [{name: String(value), holds: (number: number) => number === value}]),
    ];
  });
}
