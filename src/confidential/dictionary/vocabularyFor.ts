import {
  historyOf,
  stretchOf,
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
import {checkBreaksDated, provisionalDays, withBreaks} from "./daysApart.ts";
import {checkGrouping} from "./declaredGroups.ts";
import {DictionaryError, DictionaryFaults} from "./DictionaryError.ts";
import {faultCombinations} from "./faultCombinations.ts";
import {faultVariables} from "./faultVariables.ts";
import {holdsRecords} from "./dictionary.ts";
import {formsCombinations} from "./formsCombinations.ts";
import {knownOfForms} from "./formVariables.ts";
import {modelExtract} from "./modelExtract.ts";
import {modelForReport} from "./modelForReport.ts";
import {natureCombinations} from "./natureCombinations.ts";
import {partOfPopulation} from "./partOfPopulation.ts";
import {selectionCombinations, withoutUnselected} from "./periodVariable.ts";
import {withoutOverForms} from "./overForms.ts";
import {readReference} from "./readReference.ts";
import {refuseSameParts} from "./refuseSameParts.ts";
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
    (name) => faults.attempt(() => readReference(project, name, report).reference) ?? [],
  );
  faults.throwIfAny();
  const populations = report.populations.flatMap(
    (declaration) => faults.attempt(() => populationFor(declaration, report, models)) ?? [],
  );
  faults.throwIfAny();
  refuseSameParts(populations, report.populations);
  checkBreaksDated(populations, report);
  const named = {populations, references};
  const indicators = [...loadIndicators(project, report.template).values()];
  const targets = indicators.flatMap((one) => targetReference(one, report, named) ?? []);
  return {
    populations,
    references: [...references, ...targets],
    relations: relationsBetween(populations),
    period: report.period,
  };
}

function modelsByName(project: Project, report: Report, faults: DictionaryFaults): ReadonlyMap<string, ExtractModel> {
  const {region, populations} = report;
  const plain = populations.flatMap(({dictionary, extract}) => {
    const setting = {region, window: windowOf(report, extract)};
    return faults.attempt(() => modelExtract(project, dictionary, setting)) ?? [];
  });
  faults.throwIfAny();
  for (const grouping of report.groupings) faults.attempt(() => checkGrouping(grouping, plain));
  faults.throwIfAny();
  return new Map(
    populations.flatMap((declaration) => {
      const model = faults.attempt(() => modelForReport(project, report, declaration));
      return model === undefined ? [] : [[declaration.name, model] as const];
    }),
  );
}

function populationFor(
  declaration: PopulationDeclaration,
  report: Report,
  models: ReadonlyMap<string, ExtractModel>,
): Population {
  const whole = declaration.where === undefined ? declaration : wholeDeclared(declaration, report.populations);
  const model = models.get(whole?.name ?? "");
  if (model !== undefined) refuseClients(declaration, model, report);
  if (whole === undefined || model === undefined) throw new Error(`the template let "${declaration.name}" pass`);
  const each = stretchOf(whole.extract, report.populations);
  const window = whole.one === "form" || each !== undefined ? historyOf(report, whole.extract) : undefined;
  const provisional = provisionalDays(report, whole.extract);
  const all = {
    ...wholePopulation(whole, model),
    ...(window && {window}),
    ...(each && {each}),
    ...(provisional && {provisional}),
  };
  return withBreaks(whole === declaration ? all : partOfPopulation(all, declaration), report);
}

function wholePopulation(declaration: PopulationDeclaration, model: ExtractModel): Population {
  const {name, label, heading, one, extract, each} = declaration;
  // What all forms of a client say is told of clients that are counted once in all.
  const told = one === "form" || each !== undefined ? withoutOverForms(model) : model;
  const combinations =
    one === "fault"
      ? [faultCombinations(model.dictionary)]
      : [
          ...answerCombinations(told),
          ...natureCombinations(told),
          ...(one === "form" ? selectionCombinations(told) : formsCombinations(told)),
        ];
  return {name, label, heading, unit: units[one], extract, variables: variablesOf(one, told), combinations};
}

function variablesOf(one: PopulationDeclaration["one"], model: ExtractModel): readonly Variable[] {
  if (one === "fault") return faultVariables(model.dictionary);
  if (one === "client") return withoutUnselected(model);
  return [...model.variables.map(({variable}) => variable), ...knownOfForms(model.dictionary)];
}

/** Nobody can tell which rows of a table of counts are of one client, and a faulty one is never set aside. */
function refuseClients({name, one}: PopulationDeclaration, {dictionary}: ExtractModel, {template}: Report): void {
  if (one === "form" || holdsRecords(dictionary)) return;
  const what = one === "client" ? "whose client nobody knows" : "of which a faulty one stops the build";
  throw new DictionaryError(
    {file: `templates/${template}/template.yaml`},
    `populations, ${name}: the dictionary "${dictionary.name}" is of a table of counts, records ${what}. Write "one: form".`,
  );
}
