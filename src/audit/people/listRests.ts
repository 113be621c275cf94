import type {CellAddress, Coordinates} from "../../publication/index.ts";
import {countQuantities, type Part} from "../population/quantity.ts";
import {isSmall, type ListedGroup, type ListedPublication, type Watch} from "./listed.ts";
import {maskOf, partsAt, type CountedPopulation} from "../population/terms.ts";
import {populationsOf} from "../population/populationsOf.ts";

/**
 * What lines leave over: a printed count less all the printed counts of disjoint groups within it that one or two further
 * questions make. Of 175 people 171 live in the area, so four do not.
 */
export function listRests({releases, definitions, base}: ListedPublication, threshold: number): Watch {
  const groups = releases.flatMap((release, number) => {
    const printed = release.cells.flatMap(({address, cell}) =>
      address.measure === "count" && cell.status === "published" ? [address] : [],
    );
    return restsOf(printed, populationsOf(definitions, number));
  });
  const distinct = [...new Map(groups.map((group) => [group.name, group])).values()];
  let open = withCounts(base, distinct).filter(({count}) => isSmall(count, threshold));
  return {
    settle: (people) => {
      const counts = countQuantities(people, open.map(({group}) => group)); // prettier-ignore
      open = open.filter(({count}, at) => counts[at] === count);
    },
    open: () => open.map(({group}) => group),
  };
}

/** A place of a population, of which something is printed. */
type Place = Pick<CellAddress, "population" | "at">;

/** What the lines that some printed places of one release make leave over, by one further question and by two. */
export function restsOf(
  places: readonly Place[],
  populations: ReadonlyMap<string, CountedPopulation>,
): readonly ListedGroup[] {
  const printed = new PrintedPlaces(places, populations);
  return printed.lines().flatMap((line) => restOf(line, printed, populations));
}

function withCounts(
  base: ListedPublication["base"],
  groups: readonly ListedGroup[],
): readonly {group: ListedGroup; count: number}[] {
  const counts = countQuantities(base, groups);
  return groups.map((group, at) => ({group, count: counts[at] ?? 0}));
}

/** A printed place and a question that divides it, with the categories that are printed. */
interface Line extends Place {
  readonly variable: string;
}

/** The places of which a release prints something. */
class PrintedPlaces {
  readonly #printed = new Map<string, Place>();
  readonly #populations: ReadonlyMap<string, CountedPopulation>;

  constructor(places: readonly Place[], populations: ReadonlyMap<string, CountedPopulation>) {
    this.#populations = populations;
    for (const {population, at} of places) {
      if (populations.has(population)) this.#printed.set(placeName({population, at}), {population, at});
    }
  }

  has(population: string, at: Coordinates): boolean {
    return this.#printed.has(placeName({population, at}));
  }

  /** Every printed place with every question that some printed place within it asks further. */
  lines(): readonly Line[] {
    const found = new Map<string, Line>();
    for (const {population, at} of this.#printed.values()) {
      for (const variable of Object.keys(at)) {
        const rest = Object.fromEntries(Object.entries(at).filter(([name]) => name !== variable));
        if (!this.has(population, rest) || !this.#divides(population, variable)) continue;
        const line = {population, at: rest, variable};
        found.set(`${placeName(line)} ${variable}`, line);
      }
    }
    return [...found.values()];
  }

  /** The questions beyond a line that printed places within one of its parts can ask. */
  furtherQuestions(population: string, at: Coordinates): readonly string[] {
    const names = new Set<string>();
    for (const name of Object.keys(this.#populations.get(population)?.definition.variables ?? {})) {
      if (at[name] === undefined && this.#divides(population, name)) names.add(name);
    }
    return [...names];
  }

  #divides(population: string, variable: string): boolean {
    const definition = this.#populations.get(population)?.definition;
    return definition?.faults !== undefined || definition?.variables[variable]?.several !== true;
  }
}

/** Names a place of a population: `clients [area=kent,sex=men]`. */
export function placeName({population, at}: Place): string {
  const place = Object.keys(at)
    .sort()
    .map((name) => `${name}=${at[name] ?? ""}`);
  return `${population} [${place.join(",")}]`;
}

/** The rest of a line, and the rest of it where its withheld parts are divided by one more question. */
function restOf(
  {population, at, variable}: Line,
  printed: PrintedPlaces,
  populations: ReadonlyMap<string, CountedPopulation>,
): readonly ListedGroup[] {
  const counted = populations.get(population);
  if (counted === undefined) return [];
  const categories = categoriesOf(counted, variable);
  const open = categories.filter((category) => !printed.has(population, {...at, [variable]: category}));
  if (open.length === 0 || open.length === categories.length) return [];
  const name = `${placeName({population, at})} beyond the printed ${variable}`;
  const {source} = counted.definition;
  const parts = open.flatMap((category) => partsAt(counted, {...at, [variable]: category}) ?? []);
  const rest = {name, source, parts: mergeParts(parts, counted, variable)};
  const deeper = printed.furtherQuestions(population, {...at, [variable]: ""}).flatMap((further) => {
    const left = open.flatMap((category) => restWithin({...at, [variable]: category}, {counted, printed, further}));
    const isLess = left.some(({isWhole}) => !isWhole);
    const deep = left.flatMap(({parts: own}) => own);
    return isLess ? [{name: `${name} and ${further}`, source, parts: deep}] : [];
  });
  return [rest, ...deeper];
}

interface Within {
  readonly counted: CountedPopulation;
  readonly printed: PrintedPlaces;
  readonly further: string;
}

/** What the printed counts by a further question leave of a place; the whole of it where none is printed. */
function restWithin(
  at: Coordinates,
  {counted, printed, further}: Within,
): readonly {readonly parts: readonly Part[]; readonly isWhole: boolean}[] {
  const {name} = counted.definition;
  const categories = categoriesOf(counted, further);
  const open = categories.filter((category) => !printed.has(name, {...at, [further]: category}));
  if (open.length === categories.length) return [{parts: partsAt(counted, at) ?? [], isWhole: true}];
  return [{parts: open.flatMap((category) => partsAt(counted, {...at, [further]: category}) ?? []), isWhole: false}];
}

function categoriesOf({definition}: CountedPopulation, variable: string): readonly string[] {
  if (definition.faults === undefined) return Object.keys(definition.variables[variable]?.categories ?? {});
  return [...new Set(definition.faults.flatMap(({at}) => at[variable] ?? []))];
}

/** One part of all the categories of a variable that reads one column: fewer parts are counted faster. */
function mergeParts(
  parts: readonly Part[],
  {definition, source}: CountedPopulation,
  variable: string,
): readonly Part[] {
  const [first] = parts;
  const column = definition.variables[variable]?.column;
  if (first === undefined || definition.faults !== undefined || column === undefined) return parts;
  const values = parts.flatMap(({terms}) => {
    const mask = terms.findLast((term) => term.column === column)?.mask ?? new Uint8Array();
    return [...mask.keys()].filter((value) => mask[value] === 1);
  });
  const last = first.terms.findLastIndex((term) => term.column === column);
  return [
    {terms: first.terms.map((term, at) => (at === last ? {column, mask: maskOf(source, column, values)} : term))},
  ];
}
