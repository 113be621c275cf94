import {readColumns, readQuantity, type Period, type Reads} from "../../publication/index.ts";
import {answerColumns} from "../dictionary/overForms.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {ColumnAsked, MonthAsked, SpanAsked} from "../sources/recordAnswers.ts";
import type {ColumnPlan} from "./answer.ts";

/** What of an extract is asked: what the variables named read, and whether forms or faults are counted. */
export interface AskedOfExtract {
  readonly reads: readonly Reads[];
  readonly countsForms: boolean;
  readonly countsFaults: boolean;
  /** Days other than today's on which earlier editions counted forms. */
  readonly others: readonly Period[];
}

/** The columns that the people of an extract need: all that a variable reads, and all that can be at fault where faults are counted. */
export function planColumns(
  model: ExtractModel,
  {reads, countsForms, countsFaults, others}: AskedOfExtract,
): readonly ColumnAsked[] {
  const columns = answerColumns(model.dictionary);
  const {variables} = model;
  const read = new Set(reads.flatMap(columnsRead));
  const ofExtract = new Set(model.dictionary.columns.map(({name}) => name));
  const isHeld = (name: string): boolean => read.has(name) || (countsFaults && ofExtract.has(name));
  const all = countsFaults ? variables.flatMap(({variable}) => variable.reads ?? []) : [];
  const spans = [...reads, ...all].flatMap((one) => spanIn(one) ?? []);
  const months = planMonths(reads, {isSelected: !countsForms && !countsFaults, others, model});
  const plans = columns.flatMap(({name, type}): readonly ColumnAsked[] => {
    if (type === "text" || type === "count" || !isHeld(name)) return [];
    if (type !== "date") return [{kind: type, column: name}];
    const own = spans.filter(({from}) => from === name).map(({to, in: unit, between}) => ({to, in: unit, between}));
    return [{kind: "date", column: name, spans: distinct(own)}];
  });
  const asked = [...plans, ...months];
  const isStandingAsked = countsForms || countsFaults || asked.length === 0;
  return isStandingAsked ? [{kind: "standing", withFaults: countsFaults}, ...asked] : asked;
}

/** The name of a column of the people. */
export function planName(plan: ColumnPlan): string {
  if (plan.kind === "month") return `${plan.of} by month`;
  return "column" in plan ? plan.column : plan.kind;
}

/** The months of every date that some variables divide time by: all that any of them, today's or an earlier one, tells apart. */
function planMonths(
  reads: readonly Reads[],
  {
    isSelected,
    others,
    model,
  }: {readonly isSelected: boolean; readonly others: readonly Period[]; readonly model: ExtractModel},
): readonly MonthAsked[] {
  const {period} = model.dictionary;
  const read = reads.flatMap((one) =>
    one.as === "period" ? Object.values(one.categories).map((ends) => ({of: one.column, ends})) : [],
  );
  const ofPeriod = ({from, to}: Period) => (period === undefined ? [] : [{of: period, ends: [from, to] as const}]);
  const days = others.flatMap(ofPeriod);
  const counted = period !== undefined && isTimed(reads, period) ? ofPeriod(model.window) : [];
  return [...Map.groupBy([...read, ...days, ...counted], ({of}) => of)].map(([of, same]) => {
    const isOwn = of === period;
    const own = isOwn ? [[model.window.from, model.window.to] as const] : [];
    const spans = [...own, ...same.map(({ends}) => ends)];
    const [from = "", to = ""] = [
      spans.map(([one]) => one).toSorted()[0],
      spans
        .map(([, one]) => one)
        .toSorted()
        .at(-1),
    ];
    return {kind: "month", of, within: {from, to}, isSelected: isSelected && isOwn};
  });
}

/** Whether months of other dates are asked and times from or to this one: then it matters in which months it lies itself. */
function isTimed(reads: readonly Reads[], date: string): boolean {
  const spans = reads.flatMap((one) => spanIn(one) ?? []);
  return (
    spans.some(({from, to}) => from === date || to === date) &&
    reads.some((one) => one.as === "period" && one.column !== date)
  );
}

/** The place of a span among those of a date's column. */
export function spanAt(spans: readonly SpanAsked[], {in: unit, to, between}: SpanAsked): number {
  return spans.findIndex((one) => one.in === unit && one.to === to && one.between.join() === between.join());
}

/** The time between two dates that an answer is read from, and the date that it begins with; nothing where it is read from none. */
export function spanIn(reads: Reads): (SpanAsked & {readonly from: string}) | undefined {
  const {span, between} = readQuantity(reads) ?? {};
  return span && between && {...span, between};
}

/** The columns that the people need for an answer: of a span the date it begins with, which holds the time to the other. */
function columnsRead(reads: Reads): readonly string[] {
  if (reads.as === "period") return [];
  const span = spanIn(reads);
  return span === undefined ? readColumns(reads) : [span.from];
}

function distinct(spans: readonly SpanAsked[]): readonly SpanAsked[] {
  return spans.filter((one, at) => spanAt(spans, one) === at);
}
