import {decimalsOf, readQuantity} from "./readQuantity.ts";
import type {Population} from "./vocabulary.ts";

type Numbers = Pick<Population, "variables"> | undefined;

/** Ages that begin here or later are believed no younger; hardly anybody is as young as that. */
const agesFrom = 10;

/**
 * What every record that has a number is known to have of it at least, in steps of its last decimal: its lower limit, where
 * that is above nought. Whoever has no more gives nothing to a sum that readers do not know, so that rules for sums look at
 * what is above it. It is 0 of numbers that begin at nought or below, of ages from ten on, whose limit nobody is at in
 * numbers, and where a release does not say.
 */
export function floorOf(population: Numbers, number: string): number {
  const {unit, reads} = variableOf(population, number) ?? {};
  const [least] = (reads && readQuantity(reads))?.between ?? [0];
  const isAge = unit === "years" && least >= agesFrom * 10 ** decimalsOf(population, number);
  return isAge ? 0 : Math.max(0, least);
}

/**
 * Whether what records have above the floor of a number may be so far apart that one of `needs` has nearly all of it. A number
 * whose release does not say between what it lies may be; one that may be below nought is not, because nobody knows how far
 * the others go.
 */
export function mayDominate(
  population: Numbers,
  number: string,
  {needs, dominance}: {readonly needs: number; readonly dominance: number},
): boolean {
  const reads = variableOf(population, number)?.reads;
  const [least, most] = (reads && readQuantity(reads))?.between ?? [0, Infinity];
  const floor = floorOf(population, number);
  return dominance > 0 && least >= 0 && 100 * (needs - 2) * (least - floor) < dominance * (most - floor);
}

function variableOf(population: Numbers, number: string) {
  return population?.variables.find(({name}) => name === number);
}
