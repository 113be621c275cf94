import {findCell, type CellNaming} from "./lattice.ts";
import type {Region} from "./PopulationSpace.ts";
import {isWithin, type WorldPeriod} from "./worlds.ts";

/** What became of the forms that clients are chosen from: those whose date lies in the period. */
const inPeriod = ["counted", "superseded"] as const;

/**
 * Ties an edition to one whose period lies within its own, region and extract being the same. Forms of the shorter
 * period are forms of the longer one, category by category; of clients that is sure only of all together, because
 * another form may stand for a client of the longer period and say another area or drug. What is left over, the people
 * of the rest of the period, must not be worked out where it is few.
 */
export function linkPeriods(namings: readonly CellNaming[], periods: ReadonlyMap<string, WorldPeriod>): void {
  for (const short of namings) {
    for (const long of namings) {
      if (isSamePopulation(short, long) && isPart(periods.get(short.world), periods.get(long.world))) tie(short, long);
    }
  }
}

function isSamePopulation({space: {population: one}}: CellNaming, {space: {population: other}}: CellNaming): boolean {
  return one.name === other.name && one.unit === other.unit && one.extract === other.extract;
}

function isPart(short: WorldPeriod | undefined, long: WorldPeriod | undefined): boolean {
  if (short === undefined || long === undefined) return false;
  return short.region === long.region && isWithin(short, long);
}

function tie(short: CellNaming, long: CellNaming): void {
  if (short.space.population.unit === "clients") tieCells({short, long}, [new Map()]);
  if (short.space.population.unit !== "forms") return;
  for (const region of long.regions.values()) {
    if (region.get("fate")?.join() !== inPeriod[0]) continue;
    const isShared = [...region.keys()].every((root) => sameCategories(short, long, root));
    const places = inPeriod.map((fate) => new Map([...region, ["fate", [fate]] as const]));
    if (isShared) tieCells({short, long}, places);
  }
}

function sameCategories(one: CellNaming, other: CellNaming, root: string): boolean {
  const name = (naming: CellNaming): string => naming.space.categories(root).join();
  const isKnown = (naming: CellNaming): boolean =>
    naming.space.population.variables.some((variable) => variable.name === root.split(":")[0]);
  return isKnown(one) && isKnown(other) && name(one) === name(other);
}

/** The records at some places of the longer period are those of the shorter one and the rest. */
function tieCells({short, long}: {short: CellNaming; long: CellNaming}, places: readonly Region[]): void {
  const parts = places.map((place) => findCell(short, place));
  const wholes = places.map((place) => findCell(long, place));
  const [first] = wholes;
  if (first === undefined || [...parts, ...wholes].includes(undefined)) return;
  const {builder} = long;
  const known = (cells: readonly (number | undefined)[]): readonly number[] => cells.flatMap((cell) => cell ?? []);
  const {population, at} = builder.placeOf(first);
  const rest = builder.cell(`rest ${short.world} ${known(parts).join()} of ${known(wholes).join()}`, {
    population,
    at,
    world: `the rest of the period beside ${short.world === "" ? "this edition" : short.world}`,
  });
  builder.guard(rest);
  builder.state({
    cells: [...known(wholes), ...known(parts), rest],
    coefficients: [...wholes.map(() => 1), ...parts.map(() => -1), -1],
    lower: 0,
    upper: 0,
    because: "what the shorter period counts is part of the longer one",
  });
}
