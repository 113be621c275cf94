import {fates, periods} from "../dictionary/formVariables.ts";
import {blanksOf, leastFault, unlisted} from "../sources/files/columnSql.ts";
import {dateFaults, isUsable, ruleFault} from "../sources/files/dateSql.ts";
import {faultProbes, type FaultProbe} from "../sources/files/faultProbes.ts";
import type {FormsTable} from "../sources/files/formsTable.ts";
import {masksTable} from "../sources/files/multiMasks.ts";
import {standingTable, type Period} from "../sources/files/standingForms.ts";
import {yearsSql} from "../sources/files/yearsSql.ts";
import {dimensionSql} from "../sources/files/count/dimensionSql.ts";
import type {ColumnAnswer, DateState, Years} from "./answer.ts";
import type {ColumnPlan} from "./columnPlan.ts";

/** How one column of the people is read: SQL over a form that yields a key, and what a key means. */
export interface ColumnReading {
  readonly sql: string;
  readonly answerOf: (key: string) => ColumnAnswer;
}

export interface PeopleOf {
  readonly forms: FormsTable;
  readonly period: Period;
  /** Only the forms that stand for a client. */
  readonly countedOnly: boolean;
}

/** The select that yields one row a form, one key a column, in the order of the plans. */
export function peopleSql({forms, countedOnly}: PeopleOf, readings: readonly ColumnReading[]): string {
  const keys = readings.map(({sql}, at) => `(${sql})::VARCHAR AS k${String(at)}`);
  const join = countedOnly ? "SEMI" : "LEFT";
  const on = `(SELECT form FROM ${standingTable(forms)}) AS standing ON standing.form = forms.rowid`;
  return `SELECT ${["''", ...keys].join(", ")} FROM ${forms.table} AS forms ${join} JOIN ${on}`;
}

/** How the column of a plan is read. */
export function columnReading(plan: ColumnPlan, of: PeopleOf): ColumnReading {
  switch (plan.kind) {
    case "code":
      return readCode(plan.column, of.forms);
    case "codes":
      return readCodes(plan.column, of.forms);
    case "date":
      return readDate(plan, of.forms);
    case "standing":
      return readStanding(plan.withFaults, of);
    case "state":
      throw new Error("the state of a form follows from its standing");
  }
}

/** The faults that set a form aside, in the order in which a standing names them. */
export function spoilingFaults(forms: FormsTable): readonly FaultProbe[] {
  return faultProbes(forms).filter(({severity}) => severity === "form-quarantined");
}

function readCode(name: string, forms: FormsTable): ColumnReading {
  const column = forms.model.dictionary.columns.find((one) => one.name === name);
  const list = column?.type === "code" ? forms.model.lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`the dictionary has no column of one code "${name}"`);
  const blanks = blanksOf(forms.model.dictionary, list).length;
  return {
    sql: `CASE WHEN coalesce(${forms.columnOf(name)}, 0) < ${String(blanks)} THEN -1 ELSE ${forms.columnOf(name)} END`,
    answerOf: (key) => {
      const number = Number(key);
      if (number === unlisted) return {kind: "code", row: "unlisted"};
      const impossible = forms.model.dictionary.impossible[unlisted - 1 - number];
      if (number >= leastFault && impossible !== undefined) return {kind: "code", row: {rule: impossible.name}};
      return {kind: "code", row: number < blanks ? "blank" : number - blanks};
    },
  };
}

function readCodes(name: string, forms: FormsTable): ColumnReading {
  const known = `(SELECT mask FROM ${masksTable(forms, name)} AS m WHERE m.answer = forms.${forms.columnOf(name)})`;
  const strange = `(SELECT has_unlisted FROM ${masksTable(forms, name)} AS m WHERE m.answer = forms.${forms.columnOf(name)})`;
  return {
    sql: `coalesce(${known}, 0)::VARCHAR || CASE WHEN coalesce(${strange}, false) THEN '!' ELSE '' END`,
    answerOf: (key) => ({kind: "codes", rows: rowsOf(key.replace("!", "")), hasUnlisted: key.endsWith("!")}),
  };
}

function rowsOf(mask: string): readonly number[] {
  const bits = BigInt(mask);
  return Array.from({length: 64}, (_, row) => row).filter((row) => (bits & (1n << BigInt(row))) !== 0n);
}

function readDate({column, years}: Extract<ColumnPlan, {kind: "date"}>, forms: FormsTable): ColumnReading {
  const day = forms.columnOf(column);
  const {rules} = forms.model.dictionary;
  const faults = [
    ...Object.entries(dateFaults).map(([rule, sentinel]) => ({rule, sentinel})),
    ...rules.flatMap(({name, otherwise}, index) =>
      otherwise !== "quarantine" && otherwise.blank === column ? [{rule: name, sentinel: ruleFault(index)}] : [],
    ),
  ];
  const cases = faults.map(({sentinel}, at) => `WHEN ${day} = ${sentinel} THEN ${String(at)}`).join(" ");
  const state = `CASE WHEN ${isUsable(day)} THEN 'u' WHEN ${day} IS NULL THEN 'b' ELSE (CASE ${cases || "WHEN false THEN 0"} END)::VARCHAR END`;
  const numbers = years.map(
    ({to}) => `coalesce((${yearsSql({kind: "years", from: column, to, between: [0, 0]}, forms)})::VARCHAR, '-')`,
  );
  return {
    sql: [state, ...numbers].join(" || ' ' || "),
    answerOf: (key) => {
      const [first = "b", ...found] = key.split(" ");
      const read = found.map((text, at): Years =>
        text === "-" ? "no-date" : within(Number(text), years[at]?.between),
      );
      return {kind: "date", state: stateOf(first, faults), years: read};
    },
  };
}

function stateOf(text: string, faults: readonly {readonly rule: string}[]): DateState {
  if (text === "u") return "usable";
  return text === "b" ? "blank" : {rule: faults[Number(text)]?.rule ?? ""};
}

function within(years: number, between: readonly [number, number] = [0, 0]): Years {
  return years >= between[0] && years <= between[1] ? years : "out-of-range";
}

function readStanding(withFaults: boolean, {forms, period}: PeopleOf): ColumnReading {
  const faults = withFaults ? spoilingFaults(forms) : [];
  const flags = faults.map(({condition}) => `CASE WHEN coalesce(${condition}, false) THEN '1' ELSE '0' END`);
  const fate = dimensionSql({kind: "fate"}, forms, period);
  const place = dimensionSql({kind: "period"}, forms, period);
  return {
    sql: [`(${fate})::VARCHAR`, "' '", `(${place})::VARCHAR`, "' '", ...flags].join(" || "),
    answerOf: (key) => {
      const [fateAt = "0", placeAt = "0", marks = ""] = key.split(" ");
      return {
        kind: "standing",
        knowsFaults: withFaults,
        isBroken: faults.some(({rule}, at) => rule === "broken-record" && marks[at] === "1"),
        fate: fates[Number(fateAt)] ?? "quarantined",
        period: periods[Number(placeAt)] ?? "unreadable",
        faults: [...marks].flatMap((mark, at) => (mark === "1" ? [at] : [])),
      };
    },
  };
}
