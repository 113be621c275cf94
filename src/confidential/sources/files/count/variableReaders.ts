import {monthsIn} from "../../../../publication/index.ts";
import {bandOf} from "../../../dictionary/bandOf.ts";
import {isStatement, notStatedCategory} from "../../../dictionary/commonCategories.ts";
import {fates, periods, usable} from "../../../dictionary/formVariables.ts";
import type {ModelledVariable} from "../../../dictionary/variableModel.ts";
import {leastFault} from "../columnSql.ts";
import {monthNamed} from "../monthSql.ts";
import type {FormsTable} from "../formsTable.ts";
import {firstRowNumber} from "./dimensionSql.ts";
import type {FormDimension} from "./dimension.ts";

/** How a variable is counted: what to group by and which category a key stands for; or which rows of a list to test. */
export type VariableReader =
  | {
      readonly kind: "grouped";
      readonly dimension: FormDimension;
      readonly categoryOf: (key: number | null) => string;
    }
  | {readonly kind: "tested"; readonly column: string; readonly rowsOf: ReadonlyMap<string, readonly number[]>};

const notStated = notStatedCategory.name;

/** Readers of all variables of the forms or clients of an extract, by name. */
export function formReaders(forms: FormsTable): ReadonlyMap<string, VariableReader> {
  const own = forms.model.variables.map((modelled) => [modelled.variable.name, readModelled(modelled, forms)] as const);
  return new Map([
    ...own,
    ["fate", listed({kind: "fate"}, fates)],
    [
      "usable",
      listed(
        {kind: "fate"},
        fates.map((fate) => usable[fate]),
      ),
    ],
    ["period", listed({kind: "period"}, periods)],
  ]);
}

function readModelled({variable, source}: ModelledVariable, forms: FormsTable): VariableReader {
  switch (source.kind) {
    case "code": {
      const first = firstRowNumber(source.column, forms);
      const categoryOf = (key: number | null) => {
        if (key === null || key < first || key >= leastFault) return source.blank;
        return source.categoryOfRow[key - first] ?? source.blank;
      };
      return {kind: "grouped", dimension: source, categoryOf};
    }
    case "multi":
      return {kind: "tested", column: source.column, rowsOf: rowsByCategory(source.categoryOfRow)};
    case "span":
    case "number":
      return {kind: "grouped", dimension: source, categoryOf: (key) => (key === null ? notStated : String(key))};
    case "bands":
      return {kind: "grouped", dimension: source.of, categoryOf: (key) => bandOf(key, source.groups)};
    case "period": {
      const byMonth = new Map(
        source.periods.flatMap((one) => monthsIn(one).map((month) => [month, one.name] as const)),
      );
      const categoryOf = (key: number | null) => (key === null ? undefined : byMonth.get(monthNamed(key))) ?? notStated;
      return {kind: "grouped", dimension: {kind: "month", column: source.column}, categoryOf};
    }
    case "any-of":
    case "answered":
      return listed(source, variable.categories.map(({name}) => name)); // prettier-ignore
  }
}

function listed(dimension: FormDimension, categories: readonly string[]): VariableReader {
  return {kind: "grouped", dimension, categoryOf: (key) => (key === null ? notStated : (categories[key] ?? notStated))};
}

function rowsByCategory(categoryOfRow: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, name] of categoryOfRow.entries()) rows.set(name, [...(rows.get(name) ?? []), row]);
  return rows;
}

/** The reader of a variable. Throws for a name that nobody reads: counting it as nought would be a false statement. */
export function readerNamed(variable: string, readers: ReadonlyMap<string, VariableReader>): VariableReader {
  const reader = readers.get(variable);
  if (!reader) throw new Error(`there is no variable "${variable}"`);
  return reader;
}

/** Rows of the code list that an answer stands for; those of any answer where it is whether there is one. */
export function rowsToTest(
  variable: string,
  category: string,
  {rowsOf}: Extract<VariableReader, {kind: "tested"}>,
): readonly number[] {
  if (isStatement(category)) {
    const answers = [...rowsOf].flatMap(([name, rows]) => (name === notStated ? [] : rows));
    return answers.sort((a, b) => a - b);
  }
  const rows = rowsOf.get(category);
  if (rows === undefined) throw new Error(`"${variable}" has no category "${category}"`);
  return rows;
}
