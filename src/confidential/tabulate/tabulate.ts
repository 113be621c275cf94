import {
  cellKey,
  knownIn,
  measureOf,
  restsOn,
  type CellAddress,
  type Coordinates,
  type Given,
  type Wanted,
} from "../../measures/index.ts";
import type {Population, Vocabulary} from "../../publication/index.ts";
import type {Ingested} from "../ingest/ingested.ts";
import {checkAddress} from "./checkAddress.ts";
import {countPlaces, type CountedPopulation, type PlaceCount, type WantedPlace} from "./countPlaces.ts";
import {duckdbEngine} from "./duckdbEngine.ts";
import type {TabulationEngine} from "./engine.ts";
import {faultEngine} from "./faultEngine.ts";
import {faultReaders, formReaders} from "./readKeys.ts";
import {referenceValue} from "./referenceValue.ts";
import type {CountedCell, Tabulation} from "./tabulation.ts";

/**
 * Counts every cell asked, and every count that those rest on, in the ingest's own database: nothing else is counted.
 * One scan of the forms for each population.
 */
export function tabulate(
  ingested: Ingested,
  addresses: readonly CellAddress[],
  vocabulary: Vocabulary,
): Promise<Tabulation> {
  return tabulateWith(duckdbEngine(ingested), {ingested, addresses, vocabulary});
}

/** What is to be counted, of what. */
export interface TabulationRequest {
  readonly ingested: Ingested;
  readonly addresses: readonly CellAddress[];
  readonly vocabulary: Vocabulary;
}

/** Counts clients and forms with an engine of the caller's choice. */
export async function tabulateWith(
  engine: TabulationEngine,
  {ingested, addresses, vocabulary}: TabulationRequest,
): Promise<Tabulation> {
  const wanted = new Map(addresses.flatMap((one) => [one, ...restsOn(one)]).map((one) => [cellKey(one), one]));
  for (const address of wanted.values()) checkAddress(address, vocabulary);
  const counts = new Map<string, PlaceCount>();
  for (const population of vocabulary.populations) {
    const places = placesOf([...wanted.values()].filter((one) => one.population === population.name));
    if (places.size === 0) continue;
    const counted = await countPlaces(counting(population, ingested, engine), [...places.values()]);
    for (const [index, key] of [...places.keys()].entries()) counts.set(key, counted[index] ?? new Map());
  }
  const given = {counts, ingested};
  return new Map([...wanted].map(([key, address]) => [key, countedCell(address, given)]));
}

function counting(population: Population, ingested: Ingested, engine: TabulationEngine): CountedPopulation {
  const declaration = ingested.report.populations.find(({name}) => name === population.name);
  const extract = declaration && ingested.extracts.get(declaration.extract);
  if (!extract) throw new Error(`the population "${population.name}" was not ingested`);
  const {name} = population;
  return population.unit === "faults"
    ? {name, readers: faultReaders(extract.forms), engine: faultEngine(ingested)}
    : {name, readers: formReaders(extract.forms), engine};
}

/** The same place of the same population is counted once, whatever is asked of it. */
function placesOf(addresses: readonly CellAddress[]): ReadonlyMap<string, WantedPlace> {
  return new Map(
    addresses.flatMap((address) =>
      measureOf(address)
        .wants(address)
        .flatMap((wanted) => placeOf(address.population, wanted)),
    ),
  );
}

/** Figures of references are looked up, not counted. */
function placeOf(population: string, wanted: Wanted): readonly (readonly [string, WantedPlace])[] {
  switch (wanted.kind) {
    case "count":
      return [[countKey(population, wanted.at), {at: wanted.at}]];
    case "numbers":
      return [[numbersKey(population, wanted.at, wanted.of), {at: wanted.at, numbersOf: wanted.of}]];
    case "figure":
      return [];
  }
}

function countKey(population: string, at: Coordinates): string {
  return cellKey({measure: "count", population, at});
}

function numbersKey(population: string, at: Coordinates, of: string): string {
  return `${of} of ${countKey(population, at)}`;
}

interface Counts {
  readonly counts: ReadonlyMap<string, PlaceCount>;
  readonly ingested: Ingested;
}

function countedCell(address: CellAddress, {counts, ingested}: Counts): CountedCell {
  const {population} = address;
  const countedAt = (key: string): PlaceCount => {
    const found = counts.get(key);
    if (found === undefined) throw new Error(`${key} was not counted`);
    return found;
  };
  const given: Given = {
    count: (at) => knownIn(countedAt(countKey(population, at))),
    numbers: (at, of) => countedAt(numbersKey(population, at, of)),
    figure: (place) => referenceValue(place, ingested),
  };
  return {address, ...measureOf(address).gather(address, given)};
}
