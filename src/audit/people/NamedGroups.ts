import type {CountedRecords} from "./CountedRecords.ts";
import type {ListedGroup} from "./listed.ts";
import {meet} from "./meetings.ts";
import type {Part, Term} from "../population/quantity.ts";
import {countedTerms, notStated, termOf, type CountedPopulation} from "../population/terms.ts";

/** One answer to a question: a category of a variable, as values of a column. */
interface Answer extends Term {
  readonly name: string;
  readonly variable: string;
  readonly isOneOfSeveral: boolean;
  /** Place among the answers that its column gives. */
  readonly at: number;
}

/** One answer, or two that different questions or one with several answers can have. */
export type NamedAnswers = readonly Answer[];

/** Who is meant by some answers: those who gave all of them, everybody but those, or those who gave none of them. */
export type Meant = "all" | "but" | "none";

/** Two columns, or one twice. */
export type ColumnPair = readonly [number, number];

/** The groups that at most two answers of a population of records name. */
export class NamedGroups {
  readonly #population: CountedPopulation;
  readonly #answers: ReadonlyMap<number, NamedAnswers>;
  /** By column and value, the places of the answers that it gives. */
  readonly #giving: (readonly (readonly number[])[])[] = [];

  /** `except`: a column whose answers name no group. */
  constructor(population: CountedPopulation, except?: number) {
    this.#population = population;
    const asked = answersOf(population).filter(({column}) => column !== except);
    const byColumn = Map.groupBy(asked, ({column}) => column);
    this.#answers = new Map([...byColumn].map(([column, all]) => [column, all.map((one, at) => ({...one, at}))]));
  }

  /** Every answer, column by column. */
  answers(): NamedAnswers {
    return [...this.#answers.values()].flat();
  }

  /** Every two columns that answers read, each with itself too. */
  columnPairs(): readonly ColumnPair[] {
    const columns = [...this.#answers.keys()].sort((a, b) => a - b);
    return columns.flatMap((one, at) => columns.slice(at).map((other): ColumnPair => [one, other]));
  }

  /** The groups that answers reading two columns name, always in the same order; of one column single answers too. */
  on([one, other]: ColumnPair): readonly NamedAnswers[] {
    const [own, others] = [this.#answers.get(one) ?? [], this.#answers.get(other) ?? []];
    return one === other ? withinColumn(own) : own.flatMap((a) => others.map((b) => [a, b]));
  }

  /** How many records each group on two columns has, or what these weigh. */
  tabulate(
    records: CountedRecords,
    [one, other]: ColumnPair,
    weights?: Float64Array,
  ): (answers: NamedAnswers) => number {
    const [oneWith, otherWith] = [this.answersWith(one), this.answersWith(other)];
    const width = this.#answers.get(other)?.length ?? 0;
    const matrix = new Float64Array((this.#answers.get(one)?.length ?? 0) * width);
    meet(records.divisionBy(one), records.divisionBy(other), weights).forEach((x, y, count) => {
      for (const a of oneWith[x] ?? [])
        for (const b of otherWith[y] ?? []) matrix[a * width + b] = (matrix[a * width + b] ?? 0) + count;
    });
    return ([a, b = a]) => matrix[(a?.at ?? 0) * width + (b?.at ?? 0)] ?? 0;
  }

  /** Those who are meant by some answers, as a quantity. */
  group(answers: NamedAnswers, meant: Meant): ListedGroup {
    const {definition} = this.#population;
    const counted = countedTerms(this.#population);
    const all: Part = {terms: [...counted, ...answers]};
    const place = answers.map(({name}) => name).join(", ");
    const name = {
      all: `${definition.name} [${place}]`,
      but: `everybody of ${definition.name} but [${place}]`,
      none: `${definition.name} without any of [${place}]`,
    }[meant];
    const each = answers.map((answer): Part => ({terms: [...counted, answer], sign: -1}));
    const parts: Record<Meant, readonly Part[]> = {
      all: [all],
      but: [{terms: counted}, {...all, sign: -1}],
      none: [{terms: counted}, ...each, all],
    };
    return {name, source: definition.source, parts: parts[meant]};
  }

  /** By value of a column, the places of the answers that it gives. */
  answersWith(column: number): readonly (readonly number[])[] {
    return (this.#giving[column] ??= this.#findAnswersWith(column));
  }

  #findAnswersWith(column: number): readonly (readonly number[])[] {
    const answers = this.#answers.get(column) ?? [];
    const size = answers[0]?.mask.length ?? 0;
    return Array.from({length: size}, (_, value) => answers.flatMap(({mask, at}) => (mask[value] === 1 ? [at] : [])));
  }
}

function answersOf(population: CountedPopulation): NamedAnswers {
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

/** Single answers, and pairs of answers that one column gives: of two variables, or two of several answers. */
function withinColumn(answers: NamedAnswers): readonly NamedAnswers[] {
  return answers.flatMap((a, at) => [
    [a],
    ...answers.slice(at + 1).filter((b) => a.variable !== b.variable || a.isOneOfSeveral).map((b) => [a, b]), // prettier-ignore
  ]);
}
