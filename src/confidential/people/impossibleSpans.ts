import {DisclosureError, type SourceDefinition} from "../../audit/index.ts";
import type {Reads} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {DateAnswer} from "../sources/recordAnswers.ts";
import {keysFor} from "./combinations.ts";
import type {DayRange} from "./daysAfter.ts";
import {daysBelieved, daysInOrder, daysOfSpan, sharedDays} from "./daysOfDates.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {MonthsOfDate} from "./MonthsOfDate.ts";
import {tiedDates, type TiedDate, type TiedDates} from "./tiedDates.ts";

type Impossible = SourceDefinition["impossible"][number];

/** What is asked of the dates of an extract, and how many values its columns keep. */
export interface SpansAsked {
  readonly reads: readonly Reads[];
  readonly model: ExtractModel;
  readonly sizes: readonly number[];
  /** The value that an answer of a column became. */
  readonly valueOf: (column: number, answer: number) => number;
}

/** More combinations than this are not stated, and more days are not gone through. */
const mostCombinations = 100_000;
const mostDays = 5_000_000;

/**
 * The months of dates and the times between them that cannot go together by the calendar: where a date is known to a month and
 * the days to another one, the other lies in one of two months. Exact for all dates that are counted from one. Throws
 * DisclosureError where this cannot be stated.
 */
export function impossibleSpans(columns: readonly AnswerColumn[], asked: SpansAsked): readonly Impossible[] {
  return tiedDates(columns, asked.reads)
    .map((tied) => new TiedMonths(columns, tied, asked))
    .filter((months) => months.columns.length > 1)
    .map((months) => statedOf(months, asked));
}

function statedOf(months: TiedMonths, {sizes}: SpansAsked): Impossible {
  const held = months.columns.map((column) => sizes[column] ?? 0);
  if (held.reduce((product, size) => product * size, 1) > mostCombinations) throw tooMany(months.names);
  const keyOf = keysFor(held);
  const possible = new Set([...months.possible()].map(keyOf));
  const all = held.reduce<readonly (readonly number[])[]>(
    (done, size) => done.flatMap((tuple) => Array.from({length: size}, (_, value) => [...tuple, value])),
    [[]],
  );
  const isLeftOut = ([answer = 0]: readonly number[]): boolean => months.undated.has(answer);
  const values = all.filter((tuple) => !isLeftOut(tuple) && !possible.has(keyOf(tuple)));
  return {columns: [...months.columns], values: values.map((tuple) => [...tuple])};
}

function tooMany(names: readonly string[]): DisclosureError {
  return new DisclosureError(
    `The months of ${names.join(", ")} and the times between them go together in more ways than the proof on people can ` +
      "state. Ask quarters or years of these dates instead of months, groups of the times instead of means and quantiles, or a shorter period.",
  );
}

/** An answer with a usable date: the value that it became, and the times in it. */
interface DatedAnswer {
  readonly value: number;
  readonly spans: DateAnswer["spans"];
}

/** Another date, where the one on which it hangs is on some day. */
interface OpenDate extends TiedDate {
  readonly day: number;
  readonly believed: readonly DayRange[];
}

/** Dates that hang on one, in the columns of the people: the answers of this date, and the months of all as far as they are held. */
class TiedMonths {
  readonly columns: readonly number[];
  readonly names: readonly string[];
  /** Values of answers without a usable date, of which nothing follows here. */
  readonly undated: ReadonlySet<number>;
  readonly #tied: TiedDates;
  readonly #model: ExtractModel;
  readonly #answers: readonly DatedAnswer[];
  readonly #months: ReadonlyMap<string, MonthsOfDate>;

  constructor(columns: readonly AnswerColumn[], tied: TiedDates, {model, valueOf}: SpansAsked) {
    this.#tied = tied;
    this.#model = model;
    this.names = [tied.of, ...tied.others.map(({of}) => of)];
    const held = this.names.flatMap((name) => {
      const at = columns.findIndex(({plan}) => plan.kind === "month" && plan.of === name);
      const column = columns[at];
      return column === undefined ? [] : [{name, at, column}];
    });
    this.columns = [tied.column, ...held.map(({at}) => at)];
    this.#months = new Map(
      held.map(({name, at, column}) => [name, new MonthsOfDate(column, (answer) => valueOf(at, answer))]),
    );
    const answers = (columns[tied.column]?.answers ?? []).flatMap((answer, at) =>
      answer.kind === "date" ? [{answer, value: valueOf(tied.column, at)}] : [],
    );
    this.undated = new Set(answers.flatMap(({answer, value}) => (answer.state === "usable" ? [] : [value])));
    this.#answers = this.#told(answers.filter(({value}) => !this.undated.has(value)));
  }

  /** Every combination of values that some days have. */
  *possible(): Generator<readonly number[]> {
    const days = this.#days();
    if ((days.to - days.from + 1) * this.#answers.length > mostDays) throw tooMany(this.names);
    for (let day = days.from; day <= days.to; day += 1) {
      const own = this.#months.get(this.#tied.of)?.among({from: day, to: day});
      if (own?.length === 0) continue;
      const open = this.#tied.others.map((other) => ({...other, day, believed: this.#believed(other, day)}));
      for (const {value, spans} of this.#answers) {
        const others = open.map((other) => this.#monthsOf(other, spans));
        if (others.includes(undefined)) continue;
        const sides = [[value], ...(own === undefined ? [] : [own]), ...others.filter((side) => side !== undefined)];
        yield* combined(sides.filter((side) => side.length > 0));
      }
    }
  }

  /** Answers that differ in what is asked of them, each once. */
  #told(answers: readonly {readonly answer: DateAnswer; readonly value: number}[]): readonly DatedAnswer[] {
    const places = this.#tied.others.flatMap(({spans}) => spans.map(({place}) => place));
    const all = answers.map(({answer: {spans}, value}) => {
      return [[value, ...places.map((place) => spans[place])].join(), {value, spans}] as const;
    });
    return [...new Map(all).values()];
  }

  /**
   * The months that another date can lie in, where this one is on some day; none where they are not held, nothing where no
   * day of it goes with the times.
   */
  #monthsOf({of, spans, day, believed}: OpenDate, answer: DateAnswer["spans"]): readonly number[] | undefined {
    const months = this.#months.get(of);
    if (spans.some(({place}) => answer[place] === "no-date")) {
      if (months === undefined) return [];
      return months.blank === undefined ? undefined : [months.blank];
    }
    let days = believed;
    for (const span of spans) days = sharedDays(days, daysOfSpan(day, span, answer[span.place] ?? "no-date"));
    if (days.length === 0) return undefined;
    const found = days.flatMap((range) => months?.among(range) ?? []);
    return months !== undefined && found.length === 0 ? undefined : [...new Set(found)];
  }

  /** The days that the dictionary believes of another date, where this one is on some day. */
  #believed({of}: TiedDate, day: number): readonly DayRange[] {
    return sharedDays([daysBelieved(of, this.#model)], [daysInOrder([of, this.#tied.of], day, this.#model)]);
  }

  /** All days of the date that can matter: farther ones are like those at the ends. */
  #days(): DayRange {
    const held = [...this.#months.values()].map(({days}) => days);
    const spans = this.#tied.others.flatMap((other) => other.spans);
    const reach = Math.max(...spans.map(({in: unit, between: [least, most]}) =>
      longest[unit] * (Math.max(Math.abs(least), Math.abs(most)) + 2))) + leapCycle; // prettier-ignore
    const believed = daysBelieved(this.#tied.of, this.#model);
    return {
      from: Math.max(believed.from, Math.min(...held.map(({from}) => from)) - reach),
      to: Math.min(believed.to, Math.max(...held.map(({to}) => to)) + reach),
    };
  }
}

/** The most days of each unit. */
const longest = {days: 1, weeks: 7, months: 31, years: 366} as const;

/** So many days on, leap years come again, but for three in four centuries. */
const leapCycle = 1461;

function* combined([first = [], ...others]: readonly (readonly number[])[]): Generator<readonly number[]> {
  for (const value of first) {
    if (others.length === 0) yield [value];
    else for (const rest of combined(others)) yield [value, ...rest];
  }
}
