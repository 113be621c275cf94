import {
  windowOf,
  loadIndicators,
  targetReference,
  wholeDeclared,
  type Population,
  type PopulationDeclaration,
  type Project,
  type RelatedVocabulary,
  type Report,
  type Variable,
} from "../../publication/index.ts";
import {answerCombinations} from "./answerCombinations.ts";
import {checkGrouping} from "./declaredGroups.ts";
import {DictionaryFaults} from "./DictionaryError.ts";
import {faultCombinations} from "./faultCombinations.ts";
import {faultVariables} from "./faultVariables.ts";
import {formVariables} from "./formVariables.ts";
import {modelExtract} from "./modelExtract.ts";
import {modelForReport} from "./modelForReport.ts";
import {natureCombinations} from "./natureCombinations.ts";
import {partOfPopulation} from "./partOfPopulation.ts";
import {selectionCombinations, withoutUnselected} from "./periodVariable.ts";
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
  const models = modelsByName(project, report, faults);
  const references = report.references.flatMap(
    (name) => faults.attempt(() => readReference(project, name, report.region).reference) ?? [],
  );
  faults.throwIfAny();
  const populations = report.populations.flatMap(
    (declaration) => faults.attempt(() => populationFor(declaration, report, models)) ?? [],
  );
  faults.throwIfAny();
  const named = {populations, references};
  const indicators = [...loadIndicators(project, report.template).values()];
  const targets = indicators.flatMap((one) => targetReference(one, report, named) ?? []);
  return {populations, references: [...references, ...targets], relations: relationsBetween(populations)};
}

function modelsByName(project: Project, report: Report, faults: DictionaryFaults): ReadonlyMap<string, ExtractModel> {
  const names = [...new Set(report.populations.map(({dictionary}) => dictionary))];
  const plain = names.flatMap(
    (name) =>
      faults.attempt(() => modelExtract(project, name, {region: report.region, window: windowOf(report)})) ?? [],
  );
  faults.throwIfAny();
  for (const grouping of report.groupings) faults.attempt(() => checkGrouping(grouping, plain));
  faults.throwIfAny();
  return new Map(
    names.flatMap((name) => {
      const model = faults.attempt(() => modelForReport(project, report, name));
      return model === undefined ? [] : [[name, model] as const];
    }),
  );
}

function populationFor(
  declaration: PopulationDeclaration,
  {populations}: Report,
  models: ReadonlyMap<string, ExtractModel>,
): Population {
  if (declaration.where === undefined) return population(declaration, models);
  const whole = wholeDeclared(declaration, populations);
  if (whole === undefined) throw new Error(`the template let "${declaration.name}" pass`);
  return partOfPopulation(population(whole, models), declaration);
}

function population(declaration: PopulationDeclaration, models: ReadonlyMap<string, ExtractModel>): Population {
  const model = models.get(declaration.dictionary);
  if (!model) throw new Error(`no model was made of dictionary "${declaration.dictionary}"`);
  const {name, label, heading, one, extract} = declaration;
  const combinations =
    one === "fault"
      ? [faultCombinations(model.dictionary)]
      : [
          ...answerCombinations(model),
          ...natureCombinations(model),
          ...(one === "form" ? selectionCombinations(model) : []),
        ];
  return {name, label, heading, unit: units[one], extract, variables: variablesOf(one, model), combinations};
}

function variablesOf(one: PopulationDeclaration["one"], model: ExtractModel): readonly Variable[] {
  if (one === "fault") return faultVariables(model.dictionary);
  return one === "form"
    ? [...model.variables.map(({variable}) => variable), ...formVariables]
    : withoutUnselected(model);
}
