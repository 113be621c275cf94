import {meanOf, type Averaged} from "./averaged.ts";
import {CountedRecords} from "./CountedRecords.ts";
import type {OpenMean} from "./FollowedMeans.ts";
import {isSmall} from "./listed.ts";
import {NamedGroups, type NamedAnswers, type ColumnPair} from "./NamedGroups.ts";
import type {People} from "../population/records.ts";
import {Spans, type Mean} from "./Spans.ts";
import type {CountedPopulation} from "../population/terms.ts";

/** What a policy asks of means of few. */
export interface MeanRule {
  /** A mean of fewer is of few. */
  readonly needs: number;
  /** So far apart populations must put it. */
  readonly width: number;
}

/** The groups on two columns whose mean is of few, by number: twice that of their answers, and one more for everybody but them. */
interface Table {
  readonly columns: ColumnPair;
  readonly groups: readonly number[];
  readonly inBase: readonly Mean[];
  readonly spans: Spans;
  /** Places of those that are still open. */
  readonly open: readonly number[];
}

type MeanOf = (answers: NamedAnswers, isBut: boolean) => Mean;

/** The means of few whom at most two answers of a population name, or of everybody but them. */
export class NamedMeans {
  readonly #population: CountedPopulation;
  readonly #number: Averaged;
  readonly #rule: MeanRule;
  readonly #named: NamedGroups;
  #tables: readonly Table[];

  constructor(population: CountedPopulation, number: Averaged, {base, rule}: {base: People; rule: MeanRule}) {
    this.#population = population;
    this.#number = number;
    this.#rule = rule;
    this.#named = new NamedGroups(population, number.known.column);
    const meansOn = this.#measure(base);
    this.#tables = this.#named.columnPairs().map((columns) => {
      const meanOf = meansOn(columns);
      const all = this.#named.on(columns).flatMap((answers, at) => [
        {group: 2 * at, mean: meanOf(answers, false)},
        {group: 2 * at + 1, mean: meanOf(answers, true)},
      ]);
      const few = all.filter(({mean}) => isSmall(mean.known, rule.needs));
      const spans = new Spans(few.length);
      few.forEach(({mean}, at) => spans.see(at, mean.known, mean.sum));
      return {
        columns,
        groups: few.map(({group}) => group),
        inBase: few.map(({mean}) => mean),
        spans,
        open: [...few.keys()],
      };
    });
  }

  settle(people: People): void {
    const meansOn = this.#measure(people);
    for (const {columns, groups, spans, open} of this.#tables) {
      if (open.length === 0) continue;
      const meanOf = meansOn(columns);
      const named = this.#named.on(columns);
      for (const at of open) {
        const group = groups[at] ?? 0;
        const {known, sum} = meanOf(named[group >> 1] ?? [], group % 2 === 1);
        spans.see(at, known, sum);
      }
    }
    this.#tables = this.#tables.map((table) => ({
      ...table,
      open: table.open.filter((at) => !table.spans.isWide(at, this.#rule.width)),
    }));
  }

  open(): readonly OpenMean[] {
    return this.#tables.flatMap(({columns, groups, inBase, spans, open}) => {
      const named = open.length === 0 ? [] : this.#named.on(columns);
      return open.map((at): OpenMean => {
        const group = groups[at] ?? 0;
        const listed = this.#named.group(named[group >> 1] ?? [], group % 2 === 1 ? "but" : "all");
        const [least, most] = [spans.least(at), spans.most(at)];
        return {...meanOf(this.#number, listed), inBase: inBase[at] ?? least, least, most};
      });
    });
  }

  /** The means of groups on two columns among some people. */
  #measure(people: People): (columns: ColumnPair) => MeanOf {
    const {known, weights: ofValue} = this.#number;
    const records = CountedRecords.of(this.#population, people, [known]);
    if (records === undefined) return () => () => ({known: 0, sum: 0});
    const weights = records.weightsBy(known.column, ofValue);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return (columns) => {
      const [counts, sums] = [this.#named.tabulate(records, columns), this.#named.tabulate(records, columns, weights)];
      return (answers, isBut) => {
        const [count, sum] = [counts(answers), sums(answers)];
        return isBut ? {known: records.size - count, sum: total - sum} : {known: count, sum};
      };
    };
  }
}
