import type {Dictionary} from "../../../src/confidential/dictionary/dictionary.ts";
import type {ExtractModel} from "../../../src/confidential/dictionary/variableModel.ts";

type Order = Pick<Dictionary["rules"][number], "left" | "operator" | "right">;

/** A dictionary of three dates, A, B and C, with rules that put them in order. */
export function smallModel({rules = []}: {readonly rules?: readonly Order[]}): ExtractModel {
  const dictionary: Dictionary = {
    name: "small",
    title: "Small",
    file: {delimiter: ",", brokenRows: 0, quarantinedForms: 0, droppedAnswers: 0},
    blank: [""],
    dates: [],
    client: "CLIENT",
    period: "A",
    standsForClient: ["A"],
    columns: ["A", "B", "C"].map((name) => ({name, title: name, type: "date", required: false})),
    overForms: [],
    rules: rules.map((rule) => ({...rule, name: "in-order", title: "in order", otherwise: {blank: rule.right}})),
    impossible: [],
    variables: [],
  };
  return {dictionary, lists: new Map(), variables: [], window: {from: "2007-11-01", to: "2008-04-30"}};
}
