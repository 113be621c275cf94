import {DisclosureError} from "../../audit/index.ts";
import type {Reads} from "../../publication/index.ts";
import type {SpanAsked} from "../sources/recordAnswers.ts";
import {spanAt, spanIn} from "./columnPlan.ts";
import type {AnswerColumn} from "./defineVariable.ts";

/** A date with others that the people know by the time from it: the calendar says which months of all go with which times. */
export interface TiedDates {
  readonly of: string;
  /** The column of its answers, which hold the times. */
  readonly column: number;
  readonly others: readonly TiedDate[];
}

/** Another date, with the times to it and their places in an answer. */
export interface TiedDate {
  readonly of: string;
  readonly spans: readonly (SpanAsked & {readonly place: number})[];
}

type SpanRead = SpanAsked & {readonly from: string};

/**
 * The dates that hang together by what is asked of them. A time to a date of which nothing else is asked ties nothing. Throws
 * DisclosureError where times from several dates meet in one, because what they say of each other is not worked out.
 */
export function tiedDates(columns: readonly AnswerColumn[], reads: readonly Reads[]): readonly TiedDates[] {
  const all = reads.map(spanIn).filter((one) => one !== undefined);
  const spans = tying([...new Map(all.map((one) => [JSON.stringify(one), one])).values()], columns);
  refuseMeeting(spans);
  return [...Map.groupBy(spans, ({from}) => from)].map(([of, own]) => {
    const column = columns.findIndex(({plan}) => plan.kind === "date" && plan.column === of);
    const plan = columns[column]?.plan;
    const asked = plan?.kind === "date" ? plan.spans : [];
    const others = [...Map.groupBy(own, ({to}) => to)].map(([to, same]): TiedDate => {
      return {of: to, spans: same.map((span) => ({...span, place: spanAt(asked, span)}))};
    });
    return {of, column, others};
  });
}

/** Leaves out, again and again, every time that alone tells of one of its dates. */
function tying(spans: readonly SpanRead[], columns: readonly AnswerColumn[]): readonly SpanRead[] {
  const isLoose = (name: string): boolean =>
    !columns.some(({plan}) => plan.kind === "month" && plan.of === name) &&
    spans.filter(({from, to}) => from === name || to === name).length === 1;
  const left = spans.filter(({from, to}) => !isLoose(from) && !isLoose(to));
  return left.length === spans.length ? left : tying(left, columns);
}

function refuseMeeting(spans: readonly SpanRead[]): void {
  for (const one of spans) {
    const other = spans.find((span) => span.from !== one.from && [one.from, one.to].some((date) => isEnd(date, span)));
    if (other === undefined) continue;
    throw new DisclosureError(
      `The report asks the ${named(one)} and the ${named(other)}, and what follows for one of them from the other and from ` +
        "the months or times asked of the same dates cannot be proved. Ask one of the two, or leave out the months, " +
        "quarters and years of their dates and any third time between them.",
    );
  }
}

function isEnd(date: string, {from, to}: SpanRead): boolean {
  return date === from || date === to;
}

function named({in: unit, from, to}: SpanRead): string {
  return `${unit} from ${from} to ${to}`;
}
