import {PublicationError, wordsOfLabel, type Directive} from "../../publication/index.ts";
import {releaseFor} from "../../release/index.ts";
import {escapeHtml} from "./escapeHtml.ts";
import {printChange} from "./printChange.ts";
import {printCompare, printStatus} from "./printComparison.ts";
import {printDifference} from "./printDifference.ts";
import {printOutlying} from "./printOutlying.ts";
import {printRanking} from "./printRanking.ts";
import {printReportField} from "./printReportField.ts";
import {printTerm} from "./printTerm.ts";
import {printValue} from "./printValue.ts";
import {nothing, printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type Of<Kind extends Directive["kind"]> = Extract<Directive, {kind: Kind}>;

/** What stands in the text in the place of a directive. */
export function printDirective(directive: Directive, reading: Reading): Printed {
  switch (directive.kind) {
    case "value":
      return printValue(directive, reading);
    case "compare":
      return printCompare(directive, reading);
    case "status":
      return printStatus(directive, reading);
    case "change":
      return printChange(directive, reading);
    case "difference":
      return printDifference(directive, reading);
    case "outlying":
      return printOutlying(directive, reading);
    case "ranking":
      return printRanking(directive, reading);
    case "label":
      return printLabel(directive, reading);
    case "term":
      return printTerm(directive, reading);
    case "see":
      return printSee(directive, reading);
    case "fact":
      return printFact(directive, reading);
    case "report":
      return printWords(printReportField(directive.field, reading));
    case "claim":
    case "claim-rank":
    case "otherwise":
    case "unclaimed":
      return nothing;
  }
}

function printLabel(directive: Of<"label">, {releases}: Reading): Printed {
  return printWords(wordsOfLabel(directive, releaseFor("this", releases).vocabulary));
}

function printSee({target, position}: Of<"see">, reading: Reading): Printed {
  const found = reading.targets.get(target);
  if (found === undefined)
    throw unknown(`nothing in this report is called "${target}"`, "Name a figure, table or chapter", position);
  return {html: `<a class="see" href="#${escapeHtml(found.id)}">${escapeHtml(found.words)}</a>`, text: found.words};
}

function printFact({name, position}: Of<"fact">, reading: Reading): Printed {
  const fact = reading.fact(name);
  if (fact === undefined)
    throw unknown(`no fact is called "${name}"`, "Add it to facts.yaml with its source", position);
  const {id, number, isFirst} = reading.numberNote(`fact ${fact.source}`);
  if (isFirst) reading.leaveNote({kind: "source", id, number, html: `Source: ${escapeHtml(fact.source)}`});
  return {html: `${escapeHtml(fact.text)}${noteMark(id, number)}`, text: fact.text};
}

/** The raised number that leads to a note. */
export function noteMark(id: string, number: number): string {
  return `<sup class="note-mark"><a href="#${id}"><span class="spoken">Note </span>${number}</a></sup>`;
}

function unknown(what: string, remedy: string, position: Directive["position"]): PublicationError {
  return new PublicationError([{position, what, remedy}]);
}
