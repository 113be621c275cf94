import type {AskedSet} from "./askedSet.ts";
import {noIndicators, type Indicators} from "./indicator.ts";
import type {Query} from "./query.ts";

/** A set of categories, and the populations that a query asks for it. */
export interface SetOfPopulations {
  readonly set: AskedSet;
  readonly populations: readonly string[];
}

/** The sets of categories that queries of this edition ask, and the definitions of indicators. */
export function setsAsked(plan: readonly Query[], indicators: Indicators = noIndicators): readonly SetOfPopulations[] {
  const defined = [...indicators.values()].map(({query}) => query);
  const own = [...plan, ...defined].filter(({edition}) => edition === "this");
  return own.flatMap(({sets = [], populations}) => sets.map((set) => ({set, populations})));
}
