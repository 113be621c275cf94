import {cellKey, restsOn, type CellAddress, type Population, type Vocabulary} from "../../publication/index.ts";
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
    const own = [...wanted.values()].filter((one) => one.measure !== "value" && one.population === population.name);
    if (own.length === 0) continue;
    const places = placesOf(own);
    const counted = await countPlaces(counting(population, ingested, engine), [...places.values()]);
    for (const [index, key] of [...places.keys()].entries()) counts.set(key, counted[index] ?? {count: 0, sum: 0});
  }
  return new Map([...wanted].map(([key, address]) => [key, countedCell(address, counts, ingested)]));
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

function placesOf(addresses: readonly CellAddress[]): ReadonlyMap<string, WantedPlace> {
  return new Map(
    addresses.flatMap((address) => {
      const own = [placeKey(address), placeOf(address)] as const;
      return address.measure === "share" ? [own, [baseKey(address), {at: address.base}] as const] : [own];
    }),
  );
}

function placeOf(address: CellAddress): WantedPlace {
  return address.measure === "mean" ? {at: address.at, sumOf: address.variable} : {at: address.at};
}

/** The same place of the same population is counted once, whatever is asked of it. */
function placeKey(address: CellAddress): string {
  const {population, at} = address;
  return address.measure === "mean" ? cellKey(address) : cellKey({measure: "count", population, at});
}

function baseKey({population, base}: Extract<CellAddress, {measure: "share"}>): string {
  return cellKey({measure: "count", population, at: base});
}

function countedCell(address: CellAddress, counts: ReadonlyMap<string, PlaceCount>, ingested: Ingested): CountedCell {
  const {count, sum} = counts.get(placeKey(address)) ?? {count: 0, sum: 0};
  switch (address.measure) {
    case "count":
      return {address, count};
    case "share":
      return {address, count, of: counts.get(baseKey(address))?.count ?? 0};
    case "mean":
      return {address, count, sum};
    case "rate": {
      const {reference, column, at} = address.per;
      return {address, count, ...referenceValue({reference, column, at}, ingested)};
    }
    case "value": {
      const {population: reference, column, at} = address;
      return {address, count: 0, ...referenceValue({reference, column, at}, ingested)};
    }
  }
}
