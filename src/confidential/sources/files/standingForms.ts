import type {Period, StretchOfTime} from "../../../publication/index.ts";
import {isUsable} from "./dateSql.ts";
import {isSound} from "./faultProbes.ts";
import type {FormsTable} from "./formsTable.ts";
import {overFormsSql} from "./overFormsSql.ts";

/** Table of the forms that stand for a client, one a client. */
export function standingTable({table}: FormsTable): string {
  return `${table}_standing`;
}

/** True of a form whose initial contact lies in the period; of any where none has a date. */
export function isInside(forms: FormsTable, {from, to}: Period): string {
  const {period} = forms.model.dictionary;
  if (period === undefined) return "true";
  const day = forms.columnOf(period);
  return `coalesce(${day} BETWEEN DATE '${from}' AND DATE '${to}', false)`;
}

/** The days whose forms count, and in what of them a client is counted once; in all where it is left out. */
export interface CountedStretch extends Period {
  readonly each?: StretchOfTime | undefined;
}

const rowBits = 48;
const dateBits = 22;

/**
 * Chooses the form that stands for each client, or each form where they name none, among sound forms of the period, or of
 * each month or quarter of it: the latest by the dictionary's dates in their order, blank ones first, then by line. Beside it stand
 * the answers over all these forms, taken in the same order.
 */
export function createStanding(forms: FormsTable, {each, ...period}: CountedStretch): string {
  const {client, overForms, period: selecting} = forms.model.dictionary;
  const counted = `FROM ${forms.table} WHERE ${isSound(forms)} AND ${isInside(forms, period)}`;
  if (client === undefined) return `CREATE TABLE ${standingTable(forms)} AS SELECT rowid AS form ${counted}`;
  const key = orderKey(forms);
  const stretch =
    each === undefined || selecting === undefined ? [] : [`date_trunc('${each}', ${forms.columnOf(selecting)})`];
  const over = overForms.map((column) => `, ${overFormsSql(column, forms, key)} AS ${forms.columnOf(column.name)}`);
  return `CREATE TABLE ${standingTable(forms)} AS
    SELECT (max(${key}) & ((1::HUGEINT << ${rowBits}) - 1))::BIGINT AS form ${over.join("")}
    ${counted} GROUP BY ${[forms.columnOf(client), ...stretch].join(", ")}`;
}

/** Dates and line as one number, so that a plain maximum finds the form that stands for a client. */
function orderKey(forms: FormsTable): string {
  const {standsForClient} = forms.model.dictionary;
  const parts = standsForClient.map((name, index) => {
    const day = forms.columnOf(name);
    const days = `CASE WHEN ${isUsable(day)} THEN ${day} - DATE '1000-01-01' + 1 ELSE 0 END`;
    return `((${days})::HUGEINT << ${rowBits + dateBits * (standsForClient.length - 1 - index)})`;
  });
  return [...parts, "rowid::HUGEINT"].join(" + ");
}
