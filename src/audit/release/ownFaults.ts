import {cellKey, measureOf, type CellAddress} from "../../measures/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";
import {relationFaults} from "./relationFaults.ts";

/**
 * What cannot be true of a release by itself, one line each: a stage before the audit, a cell that stands twice, a number
 * that no count gives, a share or rate that its own count and base do not give, a count beside it that is not the
 * one printed in its own place, or is withheld there. Whoever wrote the release, these were not what the builder wrote.
 */
export function ownFaults(release: Release): readonly string[] {
  const {stage} = release.disclosure;
  const keys = release.cells.map(({address}) => cellKey(address));
  const twice = [...Map.groupBy(keys, (key) => key)].flatMap(([key, same]) => (same.length > 1 ? [key] : []));
  return [
    ...(stage === "audited" ? [] : [`it is a draft: ${stage}`]),
    ...twice.map((key) => `${key} stands twice`),
    ...relationFaults(release),
    ...release.cells.flatMap(({address, cell}) => {
      const faults = cellFaults(release, address, cell as Cell);
      return faults.map((fault) => `${cellKey(address)} ${fault}`);
    }),
  ];
}

function cellFaults(release: Release, address: CellAddress, cell: Cell): readonly string[] {
  const isOfPopulation = measureOf(address).about === "population";
  if (isOfPopulation) {
    const population = release.vocabulary.populations.find(({name}) => name === address.population);
    if (population === undefined) return ["is of a population that the release does not describe"];
    if (population.partOf !== undefined)
      return [`is of a part of ${population.partOf.population}, of which it is a cell`];
  }
  const tells = tellsOf(address);
  if (isOfPopulation && cell.status === "published" && tellsNothing(release, address, cell)) {
    return ["tells of people what the audit knows nothing of: say in src/audit/tells what a reader learns from it"];
  }
  if (cell.status === "unreliable") return tells.faultsOfFew({release, address, cell});
  return cell.status === "published" ? tells.faultsOf({release, address, cell}) : [];
}

/** Whether a printed number says nothing of any count by what is known of its measure: then nothing would be judged of it. */
function tellsNothing(release: Release, address: CellAddress, cell: Cell): boolean {
  const [tells, told] = [tellsOf(address), {release, address, cell}];
  return tells.says(told).length === 0 && tells.saysRounded(told).length === 0;
}
