import type {VariableSource} from "../dictionary/variableModel.ts";
import type {FormsTable} from "../ingest/formsTable.ts";

/**
 * One column of the people: an answer to a question of one code or several, a date with the years from it to other dates,
 * or how a form stands (whether it counts, and which faults spoil it).
 */
export type ColumnPlan =
  | {readonly kind: "code"; readonly column: string}
  | {readonly kind: "codes"; readonly column: string}
  | {readonly kind: "date"; readonly column: string; readonly years: readonly YearsPlan[]}
  | {readonly kind: "standing"; readonly withFaults: boolean};

/** Years from a date to another one, whole, believed between two ages. */
export interface YearsPlan {
  readonly to: string;
  readonly between: readonly [number, number];
}

/** What of an extract is asked: the sources of the variables named, and whether forms or faults are counted. */
export interface AskedOfExtract {
  readonly sources: readonly VariableSource[];
  readonly countsForms: boolean;
  readonly countsFaults: boolean;
}

/** The columns that the people of an extract need: all that a variable reads, and all that can be at fault where faults are counted. */
export function planColumns(forms: FormsTable, {sources, countsForms, countsFaults}: AskedOfExtract): readonly ColumnPlan[] {
  const {columns} = forms.model.dictionary;
  const read = new Set(sources.flatMap(columnsRead));
  const isHeld = (name: string, type: string): boolean => read.has(name) || (countsFaults && type !== "text");
  const years = [...sources, ...(countsFaults ? forms.model.variables.map(({source}) => source) : [])].flatMap(yearsOf);
  const plans = columns.flatMap(({name, type}): readonly ColumnPlan[] => {
    if (!isHeld(name, type) || type === "text") return [];
    if (type !== "date") return [{kind: type, column: name}];
    const own = years.filter(({from}) => from === name).map(({to, between}) => ({to, between}));
    return [{kind: "date", column: name, years: distinct(own)}];
  });
  return countsForms || countsFaults ? [{kind: "standing", withFaults: countsFaults}, ...plans] : plans;
}

/** The name of a column of the people. */
export function planName(plan: ColumnPlan): string {
  return plan.kind === "standing" ? "standing" : plan.column;
}

/** The place of some years among those of a date's column. */
export function yearsAt(years: readonly YearsPlan[], {to, between}: YearsPlan): number {
  return years.findIndex((one) => one.to === to && one.between.join() === between.join());
}

function columnsRead(source: VariableSource): readonly string[] {
  switch (source.kind) {
    case "code":
    case "multi":
    case "answered":
      return [source.column];
    case "any-of":
      return source.columns.map(({column}) => column);
    case "years":
      return [source.from];
    case "bands":
      return [source.years.from];
  }
}

function yearsOf(source: VariableSource): readonly {from: string; to: string; between: readonly [number, number]}[] {
  if (source.kind === "years") return [source];
  return source.kind === "bands" ? [source.years] : [];
}

function distinct(years: readonly YearsPlan[]): readonly YearsPlan[] {
  return years.filter((one, at) => yearsAt(years, one) === at);
}
