import type {Range} from "../search/countModel.ts";

/** A count with the groups that it narrows. */
export interface GroupedCount {
  readonly key: string;
  readonly count: number;
  readonly shown: boolean;
  /** Keys of the groups that it is part of the breakdown of. */
  readonly groups: readonly string[];
}

/** The part of a policy that decides about small groups. */
export interface GroupPolicy {
  /** The breakdown of a group of fewer people is withheld whole; absent or 1 where there is no such rule. */
  readonly groupNeeds?: number;
  readonly zeros: "shown" | "hidden";
}

/** What the rule says of counts, by key. */
export interface GroupRule {
  /** Counts that are part of the breakdown of a small group: withheld whole, zeros too. */
  readonly breakdown: ReadonlySet<string>;
  /** What the rule lets a reader know of counts, all that is withheld taken together. */
  readonly bounds: ReadonlyMap<string, Range>;
}

/**
 * Finds the breakdowns of groups of 1 up to, but not including, `groupNeeds` people, and what their being withheld tells:
 * a group whose breakdown is printed has as many people or none, and a count of nobody stands behind a mark only in the
 * breakdown of a group that has fewer. So each group is held to be as small or as large as it is.
 */
export function ruleOfGroups(counts: readonly GroupedCount[], {groupNeeds, zeros}: GroupPolicy): GroupRule {
  const breakdown = new Set<string>();
  const bounds = new Map<string, Range>();
  if (groupNeeds === undefined || groupNeeds <= 1) return {breakdown, bounds};
  const isSmall = ({count}: GroupedCount): boolean => count >= 1 && count < groupNeeds;
  const small = new Set(counts.filter(isSmall).map(({key}) => key));
  const divided = new Set(counts.filter(({shown}) => shown).flatMap(({groups}) => groups));
  for (const one of counts) {
    const isOfSmallGroup = one.groups.some((group) => small.has(group));
    if (isOfSmallGroup) breakdown.add(one.key);
    const known = isOfSmallGroup ? {least: 0, most: groupNeeds - 1} : boundsOf(one, {groupNeeds, zeros});
    if (known !== undefined && (isOfSmallGroup || divided.has(one.key))) bounds.set(one.key, known);
  }
  return {breakdown, bounds};
}

/** The bounds of a group that a table divides. */
function boundsOf({count, shown}: GroupedCount, {groupNeeds, zeros}: Required<GroupPolicy>): Range | undefined {
  if (count >= groupNeeds) return {least: groupNeeds, most: Infinity};
  // Where zeros are hidden a mark can stand for nobody in any group.
  if (zeros === "hidden") return undefined;
  if (count > 0) return {least: 1, most: groupNeeds - 1};
  return shown ? undefined : {least: 0, most: 0};
}
