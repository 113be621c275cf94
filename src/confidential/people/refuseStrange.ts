import type {ExtractModel} from "../dictionary/variableModel.ts";
import {dateRules, spoilingFaults} from "../dictionary/possibleFaults.ts";
import type {ColumnAsked, FormStanding, RecordAnswer, Years} from "../sources/recordAnswers.ts";
import {nameOfAnswer} from "./answer.ts";
import {faultsOfDate, listedCodes, possibleAnswers} from "./possibleAnswers.ts";

/** Throws where a source gives an answer that its column cannot have: it would be counted as something else. Never says which. */
export function refuseStrange(answers: readonly RecordAnswer[], plan: ColumnAsked, model: ExtractModel): void {
  const known = new Set(
    plan.kind === "code" || plan.kind === "month" ? possibleAnswers(plan, [], model).map(nameOfAnswer) : [],
  );
  if (answers.every((answer) => known.has(nameOfAnswer(answer)) || canBe(answer, plan, model))) return;
  throw new Error(`the source gives an answer to ${"column" in plan ? plan.column : plan.kind} that there cannot be`);
}

function canBe(answer: RecordAnswer, plan: ColumnAsked, model: ExtractModel): boolean {
  if (answer.kind === "codes" && plan.kind === "codes") {
    const inOrder = listedCodes(plan.column, model).filter((code) => answer.codes.includes(code));
    return inOrder.join("\n") === answer.codes.join("\n");
  }
  if (answer.kind === "date" && plan.kind === "date") {
    const {state, years} = answer;
    const rules: readonly string[] = [...dateRules, ...faultsOfDate(plan.column, model.dictionary)];
    const isKnown = typeof state === "string" || rules.includes(state.rule);
    return isKnown && years.length === plan.years.length && years.every((one, at) => areYears(one, plan.years[at]));
  }
  return answer.kind === "standing" && plan.kind === "standing" && areFaults(answer, plan, model);
}

function areYears(years: Years, asked: {readonly between: readonly [number, number]} | undefined): boolean {
  if (typeof years === "string") return true;
  const [least, most] = asked?.between ?? [0, 0];
  return Number.isInteger(years) && least <= years && years <= most;
}

function areFaults(
  {faults}: FormStanding,
  {withFaults}: Extract<ColumnAsked, {kind: "standing"}>,
  {dictionary}: ExtractModel,
): boolean {
  if (faults === undefined || !withFaults) return faults === undefined && !withFaults;
  const inOrder = spoilingFaults(dictionary).filter((one) =>
    faults.some(({rule, column}) => rule === one.rule && column === one.column),
  );
  return (
    inOrder.length === faults.length &&
    inOrder.every(({rule, column}, at) => faults[at]?.rule === rule && faults[at].column === column)
  );
}
