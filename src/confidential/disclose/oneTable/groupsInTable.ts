import {totalName, type CrossTable} from "../search/crossTabulate.ts";
import type {GroupedCount} from "../groups/ruleOfGroups.ts";

/**
 * The cells of a cross-table with the groups that each narrows: those that leave out some of its categories. A dimension
 * of one category divides nobody.
 */
export function groupsInTable({cells}: CrossTable): readonly GroupedCount[] {
  const keys = new Map(cells.map(({key, categories}) => [nameOf(categories), key]));
  const sizes = (cells[0]?.categories ?? []).map((_, at) => new Set(cells.map(({categories}) => categories[at])).size);
  const divides = (at: number): boolean => (sizes[at] ?? 0) > 2;
  return cells.map(({key, count, shown, categories}) => {
    const wider = categories.reduce<readonly string[][]>(
      (groups, category, at) =>
        groups.flatMap((group) => [[...group, category], ...(divides(at) ? [[...group, totalName]] : [])]),
      [[]],
    );
    const groups = wider.flatMap((group) => keys.get(nameOf(group)) ?? []).filter((group) => group !== key);
    return {key, count, shown, groups: [...new Set(groups)]};
  });
}

function nameOf(categories: readonly string[]): string {
  return JSON.stringify(categories);
}
