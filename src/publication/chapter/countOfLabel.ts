import type {LabelDirective} from "../document/directive.ts";
import type {Query} from "../query/query.ts";

/** The query that asks how many there are of what a label names: nobody counts it, but its names are those of the label. */
export function countOfLabel({population, at, sets, position}: LabelDirective): Query {
  return {
    ...{measure: "count", populations: [population], at, by: [], within: [], among: {}},
    ...{amongStated: false, totals: false, edition: "this", text: `label ${population}`, position},
    ...(sets && {sets}),
  };
}
