import type {CodeList, CodeListRow} from "../../dictionary/codeList.ts";
import type {Column, CrossRule, Dictionary} from "../../dictionary/dictionary.ts";
import {impossibleRows} from "../../dictionary/impossibleRows.ts";
import type {ExtractModel} from "../../dictionary/variableModel.ts";
import type {Period} from "../../../publication/index.ts";
import {blanksOf, codeSql, enumName, impossibleFault, mappedSql, textSql, unlisted} from "./columnSql.ts";
import {dateSql, dateSteps, isBelieved, isUsable, quickDateSql, ruleFault} from "./dateSql.ts";
import {countSql, numberSql} from "./numberSql.ts";
import {tidyLabelSql, tidyReferenceSql} from "./tidySql.ts";

/** The table of all forms of one extract: which column of it holds which column of the dictionary. */
export interface FormsTable {
  readonly table: string;
  readonly model: ExtractModel;
  /**
   * SQL name of a dictionary's column. Only columns that are checked or can be asked for are held; answers over all forms
   * stand in the table of the forms that stand for a client.
   */
  readonly columnOf: (name: string) => string;
}

/** Columns that are read: text columns only where something depends on them. */
export function heldColumns({client, columns}: Dictionary): readonly Column[] {
  return columns.filter(
    (column) => column.type !== "text" || column.required || column.unique || column.name === client,
  );
}

/** Names the table of an extract; makes nothing. */
export function nameForms(table: string, model: ExtractModel): FormsTable {
  const {columns, overForms} = model.dictionary;
  const names = new Map([
    ...columns.map(({name}, index) => [name, `c${index}`] as const),
    ...overForms.map(({name}, index) => [name, `o${index}`] as const),
  ]);
  const columnOf = (name: string) => {
    const found = names.get(name);
    if (found === undefined) throw new Error(`the dictionary has no column "${name}"`);
    return found;
  };
  return {table, model, columnOf};
}

/**
 * The select that turns raw texts into checked answers. `source` yields one text column for every held column, under
 * the name that `columnOf` gives.
 */
export function checkedSelect(forms: FormsTable, source: string): string {
  const {dictionary} = forms.model;
  const held = heldColumns(dictionary).map((column) => ({column, name: forms.columnOf(column.name)}));
  const dates = held.flatMap(({column, name}) => (column.type === "date" ? [{column, name}] : []));
  const quick = dates.map(({column, name}) => `${quickDateSql(name, column, dictionary)} AS quick_${name}`);
  const tidied = held.flatMap(({column, name}) => {
    const tidy = tidySql(column, name);
    return tidy === undefined ? [] : [`${tidy} AS tidy_${name}`];
  });
  const steps = dates.map(({column, name}) => dateSteps(name, column, dictionary));
  const [parts, days] = [steps.flatMap((one) => one.parts), steps.flatMap((one) => one.days)];
  const prepared = [quick, tidied, parts, days].reduce(
    (select, added) => `SELECT ${["*", ...added].join(",\n")} FROM (${select})`,
    source,
  );
  const parsed = held.map(({column, name}) => `${parseSql(column, name, forms)} AS ${name}`);
  const ruled = dictionary.rules.reduce(
    (select, rule, index) => applyRule(select, {rule, index, forms}),
    `SELECT ${parsed.join(",\n")}, false AS broken FROM (${prepared})`,
  );
  return dictionary.impossible.reduce(
    (select, _, index) => dropImpossible(select, index, forms),
    applyValidity(ruled, forms),
  );
}

/** Answers that cannot go together lose the one that the dictionary names. Codes are rows of their lists by now. */
function dropImpossible(select: string, index: number, forms: FormsTable): string {
  const {dictionary, lists} = forms.model;
  const impossible = dictionary.impossible[index];
  if (impossible === undefined) return select;
  const has = [...impossibleRows(impossible, {dictionary, lists})].map(([name, rows]) => {
    const column = dictionary.columns.find((one) => one.name === name);
    const first = column?.type === "code" ? blanksOf(dictionary, listOf(column.list, lists)).length : 0;
    const numbers = [...rows].map((row) => first + row);
    return numbers.length === 0 ? "false" : `${forms.columnOf(name)} IN (${numbers.join(", ")})`;
  });
  const dropped = forms.columnOf(impossible.drop);
  return `SELECT * REPLACE ((CASE WHEN ${has.join(" AND ")} THEN ${impossibleFault(index)} ELSE ${dropped} END)::USMALLINT AS ${dropped})
    FROM (${select})`;
}

/** The text of a column without what only looks like part of it, worked out once; nothing where it is seldom needed. */
function tidySql(column: Column, raw: string): string | undefined {
  switch (column.type) {
    case "text":
      return tidyReferenceSql(raw);
    case "date":
      return `CASE WHEN ${isBelieved(`quick_${raw}`, column)} THEN '' ELSE ${tidyLabelSql(raw)} END`;
    case "codes":
      // Taken apart later, once for each combination; only a question whose blanks matter needs tidying here.
      return column.required ? tidyReferenceSql(raw) : undefined;
    case "number":
    case "count":
      return tidyLabelSql(raw);
    case "code":
      return column.values === undefined ? undefined : mappedSql(raw, column.values);
  }
}

function parseSql(column: Column, raw: string, {table, model: {dictionary, lists}}: FormsTable): string {
  const tidied = `tidy_${raw}`;
  switch (column.type) {
    case "text":
      return textSql(tidied, dictionary);
    case "codes":
      return column.required ? textSql(tidied, dictionary) : raw;
    case "date":
      return dateSql(raw, column, dictionary);
    case "number":
      return numberSql(tidied, column, dictionary);
    case "count":
      return countSql(tidied, dictionary);
    case "code":
      return codeSql(column.values === undefined ? raw : tidied, enumName(table, listOf(column.list, lists)));
  }
}

function applyRule(select: string, {rule, index, forms}: {rule: CrossRule; index: number; forms: FormsTable}): string {
  if (rule.otherwise === "quarantine") return select;
  const column = forms.columnOf(rule.otherwise.blank);
  return `SELECT * REPLACE (CASE WHEN ${isBroken(rule, forms)} THEN ${ruleFault(index)} ELSE ${column} END AS ${column})
    FROM (${select})`;
}

/** True of a form whose two dates are both usable and break a rule. */
export function isBroken({left, operator, right}: CrossRule, {columnOf}: FormsTable): string {
  const [one, other] = [columnOf(left), columnOf(right)];
  return `(${isUsable(one)} AND ${isUsable(other)} AND NOT (${one} ${operator} ${other}))`;
}

/** Codes become numbers of rows of the list: the row in force on the form's period date, where the list has dates. */
function applyValidity(select: string, {model, columnOf}: FormsTable): string {
  const {dictionary, lists} = model;
  const {period} = dictionary;
  const replaced = dictionary.columns.flatMap((column) => {
    if (column.type !== "code") return [];
    const list = listOf(column.list, lists);
    if (!list.rows.some(({validFrom, validTo}) => validFrom !== undefined || validTo !== undefined)) return [];
    const name = columnOf(column.name);
    const inForce = period === undefined ? inForceDuring(list, model.window) : inForceOn(columnOf(period), list);
    return [`${validRow(name, inForce, {dictionary, list})} AS ${name}`];
  });
  return replaced.length === 0 ? select : `SELECT * REPLACE (${replaced.join(", ")}) FROM (${select})`;
}

const [firstDay, lastDay] = ["0001-01-01", "9999-12-31"];

/** Of every row of a list, whether it is in force on the day of a form, in SQL. */
function inForceOn(day: string, {rows}: CodeList): readonly string[] {
  // A form without a usable date is quarantined anyway; its code is not blamed.
  return rows.map(
    ({validFrom = firstDay, validTo = lastDay}) =>
      `(NOT ${isUsable(day)} OR ${day} BETWEEN DATE '${validFrom}' AND DATE '${validTo}')`,
  );
}

/** The same of forms without a day: in force on some day that counts, where no other row of the code is. */
function inForceDuring({rows}: CodeList, {from, to}: Period): readonly string[] {
  const during = rows.filter(({validFrom = firstDay, validTo = lastDay}) => validFrom <= to && from <= validTo);
  const isOnly = (row: CodeListRow): boolean => during.filter(({code}) => code === row.code).length === 1;
  return rows.map((row) => String(during.includes(row) && isOnly(row)));
}

function validRow(
  name: string,
  inForce: readonly string[],
  {dictionary, list}: {dictionary: Dictionary; list: CodeList},
): string {
  const blanks = blanksOf(dictionary, list).length;
  const codes = [...new Set(list.rows.map(({code}) => code))];
  const cases = list.rows.map(
    ({code}, row) =>
      `WHEN ${name} = ${blanks + codes.indexOf(code)} AND ${inForce[row] ?? "false"} THEN ${blanks + row}`,
  );
  return `(CASE WHEN ${name} < ${blanks} THEN ${name} ${cases.join(" ")} ELSE ${unlisted} END)::USMALLINT`;
}

function listOf(name: string, lists: ReadonlyMap<string, CodeList>): CodeList {
  const list = lists.get(name);
  if (!list) throw new Error(`the code list "${name}" was not read`);
  return list;
}
