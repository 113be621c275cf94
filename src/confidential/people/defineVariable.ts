import {
  bandIn,
  readQuantity,
  stated,
  type CodesByCategory,
  type EndsByCategory,
  type Reads,
} from "../../publication/index.ts";
import type {VariableDefinition} from "../../audit/index.ts";
import {usable} from "../dictionary/formVariables.ts";
import {codesOf} from "../dictionary/readsOf.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {ColumnAnswer, ColumnPlan} from "./answer.ts";
import {spanAt, spanIn} from "./columnPlan.ts";

const notStated = "not-stated";

/** A column of the people with every answer that it can have. */
export interface AnswerColumn {
  readonly plan: ColumnPlan;
  readonly answers: readonly ColumnAnswer[];
}

/** What a variable makes of the answers of one column: by answer the categories that a record with it is in. */
interface ReadVariable {
  readonly column: number;
  readonly categoriesOf: (answer: ColumnAnswer) => readonly string[];
  readonly several?: boolean;
  readonly numberOf?: (answer: ColumnAnswer) => number | null;
}

/** Whose columns a variable reads. */
export interface ReadFrom {
  readonly model: ExtractModel;
  readonly columns: readonly AnswerColumn[];
}

/**
 * The values of each category of a variable, and the number of each value, in the layout of a certificate; `undefined`
 * where the people lack the column. `names`: the categories that a release gives the variable.
 */
export function defineVariable(
  reads: Exclude<Reads, {as: "any-of"}>,
  from: ReadFrom,
  names: readonly string[],
): VariableDefinition | undefined {
  const read = readVariable(reads, from);
  const answers = read === undefined ? undefined : from.columns[read.column]?.answers;
  if (read === undefined || answers === undefined) return undefined;
  const categories: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  answers.forEach((answer, value) => {
    for (const category of read.categoriesOf(answer)) (categories[category] ??= []).push(value);
  });
  const {column, several, numberOf: number} = read;
  return {column, categories, ...(several === true && {several}), ...(number && {numbers: answers.map(number)})};
}

/** The code of an answer; nothing where it has none. */
export function codeIn(answer: ColumnAnswer): string | undefined {
  return answer.kind === "code" && typeof answer.is === "object" && "code" in answer.is ? answer.is.code : undefined;
}

function readVariable(reads: Exclude<Reads, {as: "any-of"}>, from: ReadFrom): ReadVariable | undefined {
  switch (reads.as) {
    case "code":
      return readCode(reads, from);
    case "codes":
      return readCodes(reads, from);
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "number":
    case "bands":
    case "number-bands":
      return readNumber(reads, from);
    case "answered":
      return found(placeOf(reads.column, from), {
        categoriesOf: (answer) => [isAnswered(answer, reads.column, from) ? "yes" : "no"],
      });
    case "period":
      return found(
        from.columns.findIndex(({plan}) => plan.kind === "month" && plan.of === reads.column),
        {categoriesOf: (answer) => [periodOf(answer, reads)]},
      );
    case "form":
      return found(
        from.columns.findIndex(({plan}) => plan.kind === "standing"),
        {categoriesOf: (answer) => [standsAs(answer, reads.what)]},
      );
  }
}

function found(column: number, rest: Omit<ReadVariable, "column">): ReadVariable | undefined {
  return column < 0 ? undefined : {column, ...rest};
}

function placeOf(name: string, {columns}: ReadFrom): number {
  return columns.findIndex(({plan}) => "column" in plan && plan.column === name);
}

function readCode({column, categories, blank}: Extract<Reads, {as: "code"}>, from: ReadFrom): ReadVariable | undefined {
  const known = byCode(categories);
  return found(placeOf(column, from), {categoriesOf: (answer) => [known.get(codeIn(answer) ?? "") ?? blank]});
}

function readCodes({column, categories}: Extract<Reads, {as: "codes"}>, from: ReadFrom): ReadVariable | undefined {
  const known = byCode(categories);
  const categoriesOf = (answer: ColumnAnswer): readonly string[] => {
    const codes = answer.kind === "codes" ? answer.codes : [];
    return [...new Set(codes.flatMap((code) => known.get(code) ?? []))];
  };
  return found(placeOf(column, from), {several: true, categoriesOf});
}

function byCode(categories: CodesByCategory): ReadonlyMap<string, string> {
  return new Map(Object.entries(categories).flatMap(([name, codes]) => codes.map((code) => [code, name] as const)));
}

function readNumber(reads: Exclude<Reads, {as: "any-of"}>, from: ReadFrom): ReadVariable | undefined {
  const {column, numberOf} = numberIn(reads, from);
  const bands = readQuantity(reads)?.bands;
  if (bands !== undefined) return found(column, {categoriesOf: (answer) => [bandOf(numberOf(answer), bands)]});
  const categoriesOf = (answer: ColumnAnswer): readonly string[] => [numberOf(answer) === null ? notStated : stated];
  return found(column, {categoriesOf, numberOf});
}

/** The column that holds a number, by itself or as the time from its date to another, and the number in an answer. */
function numberIn(
  reads: Reads,
  from: ReadFrom,
): {readonly column: number; readonly numberOf: (answer: ColumnAnswer) => number | null} {
  const span = spanIn(reads);
  const {columns: [own = ""] = [], between} = readQuantity(reads) ?? {};
  const column = placeOf(span?.from ?? own, from);
  const plan = from.columns[column]?.plan;
  const place = span !== undefined && plan?.kind === "date" ? spanAt(plan.spans, span) : -1;
  const given = (answer: ColumnAnswer): unknown => {
    if (answer.kind === "number") return answer.is;
    return answer.kind === "date" ? answer.spans[place] : undefined;
  };
  const [least, most] = between ?? [0, -1];
  const numberOf = (answer: ColumnAnswer): number | null => {
    const number = given(answer);
    return typeof number === "number" && least <= number && number <= most ? number : null;
  };
  return {column, numberOf};
}

function bandOf(number: number | null, bands: EndsByCategory): string {
  return number === null ? notStated : (bandIn(bands, number) ?? notStated);
}

function periodOf(answer: ColumnAnswer, {categories}: Extract<Reads, {as: "period"}>): string {
  const day = answer.kind === "month" ? `${answer.is}-01` : "";
  const period = Object.entries(categories).find(([, [from, to]]) => from <= day && day <= to);
  return period?.[0] ?? notStated;
}

function isAnswered(answer: ColumnAnswer, column: string, {model}: ReadFrom): boolean {
  const known = model.dictionary.columns.find(({name}) => name === column);
  const list = known && "list" in known ? model.lists.get(known.list) : undefined;
  const codes = list === undefined ? [] : codesOf(list);
  const isAnswer = (code: string): boolean => list?.rows[codes.indexOf(code)]?.role !== "not-stated";
  switch (answer.kind) {
    case "code": {
      const code = codeIn(answer);
      return code !== undefined && isAnswer(code);
    }
    case "codes":
      return answer.codes.some(isAnswer);
    case "date":
      return answer.state === "usable";
    case "number":
      return typeof answer.is === "number";
    case "month":
    case "standing":
    case "state":
      return false;
  }
}

function standsAs(answer: ColumnAnswer, what: Extract<Reads, {as: "form"}>["what"]): string {
  if (answer.kind !== "standing") return notStated;
  if (what === "fate") return answer.fate;
  return what === "usable" ? usable[answer.fate] : answer.period;
}
