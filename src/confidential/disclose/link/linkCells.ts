import {
  cellKey,
  wholePopulations,
  type CellAddress,
  type Population,
  type RelatedVocabulary,
} from "../../../publication/index.ts";
import {groupCells} from "../groups/groupCells.ts";
import {answeredUnions, unionSums} from "./atLeastOne.ts";
import {crossClassify} from "./crossClassify.ts";
import {linkPopulations} from "./linkPopulations.ts";
import type {LinkedCell, Links, Sum} from "./links.ts";
import {restOfLines} from "./restOfLines.ts";
import {rollUp} from "./rollUp.ts";

/** Cells and the sums that tie them. */
interface Web {
  readonly cells: readonly LinkedCell[];
  readonly sums: readonly Sum[];
}

/**
 * Works out how the counts of a publication hang together: every total is the sum of its parts, for every table,
 * grouping, base and subset, across all figures and sentences. Counts that no table shows but that tie shown ones
 * together take part without being shown.
 */
export function linkCells(
  asked: readonly CellAddress[],
  {populations, relations}: Pick<RelatedVocabulary, "populations" | "relations">,
): Links {
  const shown = new Set(asked.filter(({measure}) => measure === "count").map(cellKey));
  const webs = wholePopulations(populations).map((population) =>
    webOf(asked, population, variablesOf(relations, population)),
  );
  const cells = new Map<string, LinkedCell>();
  const add = (web: Web): void => {
    for (const cell of web.cells) cells.set(cell.key, {...cell, shown: shown.has(cell.key)});
  };
  for (const web of webs) add(web);
  const between = linkPopulations({relations, populations, cells});
  add(between);
  return restOfLines({cells, sums: [...webs.flatMap(({sums}) => sums), ...between.sums]});
}

/** The variables by which other populations of the publication tell of a population. */
function variablesOf(relations: RelatedVocabulary["relations"], {name}: Population): ReadonlySet<string> {
  const places = relations.flatMap((relation) =>
    relation.kind === "same-records" ? [relation.one, relation.other] : [relation.one, relation.some],
  );
  return new Set(places.filter(({population}) => population === name).flatMap(({at}) => Object.keys(at)));
}

function webOf(asked: readonly CellAddress[], population: Population, tied: ReadonlySet<string>): Web {
  const own = asked.filter((address) => address.measure === "count" && address.population === population.name);
  const crossed = crossClassify(
    own.map(({at}) => at),
    population,
    tied,
  );
  const several = answeredUnions(crossed.cells, population).map((union) => unionSums(union, "answers"));
  const grouped = {...crossed, cells: groupCells(crossed.cells, population)};
  const webs: readonly Web[] = [grouped, rollUp(crossed.cells, population), ...several];
  return {cells: webs.flatMap(({cells}) => cells), sums: webs.flatMap(({sums}) => sums)};
}
