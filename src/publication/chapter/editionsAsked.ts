import type {EditionName} from "../query/query.ts";
import type {Publication} from "../document/publication.ts";

/**
 * The editions that a publication may ask, by the name that its queries use: `this`, `previous` where the report compares
 * with another one, and those that its queries name. An edition is the same under all its names.
 */
export function editionsAsked({report, plan}: Publication): ReadonlyMap<EditionName, string> {
  const {id, compareWith} = report;
  const named = plan.map(({edition}) => edition).filter((edition) => edition !== "this" && edition !== "previous");
  return new Map([
    ["this", id],
    [id, id],
    ...(compareWith === undefined ? [] : [["previous", compareWith] as const, [compareWith, compareWith] as const]),
    ...named.map((edition) => [edition, edition] as const),
  ]);
}
