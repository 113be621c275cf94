import {CountedRecords} from "./CountedRecords.ts";
import {distinctPopulations, isSmall, type ListedGroup, type ListedPublication, type Watch} from "./listed.ts";
import {NamedGroups, type NamedAnswers, type ColumnPair, type Meant} from "./NamedGroups.ts";
import {countQuantities} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import {partsAt, type CountedPopulation} from "../population/terms.ts";

/** Those who are meant by one or two answers. */
interface Pair {
  readonly answers: NamedAnswers;
  readonly meant: Meant;
  readonly count: number;
}

/**
 * Every group that at most two answers of one population name, everybody but it, and those who gave neither of two, where
 * that is few people.
 */
export function listPairs(publication: ListedPublication, threshold: number): Watch {
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

/** How many records are meant by answers on two columns. */
type Counting = (columns: ColumnPair) => (answers: NamedAnswers) => Readonly<Record<Meant, number>>;

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
    const countsOn = this.#counting(counted);
    this.#pairs = this.#named
      .columnPairs()
      .map((columns) => ({columns, pairs: this.#few(countsOn, columns, threshold)}))
      .filter(({pairs}) => pairs.length > 0);
  }

  settle(people: People): void {
    const counted = CountedRecords.of(this.#population, people);
    if (counted === undefined) return;
    const countsOn = this.#counting(counted);
    const left = this.#pairs.map(({columns, pairs}) => {
      const counts = countsOn(columns);
      return {columns, pairs: pairs.filter(({answers, meant, count}) => counts(answers)[meant] === count)};
    });
    this.#pairs = left.filter(({pairs}) => pairs.length > 0);
  }

  open(): readonly ListedGroup[] {
    return this.#pairs.flatMap(({pairs}) => pairs.map(({answers, meant}) => this.#named.group(answers, meant)));
  }

  #few(countsOn: Counting, columns: ColumnPair, threshold: number): readonly Pair[] {
    const counts = countsOn(columns);
    return this.#named.on(columns).flatMap((answers) => {
      const own = counts(answers);
      // Who gave none of one answer is everybody but those who gave it.
      const asked = answers.length > 1 ? (["all", "but", "none"] as const) : (["all", "but"] as const);
      return asked.flatMap((meant) => (isSmall(own[meant], threshold) ? [{answers, meant, count: own[meant]}] : []));
    });
  }

  #counting(counted: CountedRecords): Counting {
    const singles = new Map<number, (answers: NamedAnswers) => number>();
    const single = (column: number): ((answers: NamedAnswers) => number) => {
      const known = singles.get(column) ?? this.#named.tabulate(counted, [column, column]);
      singles.set(column, known);
      return known;
    };
    return (columns) => {
      const table = this.#named.tabulate(counted, columns);
      const [ofOne, ofOther] = columns.map(single);
      return (answers) => {
        const all = table(answers);
        const [one, other = one] = answers.map((answer) => [answer]);
        const either = (ofOne?.(one ?? []) ?? 0) + (ofOther?.(other ?? []) ?? 0) - all;
        return {all, but: counted.size - all, none: counted.size - either};
      };
    };
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
