import type {ExtractModel} from "../dictionary/variableModel.ts";
import {dateRules, spoilingFaults} from "../dictionary/possibleFaults.ts";
import type {ColumnAsked, FormStanding, RecordAnswer, Span} from "../sources/recordAnswers.ts";
import {nameOfAnswer} from "./answer.ts";
import {faultsOfDate, listedCodes, possibleAnswers} from "./possibleAnswers.ts";

/** Throws where a source gives an answer that its column cannot have: it would be counted as something else. Never says which. */
export function refuseStrange(answers: readonly RecordAnswer[], plan: ColumnAsked, model: ExtractModel): void {
  const isListed = plan.kind === "code" || plan.kind === "number" || plan.kind === "month";
  const known = new Set(isListed ? possibleAnswers(plan, [], model).map(nameOfAnswer) : []);
  if (answers.every((answer) => known.has(nameOfAnswer(answer)) || canBe(answer, plan, model))) return;
  throw new Error(`the source gives an answer to ${"column" in plan ? plan.column : plan.kind} that there cannot be`);
}

function canBe(answer: RecordAnswer, plan: ColumnAsked, model: ExtractModel): boolean {
  if (answer.kind === "codes" && plan.kind === "codes") {
    const inOrder = listedCodes(plan.column, model).filter((code) => answer.codes.includes(code));
    return inOrder.join("\n") === answer.codes.join("\n");
  }
  if (answer.kind === "date" && plan.kind === "date") {
    const {state, spans} = answer;
    const rules: readonly string[] = [...dateRules, ...faultsOfDate(plan.column, model.dictionary)];
    const isKnown = typeof state === "string" || rules.includes(state.rule);
    return isKnown && spans.length === plan.spans.length && spans.every((one, at) => isSpan(one, plan.spans[at]));
  }
  return answer.kind === "standing" && plan.kind === "standing" && areFaults(answer, plan, model);
}

function isSpan(span: Span, asked: {readonly between: readonly [number, number]} | undefined): boolean {
  if (typeof span === "string") return true;
  const [least, most] = asked?.between ?? [0, 0];
  return Number.isInteger(span) && least <= span && span <= most;
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
