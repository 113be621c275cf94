import {cellAt, type CellNaming} from "./lattice.ts";
import type {VariableSet} from "./variableSets.ts";

/**
 * Roll-ups that the tables do not carry by themselves: of a variable only some of whose categories say where they
 * belong (those are part of the coarser category: at most as many), and of a second variable that rolls up into a
 * coarser one (its parts add up to it too).
 */
export function addOtherRollUps(naming: CellNaming, used: VariableSet): void {
  const {space} = naming;
  for (const {name, kind, categories} of space.population.variables) {
    if (kind !== "category" || !used.has(name)) continue;
    const coarser = new Set(categories.flatMap(({within}) => Object.keys(within ?? {})));
    for (const other of coarser) {
      if (space.rootOf(other) === space.rootOf(name)) continue;
      const isWhole = categories.every(({within}) => within?.[other] !== undefined);
      const byTarget = Map.groupBy(
        categories.filter(({within}) => within?.[other] !== undefined),
        ({within}) => within?.[other] ?? "",
      );
      for (const [target, parts] of byTarget) {
        const total = at(naming, other, target);
        const cells = [total, ...parts.map((part) => at(naming, name, part.name))];
        const coefficients = [1, ...parts.map(() => -1)];
        const because = `${name} rolls up into ${other}`;
        naming.builder.state({cells, coefficients, lower: 0, upper: isWhole ? 0 : Infinity, because});
      }
    }
  }
}

function at(naming: CellNaming, variable: string, category: string): number {
  const {root, members} = naming.space.read(variable, category);
  const isEverybody = members.length === naming.space.categories(root).length;
  return cellAt(naming, new Map([...naming.kept, ...(isEverybody ? [] : [[root, members] as const])]));
}
