import {
  windowOf,
  type NarrowingCondition,
  type PopulationDeclaration,
  type Project,
  type Report,
} from "../../publication/index.ts";
import {groupAsDeclared} from "./declaredGroups.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {fillWithin} from "./fillWithin.ts";
import {formVariables} from "./formVariables.ts";
import {groupForPart} from "./groupForPart.ts";
import {modelExtract} from "./modelExtract.ts";
import {readsOf} from "./readsOf.ts";
import {setsIn} from "./setsIn.ts";
import type {ExtractModel, ModelledVariable} from "./variableModel.ts";

/** What of a report decides how an extract of it is modelled. */
type Modelled = Pick<Report, "populations" | "groupings" | "sets" | "region" | "period" | "history">;

/** An extract of a report, and the dictionary that it is read by. */
export type ExtractOfReport = Pick<PopulationDeclaration, "dictionary" | "extract">;

/**
 * A dictionary's model with the variables that a report's template makes of its own: groups of categories, and for each
 * population that is a part of another by several categories who is of it. Throws DictionaryError.
 */
export function modelForReport(
  project: Project,
  report: Modelled,
  {dictionary, extract}: ExtractOfReport,
): ExtractModel {
  const model = modelExtract(project, dictionary, {region: report.region, window: windowOf(report, extract)});
  const declared = declaredIn(model, report);
  const parts = partsIn(model.dictionary.name, [...model.variables, ...declared], report);
  const sets = setsIn(model.dictionary.name, [...model.variables, ...declared, ...parts], report);
  const added = [...declared, ...parts, ...sets];
  if (added.length === 0) return model;
  const variables = fillWithin([...model.variables, ...added]);
  return {
    ...model,
    variables: variables.map(({variable, source}) => ({
      variable: {...variable, reads: readsOf({variable, source}, model)},
      source,
    })),
  };
}

function declaredIn({variables}: ExtractModel, {groupings}: Modelled): readonly ModelledVariable[] {
  const taken = new Set([...variables.map(({variable}) => variable), ...formVariables].map(({name}) => name));
  return groupings.flatMap((grouping) => {
    const of = variables.find(({variable}) => variable.name === grouping.of);
    if (of === undefined) return [];
    if (!taken.has(grouping.name)) return [groupAsDeclared(grouping, of)];
    const message = `variables, ${grouping.name}: there is a variable of that name already. Give this one another.`;
    throw new DictionaryError(grouping.position, message);
  });
}

function partsIn(
  dictionary: string,
  variables: readonly ModelledVariable[],
  {populations}: Modelled,
): readonly ModelledVariable[] {
  const taken = new Set([...variables.map(({variable}) => variable), ...formVariables].map(({name}) => name));
  return populations
    .filter((one) => one.dictionary === dictionary && one.one !== "fault")
    .flatMap(({name: population, where = []}) =>
      where.flatMap((condition) => {
        const modelled = variables.find(({variable}) => variable.name === condition.variable);
        const group = modelled && groupForPart({population, condition}, modelled);
        if (group === undefined) return [];
        const {name} = group.variable;
        if (taken.has(name)) throw nameTaken(name, condition);
        taken.add(name);
        return [group];
      }),
    );
}

function nameTaken(name: string, {variable, position}: NarrowingCondition): DictionaryError {
  const what = `where ${variable}: those whom it leaves out are told apart by a variable "${name}", and there is one of that name`;
  return new DictionaryError(position, `${what}. Call that, or this population, otherwise.`);
}
