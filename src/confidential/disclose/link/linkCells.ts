import {cellKey, type CellAddress, type PopulationDeclaration, type Vocabulary} from "../../../publication/index.ts";
import {crossClassify} from "./crossClassify.ts";
import {linkPopulations} from "./linkPopulations.ts";
import type {LinkedCell, Links} from "./links.ts";
import {rollUp} from "./rollUp.ts";

/**
 * Works out how the counts of a publication hang together: every total is the sum of its parts, for every table,
 * grouping, base and subset, across all figures and sentences. Counts that no table shows but that tie shown ones
 * together take part without being shown.
 */
export function linkCells(
  asked: readonly CellAddress[],
  {populations}: Vocabulary,
  declarations: readonly PopulationDeclaration[],
): Links {
  const shown = new Set(asked.filter(({measure}) => measure === "count").map(cellKey));
  const links = populations.map((population) => {
    const own = asked.filter((address) => address.measure === "count" && address.population === population.name);
    const crossed = crossClassify(
      own.map(({at}) => at),
      population,
    );
    return {cells: crossed.cells, sums: [...crossed.sums, ...rollUp(crossed.cells, population)]};
  });
  const cells = new Map<string, LinkedCell>();
  for (const cell of links.flatMap((one) => one.cells)) cells.set(cell.key, {...cell, shown: shown.has(cell.key)});
  const between = linkPopulations(declarations).filter(({total, parts}) =>
    [total, ...parts].every((key) => cells.has(key)),
  );
  return {cells, sums: [...links.flatMap((one) => one.sums), ...between]};
}
