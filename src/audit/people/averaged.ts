import {measureOf, stated, type Coordinates} from "../../measures/index.ts";
import {floorOf} from "../../publication/index.ts";
import {tellsOf} from "../tells/registry.ts";
import type {AskedWidth} from "./askedWidths.ts";
import {distinctPopulations, type ListedGroup, type ListedPublication} from "./listed.ts";
import {populationsOf} from "../population/populationsOf.ts";
import type {Quantity, Term} from "../population/quantity.ts";
import {termOf, type CountedPopulation} from "../population/terms.ts";

/** A number of the records of one source, such as an age: which of them have one, and by value of its column how much. */
export interface Averaged {
  readonly name: string;
  readonly source: number;
  readonly known: Term;
  readonly weights: readonly number[];
  /** What everybody who has one is known to have at least. */
  readonly floor: number;
  /** By value of its column, what it is above that: sums of few are of it, because all know the rest. */
  readonly aboveFloor: readonly number[];
}

/** A mean or sum that a release asks: printed, or withheld. */
export interface MeanCell {
  readonly number: Averaged;
  readonly isPrinted: boolean;
  /** Number of the release. */
  readonly release: number;
  readonly population: CountedPopulation;
  /** What the release calls the number. */
  readonly variable: string;
  readonly at: Coordinates;
}

/** Whose numbers are averaged or added up where they are known: how many these are, and their sum. */
export interface FewMean extends AskedWidth {
  /** In words, for messages: names of categories, never numbers. */
  readonly name: string;
  readonly number: Averaged;
  readonly known: Quantity;
  readonly sum: Quantity;
}

/** The means and sums that some releases print or withhold. A number has one object, whatever the releases call it. */
export function meanCells({
  releases,
  definitions,
}: Pick<ListedPublication, "releases" | "definitions">): readonly MeanCell[] {
  const numbers = new Map<string, Averaged>();
  const cells = releases.flatMap((release, at) => {
    const populations = populationsOf(definitions, at);
    return release.cells.flatMap(({address, cell}): readonly (MeanCell & {readonly key: string})[] => {
      const variable = tellsOf(address).isSum ? measureOf(address).numberOf(address) : undefined;
      if (variable === undefined || (cell.status !== "published" && cell.status !== "suppressed")) return [];
      const population = populations.get(address.population);
      const asked = release.vocabulary.populations.find(({name}) => name === address.population);
      const number = population && numberOf(population, variable, floorOf(asked, variable));
      if (population === undefined || number === undefined) return [];
      const key = JSON.stringify([number.source, number.known.column, [...number.known.mask], number.weights]);
      const isPrinted = cell.status === "published";
      // Where releases say it begins differently the highest floor leaves most to protect.
      if ((numbers.get(key)?.floor ?? -1) < number.floor) numbers.set(key, number);
      return [{key, number, isPrinted, release: at, population, variable, at: address.at}];
    });
  });
  return cells.map(({key, ...cell}) => ({...cell, number: numbers.get(key) ?? cell.number}));
}

function numberOf(population: CountedPopulation, variable: string, floor: number): Averaged | undefined {
  const {source, variables} = population.definition;
  const known = termOf(population, variable, stated);
  const numbers = Object.hasOwn(variables, variable) ? variables[variable]?.numbers : undefined;
  if (known === undefined || numbers === undefined) return undefined;
  const weights = numbers.map((one) => one ?? 0);
  const aboveFloor = numbers.map((one) => (one === null ? 0 : one - floor));
  return {name: variable, source, known, weights, floor, aboveFloor};
}

/** The populations of records, of any edition, that count the same records as one of which a mean is printed. */
export function populationsAveraged(
  cells: readonly MeanCell[],
  publication: Pick<ListedPublication, "definitions">,
): readonly CountedPopulation[] {
  const recordsOf = ({definition: {source, counted}}: CountedPopulation): string => JSON.stringify([source, counted]);
  const printed = cells.filter(({isPrinted}) => isPrinted);
  const averaged = new Set(printed.map(({population}) => recordsOf(population)));
  return distinctPopulations(publication).filter(
    (population) => population.definition.faults === undefined && averaged.has(recordsOf(population)),
  );
}

/** The mean, or the sum above the floor, of those of a group who have a number, which must differ by so much. */
export function meanOf(number: Averaged, group: ListedGroup, asked: AskedWidth): FewMean {
  const {name, known} = number;
  const of = asked.isSum ? number.aboveFloor : number.weights;
  const {source} = group;
  const parts = group.parts.map((part) => ({...part, terms: [...part.terms, known]}));
  const weighed = parts.map((part) => ({...part, weights: {column: known.column, of}}));
  return {
    ...asked,
    name: `${asked.isSum ? "sum" : "mean"} of ${name} of ${group.name}`,
    number,
    known: {source, parts},
    sum: {source, parts: weighed},
  };
}

/** Whether an answer that reads the number itself, such as an age group, is among those that name a group. */
export function isByNumber({known: {column}}: Averaged, {parts}: ListedGroup): boolean {
  return parts.some(({terms}) => terms.some((term) => term.column === column));
}

/** How far apart the numbers can be that answers about the number itself leave to those of a group, in steps. */
export function reachWithin({known: {column, mask}, weights}: Averaged, {parts}: ListedGroup): number {
  const own = parts.flatMap(({terms, sign = 1}) => (sign > 0 ? [terms.filter((term) => term.column === column)] : []));
  const left = weights.filter(
    (_, value) => mask[value] === 1 && own.some((terms) => terms.every((term) => term.mask[value] === 1)),
  );
  return left.length === 0 ? 0 : Math.max(...left) - Math.min(...left);
}
