import {sizeOf} from "./columns.ts";
import {meet, type Division} from "./meetings.ts";
import {distinctPopulations, isSmall, type ListedGroup, type Publication, type Watch} from "./listed.ts";
import {countQuantities, type Part, type Term} from "./quantity.ts";
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

  constructor(population: CountedPopulation, base: People, threshold: number) {
    this.#population = population;
    this.#threshold = threshold;
    const byColumn = Map.groupBy(answersOf(population), ({column}) => column);
    this.#answers = new Map([...byColumn].map(([column, all]) => [column, all.map((one, at) => ({...one, at}))]));
    const counted = CountedRecords.of(population, base);
    const columns = [...this.#answers.keys()].sort((a, b) => a - b);
    for (const [at, one] of columns.entries()) {
      for (const other of columns.slice(at)) {
        const pairs = counted === undefined ? [] : this.#count(counted, [one, other]);
        if (pairs.length > 0) this.#pairs.set(`${String(one)},${String(other)}`, pairs);
      }
    }
  }

  settle(people: People): void {
    const counted = CountedRecords.of(this.#population, people);
    if (counted === undefined) return;
    const left = new Map<string, readonly Pair[]>();
    for (const [columns, pairs] of this.#pairs) {
      const [one = 0, other = 0] = columns.split(",").map(Number);
      const table = this.#tabulate(counted, [one, other]);
      const same = pairs.filter(
        ({answers, isBut, count}) => (isBut ? counted.size - table(answers) : table(answers)) === count,
      );
      if (same.length > 0) left.set(columns, same);
    }
    this.#pairs = left;
  }

  open(): readonly ListedGroup[] {
    return [...this.#pairs.values()].flat().map((pair) => this.#list(pair));
  }

  #count(counted: CountedRecords, columns: readonly [number, number]): readonly Pair[] {
    const table = this.#tabulate(counted, columns);
    const [one, other] = columns.map((column) => this.#answers.get(column) ?? []);
    const groups = columns[0] === columns[1] ? withinColumn(one ?? []) : crossed(one ?? [], other ?? []);
    return groups.flatMap((answers) => {
      const count = table(answers);
      const rest = counted.size - count;
      return [
        ...(isSmall(count, this.#threshold) ? [{answers, isBut: false, count}] : []),
        ...(isSmall(rest, this.#threshold) ? [{answers, isBut: true, count: rest}] : []),
      ];
    });
  }

  /** How many records of the population have some answers that read these columns. */
  #tabulate(counted: CountedRecords, [one, other]: readonly [number, number]): (answers: readonly Answer[]) => number {
    const [oneWith, otherWith] = [this.#answersWith(one), this.#answersWith(other)];
    const width = this.#answers.get(other)?.length ?? 0;
    const matrix = new Float64Array((this.#answers.get(one)?.length ?? 0) * width);
    meet(counted.divisionBy(one), counted.divisionBy(other)).forEach((x, y, count) => {
      for (const a of oneWith[x] ?? [])
        for (const b of otherWith[y] ?? []) matrix[a * width + b] = (matrix[a * width + b] ?? 0) + count;
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

/** The records that a population counts, column by column. */
class CountedRecords {
  readonly #records: Records;
  /** Numbers of the records; all where absent. */
  readonly #rows: Uint32Array | undefined;
  readonly #divisions: (Division | undefined)[] = [];

  private constructor(population: CountedPopulation, records: Records) {
    const counted = countedTerms(population);
    this.#records = records;
    const isCounted = (row: number): boolean =>
      counted.every(({column, mask}) => mask[records.columns[column]?.[row] ?? 0] === 1);
    this.#rows = counted.length > 0 ? Uint32Array.from(Array(records.size).keys()).filter(isCounted) : undefined;
  }

  static of({definition, source}: CountedPopulation, people: People): CountedRecords | undefined {
    const records = people[definition.source];
    return records && new CountedRecords({definition, source}, records);
  }

  get size(): number {
    return this.#rows?.length ?? this.#records.size;
  }

  /** The records by their value of a column. */
  divisionBy(column: number): Division {
    return (this.#divisions[column] ??= this.#divide(column));
  }

  #divide(column: number): Division {
    const values = this.#records.columns[column] ?? new Uint16Array();
    const classes = this.#rows === undefined ? values : Uint16Array.from(this.#rows, (row) => values[row] ?? 0);
    return {classes, size: sizeOf(this.#records.definition, column)};
  }
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
