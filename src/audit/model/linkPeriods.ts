import {comparePeriods, mostApart} from "../../publication/index.ts";
import {findCell, type CellNaming} from "./lattice.ts";
import type {CoveredPlace} from "./PopulationSpace.ts";
import type {WorldPeriod} from "./worlds.ts";

/** What became of the forms that clients are chosen from: those whose date lies in the period. */
const inPeriod = ["counted", "superseded"] as const;

/**
 * Ties an edition to those whose periods lie within its own, region and extract being the same. Forms of a shorter
 * period are forms of the longer one, category by category, and those of periods that follow each other add up; of
 * clients only all of one period together are sure to be among those of the longer one, because another form may stand
 * for a client there and say another area or drug. What is left over, the people of the rest of the period, must not be
 * worked out where it is few.
 */
export function linkPeriods(namings: readonly CellNaming[], periods: ReadonlyMap<string, WorldPeriod>): void {
  for (const long of namings) {
    const shorter = namings.filter(
      (short) => isSamePopulation(short, long) && isPart(daysOf(short, periods), daysOf(long, periods)),
    );
    for (const short of shorter) tie([short], long);
    const apart = mostApart(shorter, (short) => daysOf(short, periods) ?? {from: "", to: ""});
    if (apart.length > 1) tie(apart, long);
  }
}

/** The days whose records are counted: those of the edition, or those that the population looks back to. */
function daysOf({world, space}: CellNaming, periods: ReadonlyMap<string, WorldPeriod>): WorldPeriod | undefined {
  const period = periods.get(world);
  return period && {...period, ...space.population.window};
}

function isSamePopulation({space: {population: one}}: CellNaming, {space: {population: other}}: CellNaming): boolean {
  return one.name === other.name && one.unit === other.unit && one.extract === other.extract;
}

function isPart(short: WorldPeriod | undefined, long: WorldPeriod | undefined): boolean {
  if (short === undefined || long === undefined) return false;
  return short.region === long.region && comparePeriods(short, long) === "within";
}

function tie(shorter: readonly CellNaming[], long: CellNaming): void {
  const {unit} = long.space.population;
  // A client of two periods is one client of both together.
  if (unit === "clients" && shorter.length === 1) tieCells({shorter, long}, [new Map()]);
  if (unit !== "forms" || !isKnown(long, "fate")) return;
  const {root, members} = long.space.read("fate", inPeriod[0]);
  for (const region of long.regions.values()) {
    if (region.get(root)?.join() !== members.join()) continue;
    const isShared = [...region.keys()].every((one) => shorter.every((short) => sameCategories(short, long, one)));
    const places = inPeriod.map((fate) => new Map([...region, [root, long.space.read("fate", fate).members] as const]));
    if (isShared) tieCells({shorter, long}, places);
  }
}

function sameCategories(one: CellNaming, other: CellNaming, root: string): boolean {
  const name = (naming: CellNaming): string => naming.space.categories(root).join();
  const variable = root.split(":")[0] ?? root;
  return isKnown(one, variable) && isKnown(other, variable) && name(one) === name(other);
}

function isKnown({space}: CellNaming, name: string): boolean {
  return space.population.variables.some((variable) => variable.name === name);
}

interface Periods {
  readonly shorter: readonly CellNaming[];
  readonly long: CellNaming;
}

/** The records at some places of the longer period are those of the shorter ones and the rest. */
function tieCells({shorter, long}: Periods, places: readonly CoveredPlace[]): void {
  const parts = shorter.flatMap((short) => places.map((place) => findCell(short, place)));
  const wholes = places.map((place) => findCell(long, place));
  const [first] = wholes;
  if (first === undefined || [...parts, ...wholes].includes(undefined)) return;
  const {builder} = long;
  const known = (cells: readonly (number | undefined)[]): readonly number[] => cells.flatMap((cell) => cell ?? []);
  const {population, at} = builder.placeOf(first);
  const names = shorter.map(({world}) => (world === "" ? "this edition" : world)).join(" and ");
  const rest = builder.cell(`rest of ${known(wholes).join()} beside ${known(parts).join()}`, {
    population,
    at,
    world: `the rest of the period beside ${names}`,
  });
  builder.guard(rest);
  builder.state({
    cells: [...known(wholes), ...known(parts), rest],
    coefficients: [...wholes.map(() => 1), ...parts.map(() => -1), -1],
    lower: 0,
    upper: 0,
    because: "what a shorter period counts is part of the longer one",
  });
}
