import type {Column, Dictionary} from "../../dictionary/dictionary.ts";
import {wholeRecord} from "../../dictionary/faultVariables.ts";
import type {FixedRuleName, Severity} from "../../dictionary/faultRules.ts";
import type {YearsSource} from "../../dictionary/variableModel.ts";
import {blanksOf, impossibleFault, unlisted} from "./columnSql.ts";
import {dateFaults, isUsable, ruleFault} from "./dateSql.ts";
import {isBroken, type FormsTable} from "./formsTable.ts";
import {masksTable} from "./multiMasks.ts";
import {repeatsTable} from "./repeatedForms.ts";
import {yearsSql} from "./yearsSql.ts";

/** A condition in SQL that is true of every form with one fault in one column. */
export interface FaultProbe {
  readonly rule: string;
  /** A column of the dictionary, or the whole record. */
  readonly column: string;
  readonly severity: Severity;
  readonly condition: string;
  /** Asks another table too: not to be mixed into a scan of many conditions. */
  readonly asksOtherTable: boolean;
}

/** Every fault that a form of this extract can have. */
export function faultProbes(forms: FormsTable): readonly FaultProbe[] {
  const {dictionary} = forms.model;
  const broken = probe("broken-record", wholeRecord, {severity: "form-quarantined", condition: "broken"});
  return [
    broken,
    ...dictionary.columns.flatMap((column) => columnProbes(column, forms)),
    ...forms.model.variables.flatMap(({source}) => (source.kind === "years" ? [yearsProbe(source, forms)] : [])),
    ...dictionary.rules.map((rule, index): FaultProbe => {
      if (rule.otherwise === "quarantine") {
        return probe(rule.name, rule.left, {severity: "form-quarantined", condition: isBroken(rule, forms)});
      }
      const {blank} = rule.otherwise;
      const condition = `${forms.columnOf(blank)} = ${ruleFault(index)}`;
      return probe(rule.name, blank, {severity: severityOf(blank, dictionary), condition});
    }),
    ...dictionary.impossible.map(({name, drop}, index) => {
      const condition = `${forms.columnOf(drop)} = ${impossibleFault(index)}`;
      return probe(name, drop, {severity: "answer-dropped", condition});
    }),
  ];
}

function columnProbes(column: Column, forms: FormsTable): readonly FaultProbe[] {
  const {dictionary, lists} = forms.model;
  const {name} = column;
  const answer = forms.columnOf(name);
  const severity = severityOf(name, dictionary);
  const probes: FaultProbe[] = [];
  if (isNeeded(column, dictionary)) {
    const rule: FixedRuleName = name === dictionary.client ? "blank-client" : "blank-required";
    const condition = `NOT broken AND ${isBlank(column, forms)}`;
    probes.push(probe(rule, name, {severity: "form-quarantined", condition}));
  }
  if (column.type === "text" && column.unique) {
    const condition = `rowid IN (SELECT form FROM ${repeatsTable(forms, name)})`;
    probes.push({...probe("duplicate-form", name, {severity: "form-quarantined", condition}), asksOtherTable: true});
  }
  if (column.type === "date") {
    for (const [rule, day] of Object.entries(dateFaults)) {
      probes.push(probe(rule, name, {severity, condition: `${answer} = ${day}`}));
    }
  }
  if (column.type === "code" && lists.has(column.list)) {
    probes.push(probe("unlisted-code", name, {severity: "answer-dropped", condition: `${answer} = ${unlisted}`}));
  }
  if (column.type === "codes") {
    const condition = `${answer} IN (SELECT answer FROM ${masksTable(forms, name)} WHERE has_unlisted)`;
    probes.push({...probe("unlisted-code", name, {severity: "answer-dropped", condition}), asksOtherTable: true});
  }
  return probes;
}

/** The client reference and the period's date are required, whether the dictionary says so or not. */
function isNeeded({name, required}: Column, {client, period}: Dictionary): boolean {
  return required || name === client || name === period;
}

function isBlank(column: Column, {columnOf, model}: FormsTable): string {
  const answer = columnOf(column.name);
  if (column.type === "date") return `${answer} IS NULL`;
  if (column.type !== "code") return `${answer} = ''`;
  const list = model.lists.get(column.list);
  return list ? `${answer} < ${blanksOf(model.dictionary, list).length}` : "false";
}

function yearsProbe(source: YearsSource, forms: FormsTable): FaultProbe {
  const [least, most] = source.between;
  const condition = `${yearsSql(source, forms)} NOT BETWEEN ${least} AND ${most}`;
  return probe("out-of-range", source.from, {severity: "answer-dropped", condition});
}

/** A date that selects the period spoils the form when it is faulty; any other answer is merely dropped. */
function severityOf(column: string, {period}: Dictionary): Severity {
  return column === period ? "form-quarantined" : "answer-dropped";
}

function probe(
  rule: string,
  column: string,
  {severity, condition}: {severity: Severity; condition: string},
): FaultProbe {
  return {rule, column, severity, condition, asksOtherTable: false};
}

/** True of a form that may be counted: no fault of it quarantines it. */
export function isSound(forms: FormsTable): string {
  const spoiling = faultProbes(forms).filter(({severity}) => severity === "form-quarantined");
  // The period's date is either usable or faulty: one test stands for all its rules.
  const own = spoiling.filter(({column}) => column !== forms.model.dictionary.period);
  const period = isUsable(forms.columnOf(forms.model.dictionary.period));
  return [period, ...own.map(({condition}) => `NOT coalesce(${condition}, false)`)].join(" AND ");
}
