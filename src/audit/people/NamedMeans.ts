import {askedWidths, type AskedWidth, type MeanRule} from "./askedWidths.ts";
import {meanOf, type Averaged} from "./averaged.ts";
import {CountedRecords} from "./CountedRecords.ts";
import type {OpenMean} from "./FollowedMeans.ts";
import type {Leaders} from "../population/leaders.ts";
import {NamedLeaders} from "./NamedLeaders.ts";
import {NamedGroups, type NamedAnswers, type ColumnPair} from "./NamedGroups.ts";
import type {People} from "../population/records.ts";
import {Spans, type Mean} from "./Spans.ts";
import type {CountedPopulation} from "../population/terms.ts";

/**
 * The groups on two columns whose mean or sum must differ, by number: twice that of their answers, and one more for everybody
 * but them; with what must differ, and by how much.
 */
interface Table {
  readonly columns: ColumnPair;
  readonly groups: readonly number[];
  readonly asked: readonly AskedWidth[];
  readonly inBase: readonly Mean[];
  readonly spans: Spans;
  /** Places of those that are still open. */
  readonly open: readonly number[];
}

type MeanOf = (answers: NamedAnswers, isBut: boolean) => Mean;

/** The means and sums that a policy does not let follow, of those whom at most two answers of a population name, or of everybody but them. */
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
    const leadersOn = this.#leaders(base);
    this.#tables = this.#named.columnPairs().map((columns) => {
      const [meanOf, leadersOf] = [meansOn(columns), leadersOn(columns)];
      const all = this.#named.on(columns).flatMap((answers, at) => [
        {group: 2 * at, mean: meanOf(answers, false), ...leadersOf(answers, false)},
        {group: 2 * at + 1, mean: meanOf(answers, true), ...leadersOf(answers, true)},
      ]);
      return tableOf(
        columns,
        all.flatMap(({group, mean, contributors, first, second}) => {
          const others = meanAsked(mean, {isSum: true}, number).sum - first - second;
          const widths = askedWidths({known: mean.known, contributors, first, others}, this.#rule);
          return widths.map((asked) => ({group, asked, mean: meanAsked(mean, asked, number)}));
        }),
      );
    });
  }

  settle(people: People): void {
    const meansOn = this.#measure(people);
    for (const {columns, groups, asked, spans, open} of this.#tables) {
      if (open.length === 0) continue;
      const meanOf = meansOn(columns);
      const named = this.#named.on(columns);
      for (const at of open) {
        const group = groups[at] ?? 0;
        const {known, sum} = meanAsked(meanOf(named[group >> 1] ?? [], group % 2 === 1), asked[at], this.#number);
        spans.see(at, known, sum);
      }
    }
    this.#tables = this.#tables.map((table) => ({
      ...table,
      open: table.open.filter((at) => !table.spans.isWide(at, table.asked[at]?.width ?? 0)),
    }));
  }

  open(): readonly OpenMean[] {
    return this.#tables.flatMap(({columns, groups, asked, inBase, spans, open}) => {
      const named = open.length === 0 ? [] : this.#named.on(columns);
      return open.flatMap((at): readonly OpenMean[] => {
        const width = asked[at];
        if (width === undefined) return [];
        const group = groups[at] ?? 0;
        const listed = this.#named.group(named[group >> 1] ?? [], group % 2 === 1 ? "but" : "all");
        const [least, most] = [spans.least(at), spans.most(at)];
        return [{...meanOf(this.#number, listed, width), inBase: inBase[at] ?? least, least, most}];
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
  /** Who leads in the groups on two columns; nobody is looked at where no sums are asked. */
  #leaders(people: People): (columns: ColumnPair) => (answers: NamedAnswers, isBut: boolean) => Leaders {
    const {known, aboveFloor} = this.#number;
    const isAsked = this.#rule.sums !== undefined;
    const records = isAsked ? CountedRecords.of(this.#population, people, [known]) : undefined;
    if (records === undefined) return () => () => ({first: 0, second: 0, contributors: 0});
    const numbers = records.weightsBy(known.column, aboveFloor);
    return (columns) => {
      const led = new NamedLeaders(this.#named, records, {columns, numbers});
      return (answers, isBut) => led.of(answers, isBut);
    };
  }
}

interface ListedMean {
  readonly group: number;
  readonly asked: AskedWidth;
  readonly mean: Mean;
}

function tableOf(columns: ColumnPair, listed: readonly ListedMean[]): Table {
  const spans = new Spans(listed.length);
  listed.forEach(({mean}, at) => spans.see(at, mean.known, mean.sum));
  return {
    columns,
    groups: listed.map(({group}) => group),
    asked: listed.map(({asked}) => asked),
    inBase: listed.map(({mean}) => mean),
    spans,
    open: [...listed.keys()],
  };
}

/** A sum is told apart as one number, of what is above the floor. */
function meanAsked(
  {known, sum}: Mean,
  asked: Pick<AskedWidth, "isSum"> | undefined,
  {floor}: Pick<Averaged, "floor">,
): Mean {
  return asked?.isSum === true ? {known: 1, sum: sum - floor * known} : {known, sum};
}
