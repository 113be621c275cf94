import type {AskedSet} from "./askedSet.ts";
import type {QueryFrame} from "./query.ts";

/** A set of categories, and the populations that a query asks for it. */
export interface SetOfPopulations {
  readonly set: AskedSet;
  readonly populations: readonly string[];
}

/** The sets of categories that queries of this edition ask. */
export function setsAsked(
  queries: readonly Pick<QueryFrame, "edition" | "sets" | "populations">[],
): readonly SetOfPopulations[] {
  const own = queries.filter(({edition}) => edition === "this");
  return own.flatMap(({sets = [], populations}) => sets.map((set) => ({set, populations})));
}
