import {CountedRecords} from "./CountedRecords.ts";
import {distinctPopulations, isSmall, type ListedGroup, type Publication, type Watch} from "./listed.ts";
import {NamedGroups, type Answers, type ColumnPair} from "./NamedGroups.ts";
import {countQuantities} from "./quantity.ts";
import type {People} from "./records.ts";
import {partsAt, type CountedPopulation} from "./terms.ts";

/** A group of one or two answers, or everybody but it. */
interface Pair {
  readonly answers: Answers;
  readonly isBut: boolean;
  readonly count: number;
}

/** Every group that at most two answers of one population name, and everybody but it, where that is few people. */
export function listPairs(publication: Publication, threshold: number): Watch {
  const lists = distinctPopulations(publication).map((population) =>
    population.definition.faults === undefined
      ? new PairsOf(population, publication.base, threshold)
      : new FaultsOf(population, publication.base, threshold),
  );
  return {
    settle: (people) => {
      for (const list of lists) list.settle(people);
    },
    open: () => lists.flatMap((list) => list.open()),
  };
}

/** Pairs of answers of one population of records. */
class PairsOf implements Watch {
  readonly #population: CountedPopulation;
  readonly #named: NamedGroups;
  #pairs: readonly {readonly columns: ColumnPair; readonly pairs: readonly Pair[]}[] = [];

  constructor(population: CountedPopulation, base: People, threshold: number) {
    this.#population = population;
    this.#named = new NamedGroups(population);
    const counted = CountedRecords.of(population, base);
    if (counted === undefined) return;
    this.#pairs = this.#named
      .columnPairs()
      .map((columns) => ({columns, pairs: this.#count(counted, columns, threshold)}))
      .filter(({pairs}) => pairs.length > 0);
  }

  settle(people: People): void {
    const counted = CountedRecords.of(this.#population, people);
    if (counted === undefined) return;
    const left = this.#pairs.map(({columns, pairs}) => {
      const table = this.#named.tabulate(counted, columns);
      const same = pairs.filter(
        ({answers, isBut, count}) => (isBut ? counted.size - table(answers) : table(answers)) === count,
      );
      return {columns, pairs: same};
    });
    this.#pairs = left.filter(({pairs}) => pairs.length > 0);
  }

  open(): readonly ListedGroup[] {
    return this.#pairs.flatMap(({pairs}) => pairs.map(({answers, isBut}) => this.#named.group(answers, isBut)));
  }

  #count(counted: CountedRecords, columns: ColumnPair, threshold: number): readonly Pair[] {
    const table = this.#named.tabulate(counted, columns);
    return this.#named.on(columns).flatMap((answers) => {
      const count = table(answers);
      const rest = counted.size - count;
      return [
        ...(isSmall(count, threshold) ? [{answers, isBut: false, count}] : []),
        ...(isSmall(rest, threshold) ? [{answers, isBut: true, count: rest}] : []),
      ];
    });
  }
}

/** Faults by rule, column and what followed: each is a place of its own. */
class FaultsOf implements Watch {
  #groups: readonly {readonly group: ListedGroup; readonly count: number}[];

  constructor(population: CountedPopulation, base: People, threshold: number) {
    const {definition} = population;
    const places = (definition.faults ?? []).flatMap(({at}) => [
      ...Object.entries(at).map(([name, category]) => ({[name]: category})),
      {...at},
    ]);
    const distinct = new Map(places.map((at) => [JSON.stringify(at), at]));
    const groups = [...distinct.values()].map((at) => ({
      name: `${definition.name} [${placeOf(at)}]`,
      source: definition.source,
      parts: partsAt(population, at) ?? [],
    }));
    const counts = countQuantities(base, groups);
    this.#groups = groups
      .map((group, at) => ({group, count: counts[at] ?? 0}))
      .filter(({count}) => isSmall(count, threshold));
  }

  settle(people: People): void {
    const counts = countQuantities(people, this.#groups.map(({group}) => group)); // prettier-ignore
    this.#groups = this.#groups.filter(({count}, at) => counts[at] === count);
  }

  open(): readonly ListedGroup[] {
    return this.#groups.map(({group}) => group);
  }
}

function placeOf(at: Readonly<Record<string, string>>): string {
  return Object.entries(at)
    .map(([name, category]) => `${name}=${category}`)
    .join(", ");
}
