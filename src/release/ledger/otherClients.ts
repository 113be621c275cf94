import {comparePeriods, countedDays, type Period, type Population} from "../../publication/index.ts";

/** What an edition counts, as far as it tells which form stands for a client. */
export interface CountingClients {
  readonly populations: readonly Population[];
  readonly period: Period;
}

/**
 * The extracts of which two editions count clients of some of the same days in ways that nothing ties together: once in each month
 * or quarter in one of them, and in the other once in all, or on other days.
 */
export function otherClients(one: CountingClients, other: CountingClients): readonly string[] {
  const found = one.populations.flatMap((population) =>
    other.populations.flatMap((there) => {
      if (population.extract === undefined || population.extract !== there.extract) return [];
      if (population.each === undefined && there.each === undefined) return [];
      const relation = comparePeriods(countedDays(population, one.period), countedDays(there, other.period));
      return relation === "apart" || (relation === "same" && population.each === there.each)
        ? []
        : [population.extract];
    }),
  );
  return [...new Set(found)];
}
