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
import {decimalsOf, floorOf, readQuantity, type Population, type Vocabulary} from "../../publication/index.ts";
import type {Figures} from "../dictionary/referenceFigures.ts";
import type {RecordSource} from "../sources/RecordSource.ts";
import {checkAddress} from "./checkAddress.ts";
import {countPlaces, type PlaceCount, type WantedPlace} from "./countPlaces.ts";
import type {CountedCell, Tabulation} from "./tabulation.ts";

/** Where counts and figures come from, and what may be asked of them. */
export interface Tabulated {
  readonly source: Pick<RecordSource, "count">;
  readonly figures: Figures;
  readonly vocabulary: Vocabulary;
}

/** Counts every cell asked, and every count that those rest on: nothing else is counted. */
export async function tabulate(
  addresses: readonly CellAddress[],
  {source, figures, vocabulary}: Tabulated,
): Promise<Tabulation> {
  const wanted = new Map(addresses.flatMap((one) => [one, ...restsOn(one)]).map((one) => [cellKey(one), one]));
  for (const address of wanted.values()) checkAddress(address, vocabulary);
  const counts = new Map<string, PlaceCount>();
  for (const population of vocabulary.populations) {
    const places = placesOf([...wanted.values()].filter((one) => one.population === population.name));
    if (places.size === 0) continue;
    const counted = await countPlaces(source, population, [...places.values()]);
    for (const [index, key] of [...places.keys()].entries()) counts.set(key, counted[index] ?? new Map());
  }
  return new Map([...wanted].map(([key, address]) => [key, countedCell(address, {counts, figures, vocabulary})]));
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
  readonly figures: Figures;
  readonly vocabulary: Vocabulary;
}

function countedCell(address: CellAddress, {counts, figures, vocabulary}: Counts): CountedCell {
  const {population} = address;
  const countedAt = (key: string): PlaceCount => {
    const found = counts.get(key);
    if (found === undefined) throw new Error(`${key} was not counted`);
    return found;
  };
  const counted = vocabulary.populations.find(({name}) => name === population);
  const given: Given = {
    count: (at) => knownIn(countedAt(countKey(population, at))),
    numbers: (at, of) => countedAt(numbersKey(population, at, of)),
    decimals: (of) => decimalsOf(counted, of),
    mayBeBelowNought: (of) => leastOf(counted, of) < 0,
    floorOf: (of) => floorOf(counted, of),
    figure: ({reference, ...place}) => figures({population: reference, ...place}),
    countsPeople: counted?.unit === "clients",
  };
  return {address, ...measureOf(address).gather(address, given)};
}

/** The least that a number can be, in steps; 0 where nobody says. */
function leastOf(population: Population | undefined, number: string): number {
  const reads = population?.variables.find(({name}) => name === number)?.reads;
  return (reads && readQuantity(reads))?.between[0] ?? 0;
}
