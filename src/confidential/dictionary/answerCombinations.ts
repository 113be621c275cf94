import {monthsIn, stated, type Combination} from "../../publication/index.ts";
import {bandOf} from "./bandOf.ts";
import {notStatedCategory} from "./commonCategories.ts";
import {answerColumn} from "./overForms.ts";
import type {
  ExtractModel,
  ModelledVariable,
  PeriodSource,
  QuantitySource,
  RowAnswer,
  VariableSource,
} from "./variableModel.ts";

/** Every answer that a column can hold; a variable that reads it says which of its categories each can be in. */
export type CategoriesOfAnswers = readonly (readonly string[])[];

/**
 * Pairs of variables that read the same answer without one being within the other, with the combinations that can be:
 * two groupings of one code list, a drug and whether any drug is a problem drug, two sets of age bands.
 */
export function answerCombinations({variables, lists, dictionary, window}: ExtractModel): readonly Combination[] {
  const found: Combination[] = [];
  const sources = new Map(variables.flatMap(({source}) => answersRead(source).map((key) => [key, key] as const)));
  for (const read of sources.keys()) {
    const column = answerColumn(read, dictionary);
    const rows = column && "list" in column ? (lists.get(column.list)?.rows ?? []) : [];
    const answers = {
      isBlankRow: rows.map(({role}) => role === "not-stated"),
      months: column?.type === "date" ? monthsIn(window) : [],
    };
    const readings = variables.flatMap((modelled) => {
      const reading = answersInCategories(modelled, read, answers);
      return reading === undefined ? [] : [{variable: modelled.variable, reading}];
    });
    readings.forEach((one, index) => {
      for (const other of readings.slice(index + 1)) {
        if (isWithin(one.variable, other.variable.name) || isWithin(other.variable, one.variable.name)) continue;
        found.push(pair(one, other));
      }
    });
  }
  return found.filter((one) => saysSomething(one, variables));
}

/** The answers that a variable is worked out from: columns, or a number. */
function answersRead(source: VariableSource): readonly string[] {
  switch (source.kind) {
    case "code":
    case "answered":
    case "period":
      return [source.column];
    case "any-of":
      return source.columns.map(({column}) => column);
    case "span":
    case "number":
      return [quantityKey(source)];
    case "bands":
      return [quantityKey(source.of)];
    case "multi":
      return [];
  }
}

function quantityKey(source: QuantitySource): string {
  if (source.kind === "number") return source.column;
  return [source.from, source.to, ...(source.in === "years" ? [] : [source.in])].join(" ");
}

/** The answers to a column: whether each row of its list is none, or the months that are counted. */
export interface ColumnAnswers {
  readonly isBlankRow: readonly boolean[];
  readonly months: readonly string[];
}

/** The categories that each answer can be in, the blank last; nothing where the variable does not read it. */
export function answersInCategories(
  {source}: ModelledVariable,
  read: string,
  {isBlankRow, months}: ColumnAnswers,
): CategoriesOfAnswers | undefined {
  if (!answersRead(source).includes(read)) return undefined;
  switch (source.kind) {
    case "code":
      return [...source.categoryOfRow.map((category) => [category]), [source.blank]];
    case "answered":
      if (months.length > 0) return [...months.map(() => ["yes"]), ["yes", "no"]];
      return isBlankRow.length === 0 ? undefined : [...isBlankRow.map((blank) => [blank ? "no" : "yes"]), ["no"]];
    case "any-of": {
      const own = source.columns.find(({column}) => column === read)?.holdsOfRow ?? [];
      const answers: readonly RowAnswer[] = [...own, "not-stated"];
      return answers.map((answer) => anyOfAnswers(answer, source.columns.length > 1));
    }
    case "span":
    case "number":
      return numbersOf(source).map((number) => [number === null ? notStatedCategory.name : stated]);
    case "bands":
      return numbersOf(source.of).map((number) => [bandOf(number, source.groups)]);
    case "period":
      return [...months.map((month) => [periodOf(month, source)]), [notStatedCategory.name]];
    case "multi":
      return undefined;
  }
}

function periodOf(month: string, {periods}: PeriodSource): string {
  const day = `${month}-01`;
  return periods.find(({from, to}) => from <= day && day <= to)?.name ?? notStatedCategory.name;
}

/** What "any of these columns" can be when one of them gives this answer. */
function anyOfAnswers(answer: RowAnswer, hasOthers: boolean): readonly string[] {
  if (answer === "yes" || !hasOthers) return [answer];
  return answer === "no" ? ["yes", "no"] : ["yes", "no", "not-stated"];
}

function numbersOf({between: [least, most]}: QuantitySource): readonly (number | null)[] {
  return [...Array.from({length: most - least + 1}, (_, index) => least + index), null];
}

interface Read {
  readonly variable: ModelledVariable["variable"];
  readonly reading: CategoriesOfAnswers;
}

function pair(one: Read, other: Read): Combination {
  const possible = new Map<string, readonly string[]>();
  one.reading.forEach((categories, answer) => {
    for (const category of categories) {
      for (const second of other.reading[answer] ?? []) possible.set(`${category} ${second}`, [category, second]);
    }
  });
  return {variables: [one.variable.name, other.variable.name], possible: [...possible.values()]};
}

/** Whether some combination of categories is left out. */
export function saysSomething(
  {variables: names, possible}: Combination,
  variables: ExtractModel["variables"],
): boolean {
  const sizes = names.map((name) => {
    const variable = variables.find((one) => one.variable.name === name)?.variable;
    return variable?.kind === "number" ? 2 : (variable?.categories.length ?? 0);
  });
  return possible.length < sizes.reduce((product, size) => product * size, 1);
}

function isWithin({categories}: ModelledVariable["variable"], coarser: string): boolean {
  return categories.length > 0 && categories.every(({within}) => within?.[coarser] !== undefined);
}
