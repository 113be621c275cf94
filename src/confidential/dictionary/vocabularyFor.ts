import type {
  Population,
  PopulationDeclaration,
  Report,
  Variable,
  RelatedVocabulary,
  Project,
} from "../../publication/index.ts";
import {answerCombinations} from "./answerCombinations.ts";
import {DictionaryFaults} from "./DictionaryError.ts";
import {faultCombinations} from "./faultCombinations.ts";
import {faultVariables} from "./faultVariables.ts";
import {formVariables} from "./formVariables.ts";
import {modelExtract} from "./modelExtract.ts";
import {natureCombinations} from "./natureCombinations.ts";
import {readReference} from "./readReference.ts";
import {relationsBetween} from "./relationsBetween.ts";
import type {ExtractModel} from "./variableModel.ts";

const units = {client: "clients", form: "forms", fault: "faults"} as const;

/**
 * Every name that a report may use: its populations with their variables, and its references. Reads only public files
 * under `data/`, no extract.
 * Throws DictionaryError with file, line and column of all that is wrong.
 */
export function vocabularyFor(project: Project, report: Report): RelatedVocabulary {
  const faults = new DictionaryFaults();
  const models = new Map<string, ExtractModel>();
  for (const dictionary of new Set(report.populations.map((declaration) => declaration.dictionary))) {
    const model = faults.attempt(() => modelExtract(project, dictionary, report.region));
    if (model !== undefined) models.set(dictionary, model);
  }
  const references = report.references.flatMap(
    (name) => faults.attempt(() => readReference(project, name, report.region).reference) ?? [],
  );
  faults.throwIfAny();
  const populations = report.populations.map((declaration) => population(declaration, models));
  return {populations, references, relations: relationsBetween(populations)};
}

function population(declaration: PopulationDeclaration, models: ReadonlyMap<string, ExtractModel>): Population {
  const model = models.get(declaration.dictionary);
  if (!model) throw new Error(`no model was made of dictionary "${declaration.dictionary}"`);
  const {name, label, heading, one, extract} = declaration;
  const combinations =
    one === "fault"
      ? [faultCombinations(model.dictionary)]
      : [...answerCombinations(model), ...natureCombinations(model)];
  return {name, label, heading, unit: units[one], extract, variables: variablesOf(one, model), combinations};
}

function variablesOf(one: PopulationDeclaration["one"], model: ExtractModel): readonly Variable[] {
  if (one === "fault") return faultVariables(model.dictionary);
  const answers = model.variables.map(({variable}) => variable);
  return one === "form" ? [...answers, ...formVariables] : answers;
}
