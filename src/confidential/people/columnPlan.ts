import {readColumns, type Reads} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {ColumnAsked, MonthAsked, YearsAsked} from "../sources/recordAnswers.ts";
import type {ColumnPlan} from "./answer.ts";

/** What of an extract is asked: what the variables named read, and whether forms or faults are counted. */
export interface AskedOfExtract {
  readonly reads: readonly Reads[];
  readonly countsForms: boolean;
  readonly countsFaults: boolean;
}

/** The columns that the people of an extract need: all that a variable reads, and all that can be at fault where faults are counted. */
export function planColumns(
  model: ExtractModel,
  {reads, countsForms, countsFaults}: AskedOfExtract,
): readonly ColumnAsked[] {
  const {dictionary: {columns}, variables} = model; // prettier-ignore
  const read = new Set(reads.flatMap(columnsRead));
  const isHeld = (name: string): boolean => read.has(name) || countsFaults;
  const all = countsFaults ? variables.flatMap(({variable}) => variable.reads ?? []) : [];
  const years = [...reads, ...all].flatMap(yearsOf);
  const months = planMonths(reads, {isSelected: !countsForms && !countsFaults, model});
  const plans = columns.flatMap(({name, type}): readonly ColumnAsked[] => {
    if (type === "text" || !isHeld(name)) return [];
    if (type !== "date") return [{kind: type, column: name}];
    const own = years.filter(({from}) => from === name).map(({to, between}) => ({to, between}));
    return [{kind: "date", column: name, years: distinct(own)}];
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
  {isSelected, model}: {readonly isSelected: boolean; readonly model: ExtractModel},
): readonly MonthAsked[] {
  const periods = reads.flatMap((one) => (one.as === "period" ? [one] : []));
  return [...Map.groupBy(periods, ({column}) => column)].map(([of, same]) => {
    const ends = same.flatMap(({categories}) => Object.values(categories));
    const isOwn = of === model.dictionary.period;
    const spans = isOwn ? [...ends, [model.window.from, model.window.to] as const] : ends;
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

/** The place of some years among those of a date's column. */
export function yearsAt(years: readonly YearsAsked[], {to, between}: YearsAsked): number {
  return years.findIndex((one) => one.to === to && one.between.join() === between.join());
}

/** The columns that the people need for an answer: of years the date they begin with, which holds the years to the other. */
function columnsRead(reads: Reads): readonly string[] {
  if (reads.as === "period") return [];
  return reads.as === "years" || reads.as === "bands" ? [reads.from] : readColumns(reads);
}

function yearsOf(reads: Reads): readonly (YearsAsked & {readonly from: string})[] {
  return reads.as === "years" || reads.as === "bands" ? [reads] : [];
}

function distinct(years: readonly YearsAsked[]): readonly YearsAsked[] {
  return years.filter((one, at) => yearsAt(years, one) === at);
}
