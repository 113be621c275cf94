import {jointCounts} from "./jointCounts.ts";
import {distinctPopulations, isSmall, type ListedGroup, type Publication, type Watch} from "./listed.ts";
import type {Part, Term} from "./quantity.ts";
import type {People, Records} from "./records.ts";
import {countedTerms, notStated, partsAt, termOf, type CountedPopulation} from "./terms.ts";

/** One answer to a question: a category of a variable, as values of a column. */
interface Answer extends Term {
  readonly name: string;
  readonly variable: string;
  readonly isOneOfSeveral: boolean;
  /** Place among the answers that its column gives. */
  readonly at: number;
}

/** A group of one or two answers, or everybody but it. */
interface Pair {
  readonly answers: readonly Answer[];
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

/** Pairs of answers of one population of records, by the columns that they read. */
class PairsOf implements Watch {
  readonly #population: CountedPopulation;
  readonly #threshold: number;
  readonly #answers: ReadonlyMap<number, readonly Answer[]>;
  /** By the columns read, joined. */
  #pairs = new Map<string, readonly Pair[]>();
  readonly #size: number;

  constructor(population: CountedPopulation, base: People, threshold: number) {
    this.#population = population;
    this.#threshold = threshold;
    const byColumn = Map.groupBy(answersOf(population), ({column}) => column);
    this.#answers = new Map([...byColumn].map(([column, all]) => [column, all.map((one, at) => ({...one, at}))]));
    const records = base[population.definition.source];
    this.#size = records === undefined ? 0 : sizeOf(population, records);
    const columns = [...this.#answers.keys()].sort((a, b) => a - b);
    for (const [at, one] of columns.entries()) {
      for (const other of columns.slice(at)) {
        const pairs = records === undefined ? [] : this.#count(records, [one, other]);
        if (pairs.length > 0) this.#pairs.set(`${String(one)},${String(other)}`, pairs);
      }
    }
  }

  settle(people: People): void {
    const records = people[this.#population.definition.source];
    if (records === undefined) return;
    const size = sizeOf(this.#population, records);
    const left = new Map<string, readonly Pair[]>();
    for (const [columns, pairs] of this.#pairs) {
      const [one = 0, other = 0] = columns.split(",").map(Number);
      const table = this.#tabulate(records, [one, other]);
      const same = pairs.filter(
        ({answers, isBut, count}) => (isBut ? size - table(answers) : table(answers)) === count,
      );
      if (same.length > 0) left.set(columns, same);
    }
    this.#pairs = left;
  }

  open(): readonly ListedGroup[] {
    return [...this.#pairs.values()].flat().map((pair) => this.#list(pair));
  }

  #count(records: Records, columns: readonly [number, number]): readonly Pair[] {
    const table = this.#tabulate(records, columns);
    const [one, other] = columns.map((column) => this.#answers.get(column) ?? []);
    const groups = columns[0] === columns[1] ? withinColumn(one ?? []) : crossed(one ?? [], other ?? []);
    return groups.flatMap((answers) => {
      const count = table(answers);
      const rest = this.#size - count;
      return [
        ...(isSmall(count, this.#threshold) ? [{answers, isBut: false, count}] : []),
        ...(isSmall(rest, this.#threshold) ? [{answers, isBut: true, count: rest}] : []),
      ];
    });
  }

  /** How many records of the population have some answers that read these columns. */
  #tabulate(records: Records, columns: readonly [number, number]): (answers: readonly Answer[]) => number {
    const counted = countedTerms(this.#population);
    const asked = [...new Set([...counted.map(({column}) => column), ...columns])];
    const {counts, values} = jointCounts(records, asked);
    const [one, other] = columns.map((column) => this.#answers.get(column) ?? []);
    const [oneWith, otherWith] = columns.map((column) => this.#answersWith(column));
    const [oneAt, otherAt] = columns.map((column) => values[asked.indexOf(column)]);
    const width = other?.length ?? 0;
    const matrix = new Float64Array((one?.length ?? 0) * width);
    counts.forEach((count, cell) => {
      if (!counted.every(({mask}, at) => mask[values[at]?.[cell] ?? 0] === 1)) return;
      for (const a of oneWith?.[oneAt?.[cell] ?? 0] ?? []) {
        for (const b of otherWith?.[otherAt?.[cell] ?? 0] ?? [])
          matrix[a * width + b] = (matrix[a * width + b] ?? 0) + count;
      }
    });
    return ([a, b = a]) => matrix[(a?.at ?? 0) * width + (b?.at ?? 0)] ?? 0;
  }

  /** By value of a column, the answers that it gives. */
  #answersWith(column: number): readonly (readonly number[])[] {
    const answers = this.#answers.get(column) ?? [];
    const size = answers[0]?.mask.length ?? 0;
    return Array.from({length: size}, (_, value) => answers.flatMap(({mask, at}) => (mask[value] === 1 ? [at] : [])));
  }

  #list({answers, isBut}: Pair): ListedGroup {
    const {definition} = this.#population;
    const counted = countedTerms(this.#population);
    const group: Part = {terms: [...counted, ...answers]};
    const place = answers.map(({name}) => name).join(", ");
    return {
      name: isBut ? `everybody of ${definition.name} but [${place}]` : `${definition.name} [${place}]`,
      source: definition.source,
      parts: isBut ? [{terms: counted}, {...group, sign: -1}] : [group],
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
    this.#groups = [...distinct.values()].flatMap((at) => {
      const group = {
        name: `${definition.name} [${placeOf(at)}]`,
        source: definition.source,
        parts: partsAt(population, at) ?? [],
      };
      const count = countParts(base, group);
      return isSmall(count, threshold) ? [{group, count}] : [];
    });
  }

  settle(people: People): void {
    this.#groups = this.#groups.filter(({group, count}) => countParts(people, group) === count);
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

function countParts(people: People, {source, parts}: ListedGroup): number {
  const records = people[source];
  if (records === undefined) return 0;
  return parts.reduce((sum, {terms}) => {
    const joint = jointCounts(records, terms.map(({column}) => column)); // prettier-ignore
    return joint.counts.reduce(
      (part, count, cell) =>
        terms.every(({mask}, at) => mask[joint.values[at]?.[cell] ?? 0] === 1) ? part + count : part,
      sum,
    );
  }, 0);
}

function answersOf(population: CountedPopulation): readonly Answer[] {
  const {variables} = population.definition;
  return Object.entries(variables).flatMap(([variable, {categories, several}]) => {
    const names = new Set([...Object.keys(categories), notStated]);
    return [...names].flatMap((category) => {
      const term = termOf(population, variable, category);
      const isSome = term?.mask.includes(1) === true;
      return term && isSome
        ? [{...term, variable, name: `${variable}=${category}`, isOneOfSeveral: several === true, at: 0}]
        : [];
    });
  });
}

function sizeOf(population: CountedPopulation, records: Records): number {
  const counted = countedTerms(population);
  const {counts, values} = jointCounts(records, counted.map(({column}) => column)); // prettier-ignore
  return counts.reduce(
    (sum, count, cell) => (counted.every(({mask}, at) => mask[values[at]?.[cell] ?? 0] === 1) ? sum + count : sum),
    0,
  );
}

function crossed(one: readonly Answer[], other: readonly Answer[]): readonly (readonly Answer[])[] {
  return one.flatMap((a) => other.map((b) => [a, b]));
}

/** Single answers, and pairs of answers that one column gives: of two variables, or two of several answers. */
function withinColumn(answers: readonly Answer[]): readonly (readonly Answer[])[] {
  return answers.flatMap((a, at) => [
    [a],
    ...answers.slice(at + 1).filter((b) => a.variable !== b.variable || a.isOneOfSeveral).map((b) => [a, b]), // prettier-ignore
  ]);
}
