import {stated} from "../../publication/index.ts";
import type {VariableDefinition} from "../../audit/index.ts";
import {bandOf} from "../dictionary/bandOf.ts";
import {usable} from "../dictionary/formVariables.ts";
import type {ModelledVariable, YearsSource} from "../dictionary/variableModel.ts";
import type {Answer, Years} from "./answer.ts";
import {yearsAt, type ColumnPlan} from "./columnPlan.ts";

const notStated = "not-stated";

/** A column of the people with every answer that it can have. */
export interface AnswerColumn {
  readonly plan: ColumnPlan;
  readonly answers: readonly Answer[];
}

/** What a variable makes of the answers of one column: by answer the categories that a record with it is in. */
export interface ReadVariable {
  readonly column: number;
  readonly categoriesOf: (answer: Answer) => readonly string[];
  readonly several?: boolean;
  readonly numberOf?: (answer: Answer) => number | null;
}

/** How a variable that reads one column is read; `undefined` where the people lack the column. */
export function readVariable(
  {source}: ModelledVariable,
  columns: readonly AnswerColumn[],
  isAnswerRow: (column: string, row: number) => boolean,
): ReadVariable | undefined {
  const at = (name: string): number => columns.findIndex(({plan}) => plan.kind !== "standing" && plan.column === name);
  const found = (column: number, rest: Omit<ReadVariable, "column">): ReadVariable | undefined =>
    column < 0 ? undefined : {column, ...rest};
  switch (source.kind) {
    case "code":
      return found(at(source.column), {
        categoriesOf: (answer) => [
          answer.kind === "code" && typeof answer.row === "number"
            ? (source.categoryOfRow[answer.row] ?? source.blank)
            : source.blank,
        ],
      });
    case "multi":
      return found(at(source.column), {
        several: true,
        categoriesOf: (answer) =>
          answer.kind === "codes" ? [...new Set(answer.rows.map((row) => source.categoryOfRow[row] ?? notStated))] : [],
      });
    case "years": {
      const years = yearsIn(columns[at(source.from)], source);
      return found(at(source.from), {
        categoriesOf: (answer) => [typeof years(answer) === "number" ? stated : notStated],
        numberOf: (answer) => numberOf(years(answer)),
      });
    }
    case "bands": {
      const years = yearsIn(columns[at(source.years.from)], source.years);
      return found(at(source.years.from), {categoriesOf: (answer) => [bandOf(numberOf(years(answer)), source.groups)]});
    }
    case "answered":
      return found(at(source.column), {
        categoriesOf: (answer) => [isAnswered(answer, (row) => isAnswerRow(source.column, row)) ? "yes" : "no"],
      });
    case "any-of":
      return undefined;
  }
}

/** How what became of a form is read from its standing. */
export function readFormVariable(name: string, columns: readonly AnswerColumn[]): ReadVariable | undefined {
  const column = columns.findIndex(({plan}) => plan.kind === "standing");
  if (column < 0) return undefined;
  const categoriesOf = (answer: Answer): readonly string[] => {
    if (answer.kind !== "standing") return [];
    if (name === "fate") return [answer.fate];
    return name === "usable" ? [usable[answer.fate]] : [answer.period];
  };
  return ["fate", "usable", "period"].includes(name) ? {column, categoriesOf} : undefined;
}

/** The values of each category, and the number of each value, in the layout of a certificate. */
export function defineVariable(
  {column, categoriesOf, several, numberOf: number}: ReadVariable,
  answers: readonly Answer[],
  names: readonly string[],
): VariableDefinition {
  const categories: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  answers.forEach((answer, value) => {
    for (const category of categoriesOf(answer)) (categories[category] ??= []).push(value);
  });
  return {
    column,
    categories,
    ...(several === true && {several}),
    ...(number && {numbers: answers.map(number)}),
  };
}

function yearsIn(column: AnswerColumn | undefined, source: YearsSource): (answer: Answer) => Years {
  const place = column?.plan.kind === "date" ? yearsAt(column.plan.years, source) : -1;
  return (answer) => (answer.kind === "date" ? (answer.years[place] ?? "no-date") : "no-date");
}

function numberOf(years: Years): number | null {
  return typeof years === "number" ? years : null;
}

function isAnswered(answer: Answer, isAnswerRow: (row: number) => boolean): boolean {
  switch (answer.kind) {
    case "code":
      return typeof answer.row === "number" && isAnswerRow(answer.row);
    case "codes":
      return answer.rows.some(isAnswerRow);
    case "date":
      return answer.state === "usable";
    case "standing":
      return false;
  }
}
