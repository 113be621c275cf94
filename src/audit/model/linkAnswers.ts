import {findCell, type CellNaming} from "./lattice.ts";

/**
 * Everybody who answered a question with several answers gave at least one: the answers together are at least as many
 * as the people. (That nobody else gave one stands in the tables themselves.)
 */
export function linkAnswers(naming: CellNaming): void {
  const {space, builder, regions} = naming;
  for (const {name, categories} of space.population.variables) {
    for (const {name: category, anyOf} of categories) {
      const several = space.population.variables.find((one) => one.name === anyOf);
      if (several === undefined) continue;
      const {root, members} = space.read(name, category);
      for (const [people, region] of [...regions]) {
        if (region.get(root)?.join() !== members.join()) continue;
        const rest = new Map([...region].filter(([side]) => side !== root));
        const sides = several.categories.map((one) => `${several.name}:${one.name}`);
        // Whoever is known to have one of the answers has at least one.
        if (sides.some((side) => rest.get(side)?.join() === "yes")) continue;
        const open = sides.filter((side) => !rest.has(side));
        const answers = open.map((side) => findCell(naming, new Map([...rest, [side, ["yes"]]])));
        const cells = answers.flatMap((cell) => cell ?? []);
        if (cells.length < answers.length) continue;
        const coefficients = [-1, ...cells.map(() => 1)];
        const because = `everybody of ${name}=${category} has at least one answer to ${several.name}`;
        builder.state({cells: [people, ...cells], coefficients, lower: 0, upper: Infinity, because});
      }
    }
  }
}
