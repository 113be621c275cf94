import type {Column} from "../../dictionary/dictionary.ts";
import type {FaultName} from "../recordAnswers.ts";
import {possibleFaults, type PossibleFault} from "../../dictionary/possibleFaults.ts";
import {blanksOf, impossibleFault, unlisted} from "./columnSql.ts";
import {dateFaults, isUsable, ruleFault} from "./dateSql.ts";
import {isBroken, type FormsTable} from "./formsTable.ts";
import {masksTable} from "./multiMasks.ts";
import {repeatsTable} from "./repeatedForms.ts";
import {numberFaults} from "./numberSql.ts";
import {spanSql} from "./spanSql.ts";

/** A condition in SQL that is true of every form with one fault in one column. */
export interface FaultProbe extends FaultName, Pick<PossibleFault, "severity"> {
  readonly condition: string;
  /** Asks another table too: not to be mixed into a scan of many conditions. */
  readonly asksOtherTable: boolean;
}

/** A probe of every fault that a form of this extract can have, in the order of `possibleFaults`. */
export function faultProbes(forms: FormsTable): readonly FaultProbe[] {
  return possibleFaults(forms.model.dictionary).map(({found, ...fault}) => {
    const condition = conditionOf({found, ...fault}, forms);
    return {...fault, condition, asksOtherTable: found.by === "repeat" || found.by === "codes"};
  });
}

function conditionOf({column, found}: PossibleFault, forms: FormsTable): string {
  switch (found.by) {
    case "record":
      return "broken";
    case "blank":
      return `NOT broken AND ${isBlank(column, forms)}`;
    case "repeat":
      return `rowid IN (SELECT form FROM ${repeatsTable(forms, column)})`;
    case "date":
      return `${forms.columnOf(column)} = ${dateFaults[found.rule]}`;
    case "code":
      return `${forms.columnOf(column)} = ${unlisted}`;
    case "codes":
      return `${forms.columnOf(column)} IN (SELECT answer FROM ${masksTable(forms, column)} WHERE has_unlisted)`;
    case "number":
      return `${forms.columnOf(column)} = ${numberFaults[found.rule]}`;
    case "span": {
      const [least, most] = found.span.between;
      return `${spanSql(found.span, forms)} NOT BETWEEN ${least} AND ${most}`;
    }
    case "rule":
      return brokenRule(column, found.index, forms);
    case "impossible":
      return `${forms.columnOf(column)} = ${impossibleFault(found.index)}`;
  }
}

function brokenRule(column: string, index: number, forms: FormsTable): string {
  const rule = forms.model.dictionary.rules[index];
  if (rule === undefined) throw new Error(`the dictionary has no rule ${index}`);
  return rule.otherwise === "quarantine" ? isBroken(rule, forms) : `${forms.columnOf(column)} = ${ruleFault(index)}`;
}

function isBlank(name: string, {columnOf, model}: FormsTable): string {
  const column: Column | undefined = model.dictionary.columns.find((one) => one.name === name);
  const answer = columnOf(name);
  if (column !== undefined && ["date", "number", "count"].includes(column.type)) return `${answer} IS NULL`;
  if (column?.type !== "code") return `${answer} = ''`;
  const list = model.lists.get(column.list);
  return list ? `${answer} < ${blanksOf(model.dictionary, list).length}` : "false";
}

/** True of a form that may be counted: no fault of it quarantines it. */
export function isSound(forms: FormsTable): string {
  const spoiling = faultProbes(forms).filter(({severity}) => severity === "form-quarantined");
  // The period's date is either usable or faulty: one test stands for all its rules.
  const {period} = forms.model.dictionary;
  const own = spoiling.filter(({column}) => column !== period);
  const dated = period === undefined ? [] : [isUsable(forms.columnOf(period))];
  return [...dated, ...own.map(({condition}) => `NOT coalesce(${condition}, false)`)].join(" AND ");
}
