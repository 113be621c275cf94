import type {Period} from "../../../../publication/index.ts";
import {fates, periods} from "../../../dictionary/formVariables.ts";
import {answerColumn} from "../../../dictionary/overForms.ts";
import type {RowAnswer, SpanSource, VariableSource} from "../../../dictionary/variableModel.ts";
import {blanksOf} from "../columnSql.ts";
import {isUsable} from "../dateSql.ts";
import {isSound} from "../faultProbes.ts";
import type {FormsTable} from "../formsTable.ts";
import {isInside} from "../standingForms.ts";
import {monthSql} from "../monthSql.ts";
import {isNumber} from "../numberSql.ts";
import {spanSql} from "../spanSql.ts";
import type {FormDimension} from "./dimension.ts";

/**
 * The key of a dimension as SQL over a forms table. Codes: the number that the ingest gave. Spans and numbers: as they
 * are, in steps, NULL where not stated. Months: since the year nought, NULL without a usable date. Any-of, answered, fate and
 * period: the number of the category in published order.
 */
export function dimensionSql(dimension: FormDimension, forms: FormsTable, period: Period): string {
  switch (dimension.kind) {
    case "code":
      return forms.columnOf(dimension.column);
    case "span": {
      const span = spanSql(dimension, forms);
      const [least, most] = dimension.between;
      return `CASE WHEN ${span} BETWEEN ${least} AND ${most} THEN (${span})::${spanType(dimension)} END`;
    }
    case "number": {
      const number = forms.columnOf(dimension.column);
      return `CASE WHEN ${isNumber(number)} THEN ${number} END`;
    }
    case "any-of":
      return anyOfSql(dimension, forms);
    case "answered":
      return answeredSql(dimension.column, forms);
    case "month":
      return monthSql(forms.columnOf(dimension.column));
    case "fate":
      return fateSql(forms, period);
    case "period":
      return `CASE WHEN NOT ${isDated(forms)} THEN ${periods.indexOf("unreadable")}
        WHEN ${isInside(forms, period)} THEN ${periods.indexOf("inside")} ELSE ${periods.indexOf("outside")} END::TINYINT`;
  }
}

/** True of a form whose date can be read; of any where none has one. */
function isDated({model, columnOf}: FormsTable): string {
  const {period} = model.dictionary;
  return period === undefined ? "true" : isUsable(columnOf(period));
}

/** DuckDB groups fastest by the smallest type that holds all. */
function spanType({between: [, most]}: SpanSource): string {
  return most < 2 ** 15 ? "SMALLINT" : "INTEGER";
}

/** SQL name of the table of bits joined for a column of several codes. */
export function masksAlias(column: string, forms: FormsTable): string {
  return `masks_${forms.columnOf(column)}`;
}

function anyOfSql({columns}: Extract<VariableSource, {kind: "any-of"}>, forms: FormsTable): string {
  const says = (answer: RowAnswer) =>
    columns.map(({column, holdsOfRow}) => {
      const first = firstRowNumber(column, forms);
      const rows = holdsOfRow.flatMap((held, row) => (held === answer ? [first + row] : []));
      return rows.length === 0 ? "false" : `coalesce(${forms.columnOf(column)} IN (${rows.join(", ")}), false)`;
    });
  return `CASE WHEN ${says("yes").join(" OR ")} THEN 0 WHEN ${says("no").join(" OR ")} THEN 1 ELSE 2 END::TINYINT`;
}

function answeredSql(name: string, forms: FormsTable): string {
  const {dictionary, lists} = forms.model;
  const column = dictionary.columns.find((candidate) => candidate.name === name);
  if (column?.type === "date") return `CASE WHEN ${isUsable(forms.columnOf(name))} THEN 0 ELSE 1 END::TINYINT`;
  const list = column && "list" in column ? lists.get(column.list) : undefined;
  if (!column || !list) throw new Error(`the dictionary has no column of codes "${name}"`);
  const answers = list.rows.flatMap(({role}, row) => (role === "not-stated" ? [] : [row]));
  if (column.type === "codes") {
    const mask = answers.reduce((bits, row) => bits | (1n << BigInt(row)), 0n);
    return `CASE WHEN coalesce(${masksAlias(name, forms)}.mask, 0) & ${mask}::UBIGINT <> 0 THEN 0 ELSE 1 END::TINYINT`;
  }
  const numbers = answers.map((row) => row + firstRowNumber(name, forms));
  return `CASE WHEN ${forms.columnOf(name)} IN (${numbers.join(", ")}) THEN 0 ELSE 1 END::TINYINT`;
}

/** The number that the ingest gave to the first row of a column's code list. */
export function firstRowNumber(name: string, {model}: FormsTable): number {
  const column = answerColumn(name, model.dictionary);
  const list = column?.type === "code" ? model.lists.get(column.list) : undefined;
  if (!list) throw new Error(`the dictionary has no column of one code "${name}"`);
  return blanksOf(model.dictionary, list).length;
}

function fateSql(forms: FormsTable, period: Period): string {
  const number = (fate: (typeof fates)[number]) => fates.indexOf(fate);
  return `CASE WHEN NOT (${isSound(forms)}) THEN ${number("quarantined")}
    WHEN NOT ${isInside(forms, period)} THEN ${number("outside-period")}
    WHEN standing.form IS NULL THEN ${number("superseded")} ELSE ${number("counted")} END::TINYINT`;
}
