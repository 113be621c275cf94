import {propagate, type Bounds} from "../propagate.ts";
import type {ModelBuilder} from "../ModelBuilder.ts";
import type {RuledCount} from "./RuledCount.ts";
import {SmallGroups} from "./SmallGroups.ts";

/**
 * Says what rules for small groups tell a reader: a group with a printed breakdown has as many people as the rule asks,
 * or none; and a mark stands for nobody only in the breakdown of a group of fewer. The answer are the counts of the first
 * release that are printed although they are the breakdown of a group which is known to be small.
 */
export function stateGroups(builder: ModelBuilder, counts: readonly RuledCount[]): readonly string[] {
  if (counts.length === 0) return [];
  const bounds = propagate(builder.build());
  if (bounds.broken !== undefined) return [];
  return [...Map.groupBy(counts, ({release}) => release).values()].flatMap((ruled) =>
    stateRule(new SmallGroups(builder, bounds), {ruled, bounds}),
  );
}

interface Ruled {
  /** The counts of one release. */
  readonly ruled: readonly RuledCount[];
  readonly bounds: Bounds;
}

function stateRule(groups: SmallGroups, {ruled, bounds}: Ruled): readonly string[] {
  const shown = ruled.filter(isShown);
  const broken = shown.filter((count) => count.groups.some((group) => isSurelySmall(group, count, bounds)));
  const withheld = new Set(ruled.filter((count) => !shown.includes(count)).map(({cell}) => cell));
  for (const count of shown) if (!broken.includes(count)) groups.state(count, withheld);
  for (const count of ruled) if (!isShown(count)) groups.limit(count);
  return broken.filter(({isFirst}) => isFirst).map(({key}) => key);
}

/** Whether a count is in the breakdown of no small group: it is printed, or its mark says that it is safe. */
function isShown({shown}: RuledCount): boolean {
  return typeof shown === "number" || shown === "further";
}

function isSurelySmall(group: number, {rule}: RuledCount, {lower, upper}: Bounds): boolean {
  return (lower[group] ?? 0) >= 1 && (upper[group] ?? Infinity) < rule.groupNeeds;
}
