import {expect, test} from "vitest";
import {DisclosureError} from "../../../src/audit/index.ts";
import type {AnswerColumn} from "../../../src/confidential/people/defineVariable.ts";
import {impossibleSpans} from "../../../src/confidential/people/impossibleSpans.ts";
import type {Span, SpanAsked} from "../../../src/confidential/sources/recordAnswers.ts";
import {monthsIn, type Period, type Reads} from "../../../src/publication/index.ts";
import {smallModel} from "./smallModel.ts";

const dayLength = 86_400_000;
const dayAt = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * dayLength).toISOString().slice(0, 10);

/** Completed units between two days, as one reckons them on paper. */
function reckoned(unit: SpanAsked["in"], from: string, to: string): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
  if (unit === "days") return days;
  if (unit === "weeks") return Math.floor(days / 7);
  const [[y = 0, m = 0, d = 0], [year = 0, month = 0, day = 0]] = [from, to].map((one) => one.split("-").map(Number)) as [number[], number[]]; // prettier-ignore
  const months = 12 * (year - y) + month - m - (day < d ? 1 : 0);
  return unit === "months" ? months : Math.floor(months / 12);
}

const within: Period = {from: "2007-11-01", to: "2008-04-30"};

function monthColumn(of: string): AnswerColumn {
  const answers = [...monthsIn(within), "outside", "no-date"].map((is) => ({kind: "month" as const, is}));
  return {plan: {kind: "month", of, within, isSelected: false}, answers};
}

function dateColumn(column: string, spans: readonly SpanAsked[], numbers: readonly (readonly Span[])[]): AnswerColumn {
  const answers = numbers.map((own) => ({kind: "date" as const, state: "usable" as const, spans: own}));
  const missing = {kind: "date" as const, state: "blank" as const, spans: spans.map((): Span => "no-date")};
  return {plan: {kind: "date", column, spans}, answers: [...answers, missing]};
}

const readAs = (column: string, {in: as, ...rest}: SpanAsked): Reads => ({as, from: column, ...rest});
const beliefOf = (span: number, [least, most]: readonly [number, number]): Span =>
  least <= span && span <= most ? span : "out-of-range";
const monthOf = (day: string): string => (within.from <= day && day <= within.to ? day.slice(0, 7) : "outside");
const range = (from: number, to: number): readonly number[] =>
  Array.from({length: to - from + 1}, (_, at) => from + at);

/** What is called impossible of some columns, each value by itself, by the texts of their answers. */
function statedOf(
  columns: readonly AnswerColumn[],
  reads: readonly Reads[],
  rules: Parameters<typeof smallModel>[0] = {},
) {
  const sizes = columns.map(({answers}) => answers.length);
  const found = impossibleSpans(columns, {reads, model: smallModel(rules), sizes, valueOf: (_, answer) => answer});
  const textOf = (column: number, value: number): string => {
    const answer = columns[column]!.answers[value]!;
    return answer.kind === "date" ? answer.spans.join("+") : answer.kind === "month" ? answer.is : "";
  };
  return found.flatMap((one) =>
    one.values.map((tuple) => tuple.map((value, at) => textOf(one.columns[at]!, value)).join(" ")),
  );
}

/** Every day that can matter, and what the days to it that are asked give. */
const around = range(0, 1_500).map((days) => dayAt("2005-12-01", days));

test.each([
  {in: "days", to: "B", between: [0, 100]},
  {in: "weeks", to: "B", between: [0, 14]},
  {in: "months", to: "B", between: [0, 4]},
  {in: "years", to: "B", between: [0, 1]},
] satisfies SpanAsked[])("the months of two dates and $in between them, against every two days", (span) => {
  const [least, most] = span.between;
  const numbers: readonly Span[] = [...range(least, most), "out-of-range"];
  const columns = [
    monthColumn("A"),
    dateColumn(
      "A",
      [span],
      numbers.map((one) => [one]),
    ),
    monthColumn("B"),
  ];
  const seen = new Set<string>();
  for (const one of around)
    for (const other of around) {
      if (monthOf(one) === "outside" && monthOf(other) === "outside") continue;
      seen.add(`${beliefOf(reckoned(span.in, one, other), span.between)} ${monthOf(one)} ${monthOf(other)}`);
    }
  const months = [...monthsIn(within), "outside"];
  const all = numbers.flatMap((number) => months.flatMap((a) => months.map((b) => `${number} ${a} ${b}`)));
  const expected = all.filter((text) => !seen.has(text) && !text.endsWith("outside outside"));
  const stated = statedOf(columns, [readAs("A", span)]).filter((text) => !text.includes("no-date"));
  expect(expected.length).toBeGreaterThan(50);
  expect(stated.toSorted()).toEqual(expected.toSorted());
});

test("thirty days that are no month begin in January, March or December only", () => {
  const spans: readonly SpanAsked[] = [
    {in: "days", to: "B", between: [0, 60]},
    {in: "months", to: "B", between: [0, 2]},
  ];
  const columns = [monthColumn("A"), dateColumn("A", spans, [[30, 0]])];
  const stated = statedOf(columns, spans.map((span) => readAs("A", span))); // prettier-ignore
  expect(stated.filter((text) => !text.endsWith("no-date"))).toEqual(["30+0 2007-11", "30+0 2008-02", "30+0 2008-04"]);
});

test("two dates that are counted from a third are tied though its month is not asked", () => {
  const spans: readonly SpanAsked[] = [
    {in: "days", to: "B", between: [0, 60]},
    {in: "days", to: "C", between: [0, 60]},
  ];
  const columns = [dateColumn("A", spans, [[0, 40]]), monthColumn("B"), monthColumn("C")];
  const stated = statedOf(columns, spans.map((span) => readAs("A", span))); // prettier-ignore
  expect(stated).toContain("0+40 2008-01 2008-01");
  expect(stated).toContain("0+40 2008-01 2008-04");
  expect(stated).not.toContain("0+40 2008-01 2008-02");
  expect(stated).not.toContain("0+40 2008-01 2008-03");
});

test("a time that is not believed lies after it only, where a rule says which date comes first", () => {
  const span: SpanAsked = {in: "days", to: "B", between: [0, 60]};
  const columns = [monthColumn("A"), dateColumn("A", [span], [["out-of-range"]]), monthColumn("B")];
  const rules = {rules: [{left: "A", operator: "<=", right: "B"}]} as const;
  const [free, ruled] = [statedOf(columns, [readAs("A", span)]), statedOf(columns, [readAs("A", span)], rules)];
  expect(free).not.toContain("out-of-range 2008-04 2008-01");
  expect(ruled).toContain("out-of-range 2008-04 2008-01");
  expect(ruled).not.toContain("out-of-range 2008-01 2008-04");
});

test("a time to a date of which nothing else is asked ties nothing", () => {
  const span: SpanAsked = {in: "years", to: "A", between: [0, 100]};
  const columns = [monthColumn("A"), dateColumn("B", [span], [[20]])];
  expect(statedOf(columns, [readAs("B", span)])).toEqual([]);
});

test("times that meet in other dates, and too many combinations, are refused with words", () => {
  const days = (to: string): SpanAsked => ({in: "days", to, between: [0, 400]});
  const columns = [dateColumn("A", [days("B"), days("C")], []), dateColumn("B", [days("C")], [])];
  const reads = [readAs("A", days("B")), readAs("A", days("C")), readAs("B", days("C"))];
  expect(() => statedOf(columns, reads)).toThrow(DisclosureError);
  expect(() => statedOf(columns, reads)).toThrow(/the days from A to B and the days from B to C/);
  const years = {...within, to: "2009-10-31"};
  const many = ["A", "B"].map((of): AnswerColumn => {
    const answers = [...monthsIn(years), "outside", "no-date"].map((is) => ({kind: "month" as const, is}));
    return {plan: {kind: "month", of, within: years, isSelected: false}, answers};
  });
  const numbers = range(0, 400).map((one) => [one]);
  const all = [...many, dateColumn("A", [days("B")], numbers)];
  expect(() => statedOf(all, [readAs("A", days("B"))])).toThrow(/Ask quarters or years of these dates/);
});
