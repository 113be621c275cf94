import type {Disclosure} from "../disclosure.ts";
import {ruleOfGroups, type GroupRule} from "./ruleOfGroups.ts";

/**
 * What the policy's rule for small groups says of the counts of a publication. Its groups are the totals of the lines that
 * a count stands in, shown or not, and the coarser groups that it shows.
 */
export function groupRuleOf({
  links,
  counts,
  policy,
  cells,
}: Pick<Disclosure, "links" | "counts" | "policy" | "cells">): GroupRule {
  const grouped = [...links.cells.values()].flatMap(({key, shown, totals = [], wider = []}) => {
    const count = counts.get(key);
    const groups = [...totals, ...wider.filter((group) => cells.has(group))];
    return count === undefined ? [] : [{key, count, shown, groups}];
  });
  return ruleOfGroups(grouped, policy);
}
