import {adviseOnName} from "../../publication/index.ts";
import {checkColumns} from "./checkColumns.ts";
import {checkDates} from "./checkDates.ts";
import {checkTable} from "./checkTable.ts";
import {checkVariable, type NeedsColumn, type RefuseHere} from "./checkVariable.ts";
import type {Column, CrossRule, Dictionary, ImpossibleAnswers} from "./dictionary.ts";
import {checkOverForms} from "./checkOverForms.ts";
import {answerColumns} from "./overForms.ts";
import {DictionaryError, DictionaryFaults, type FilePosition} from "./DictionaryError.ts";
import {fixedRules} from "./faultRules.ts";

type Locate = (...path: readonly PropertyKey[]) => FilePosition;

/**
 * Checks that every name in a dictionary stands for something of the right kind.
 * Throws DictionaryError with all that do not.
 */
export function checkDictionary(dictionary: Dictionary, fileName: string, locate: Locate): void {
  const faults = new DictionaryFaults();
  faults.attempt(() => checkName(dictionary, fileName, locate));
  checkColumns(dictionary, locate, faults);
  checkTable(dictionary, locate, faults);
  const needs = columnFinder(dictionary.columns);
  const at =
    (...path: readonly PropertyKey[]): RefuseHere =>
    (message) =>
      new DictionaryError(locate(...path), message);
  const {client, period} = dictionary;
  if (client !== undefined) faults.attempt(() => needs(client, ["text"], at("client")));
  if (period !== undefined) faults.attempt(() => needs(period, ["date"], at("period")));
  dictionary.standsForClient.forEach((name, index) =>
    faults.attempt(() => needs(name, ["date"], at("stands-for-client", index))),
  );
  dictionary.rules.forEach((rule, index) => faults.attempt(() => checkRule(rule, needs, at("rules", index))));
  dictionary.impossible.forEach((one, index) =>
    faults.attempt(() => checkImpossible(one, needs, at("impossible", index))),
  );
  faults.attempt(() => checkRuleNames(dictionary, at));
  faults.attempt(() => checkDates(dictionary, at("dates")));
  for (const one of dictionary.overForms) faults.attempt(() => checkOverForms(one, dictionary, needs));
  const {variables} = dictionary;
  const columns = answerColumns(dictionary);
  const needsAnswer = columnFinder(columns);
  for (const definition of variables) {
    const context = {needs: needsAnswer, variables, columns, selects: dictionary.period};
    faults.attempt(() => checkVariable(definition, context, at("variables", definition.name)));
  }
  faults.throwIfAny();
}

function checkName({name}: Dictionary, fileName: string, locate: Locate): void {
  if (name === fileName) return;
  throw new DictionaryError(locate("name"), `the name is not that of the file. Write "name: ${fileName}".`);
}

function columnFinder(columns: readonly Column[]): NeedsColumn {
  return (name, types, refuse) => {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) {
      const known = columns.map((candidate) => candidate.name);
      throw refuse(`there is no column "${name}". ${adviseOnName(name, known)}`);
    }
    if (!types.includes(column.type)) {
      throw refuse(
        `column "${name}" is of type ${column.type}. A column of type ${types.join(" or ")} is needed here.`,
      );
    }
  };
}

function checkRule(rule: CrossRule, needs: NeedsColumn, refuse: RefuseHere): void {
  needs(rule.left, ["date"], refuse);
  needs(rule.right, ["date"], refuse);
  if (rule.left === rule.right) throw refuse(`the rule compares "${rule.left}" with itself. Name two columns.`);
  if (rule.otherwise === "quarantine") return;
  const {blank} = rule.otherwise;
  if (blank !== rule.left && blank !== rule.right) {
    throw refuse(`the rule blanks "${blank}", which it does not compare. Blank "${rule.left}" or "${rule.right}".`);
  }
}

function checkImpossible({where, drop}: ImpossibleAnswers, needs: NeedsColumn, refuse: RefuseHere): void {
  const columns = where.map(({column}) => column);
  for (const column of columns) needs(column, ["code"], refuse);
  if (columns.includes(drop)) return;
  throw refuse(`"${drop}" is to be dropped, which stands not under where. Drop ${columns.join(" or ")}.`);
}

function checkRuleNames({rules, impossible}: Dictionary, at: (...path: readonly PropertyKey[]) => RefuseHere): void {
  const taken = new Set<string>(fixedRules.map(({name}) => name));
  const check =
    (section: string) =>
    ({name}: {readonly name: string}, index: number): void => {
      if (taken.has(name)) throw at(section, index)(`the rule name "${name}" is taken. Give the rule another name.`);
      taken.add(name);
    };
  rules.forEach(check("rules"));
  impossible.forEach(check("impossible"));
}
