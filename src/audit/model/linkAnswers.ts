import type {Variable} from "../../publication/index.ts";
import {cellAt, findCell, type CellNaming} from "./lattice.ts";
import type {CoveredPlace} from "./PopulationSpace.ts";

/** One answer of a question with several: its name and the cell of those who gave it, where the tables have it. */
interface Answer {
  readonly name: string;
  readonly cell: number | undefined;
  readonly isNobodys: boolean;
}

/** People of whom is known that they gave at least one answer to a question. */
interface Answering {
  readonly people: number;
  /** Where they are, without that they answered. */
  readonly rest: CoveredPlace;
  readonly several: Variable;
  readonly because: string;
}

/**
 * Everybody who answered a question with several answers gave at least one: the answers together are at least as many
 * as the people. (That nobody else gave one stands in the tables themselves.) Where two answers alone were given, those
 * who gave both are what the two together have beyond the people; with a third answer that follows of no two.
 */
export function linkAnswers(naming: CellNaming): void {
  const {space, regions} = naming;
  for (const {name, categories} of space.population.variables) {
    for (const {name: category, anyOf} of categories) {
      const several = space.population.variables.find((one) => one.name === anyOf);
      if (several === undefined) continue;
      const {root, members} = space.read(name, category);
      const because = `everybody of ${name}=${category} has at least one answer to ${several.name}`;
      for (const [people, region] of [...regions]) {
        if (region.get(root)?.join() !== members.join()) continue;
        const rest = new Map([...region].filter(([side]) => side !== root));
        const sides = several.categories.map((one) => `${several.name}:${one.name}`);
        // Whoever is known to have one of the answers has at least one.
        if (sides.some((side) => rest.get(side)?.join() === "yes")) continue;
        link(naming, {people, rest, several, because});
      }
    }
  }
}

function link(naming: CellNaming, {people, rest, several, because}: Answering): void {
  const sides = several.categories.map((one) => `${several.name}:${one.name}`).filter((side) => !rest.has(side));
  const given = sides.map((side) => answerOf(naming, rest, side)).filter(({isNobodys}) => !isNobodys);
  const cells = given.flatMap(({cell}) => cell ?? []);
  if (cells.length < given.length || cells.length === 0) return;
  const coefficients = [-1, ...cells.map(() => 1)];
  naming.builder.state({cells: [people, ...cells], coefficients, lower: 0, upper: Infinity, because});
  if (given.length !== 2) return;
  const both = cellAt(naming, new Map([...rest, ...given.map(({name}) => [name, ["yes"]] as const)]));
  naming.builder.state({
    cells: [people, both, ...cells],
    coefficients: [1, 1, -1, -1],
    lower: 0,
    upper: 0,
    because: `${because}, and only two were given: who gave both is counted twice`,
  });
}

function answerOf({builder, ...naming}: CellNaming, rest: CoveredPlace, name: string): Answer {
  const cell = findCell({builder, ...naming}, new Map([...rest, [name, ["yes"]]]));
  const everywhere = findCell({builder, ...naming}, new Map([[name, ["yes"]]]));
  const isNobodys = [cell, everywhere].some((one) => one !== undefined && builder.printedValue(one) === 0);
  return {name, cell, isNobodys};
}
