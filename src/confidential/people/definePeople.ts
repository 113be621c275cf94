import type {Definitions, EditionDefinition, People, PopulationDefinition, SourceDefinition} from "../../audit/index.ts";
import {completeRecords} from "../../audit/index.ts";
import type {Population, PopulationDeclaration, Variable} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {formVariables} from "../dictionary/formVariables.ts";
import type {ModelledVariable} from "../dictionary/variableModel.ts";
import type {Ingested, IngestedExtract} from "../ingest/ingested.ts";
import {planColumns, planName} from "./columnPlan.ts";
import {defineFaults} from "./defineFaults.ts";
import {defineVariable, readFormVariable, readVariable, type AnswerColumn} from "./defineVariable.ts";
import {describeAnswer} from "./describeAnswer.ts";
import {mergeValues} from "./mergeValues.ts";
import {impossibleAnswers} from "./impossibleAnswers.ts";
import {possibleAnswers} from "./possibleAnswers.ts";
import {readPeople, type ReadColumn} from "./readPeople.ts";
import {sameVariable} from "./sameVariable.ts";

/** The people of a publication, with how every edition counts them. Confidential: these are the true records. */
export interface TruePeople {
  readonly definitions: Definitions;
  readonly people: People;
}

/** Reads the records that some releases count, as far as any of their variables reads them. The first release is the new one. */
export async function definePeople(ingested: Ingested, releases: readonly Release[]): Promise<TruePeople> {
  const drafts: SourceDraft[] = [];
  for (const extract of ingested.extracts.values()) {
    const named = namedOf(extract.name, ingested, releases);
    if (named.length === 0) continue;
    drafts.push(await draftSource({extract, named, ingested}));
  }
  const definitions: Definitions = {
    sources: drafts.map(({source}) => source),
    editions: releases.map((release) => defineEdition(release, ingested, drafts)),
  };
  const merged = mergeValues(definitions, drafts.map(({values}) => values)); // prettier-ignore
  const people = merged.values.flatMap((columns, at) => {
    const source = merged.definitions.sources[at];
    return source === undefined ? [] : [completeRecords(source, columns)];
  });
  return {definitions: merged.definitions, people};
}

/** A population that a release counts, with the report's declaration of it. */
interface Named {
  readonly population: Population;
  readonly declaration: PopulationDeclaration;
}

function namedOf(extract: string, {report}: Ingested, releases: readonly Release[]): readonly Named[] {
  return releases.flatMap(({vocabulary}) =>
    vocabulary.populations.flatMap((population) => {
      const declaration = report.populations.find(({name}) => name === population.name);
      return declaration?.extract === extract ? [{population, declaration}] : [];
    }),
  );
}

interface SourceDraft {
  readonly extract: IngestedExtract;
  readonly columns: readonly AnswerColumn[];
  readonly source: SourceDefinition;
  readonly values: readonly Uint16Array[];
  /** Numbers of the derived columns, by the name of the variable that reads them. */
  readonly derivedOf: ReadonlyMap<string, number>;
}

async function draftSource({extract, named, ingested}: {extract: IngestedExtract; named: readonly Named[]; ingested: Ingested}): Promise<SourceDraft> {
  const {forms} = extract;
  const variables = named.flatMap(({population}) => population.variables);
  const modelled = forms.model.variables.filter((one) => variables.filter((variable) => !isFormVariable(variable)).some((variable) => sameVariable(one, variable, forms.model)));
  const countsFaults = named.some(({declaration}) => declaration.one === "fault");
  const countsForms = named.some(({declaration}) => declaration.one === "form");
  const plans = planColumns(forms, {sources: modelled.map(({source}) => source), countsForms, countsFaults});
  const of = {forms, period: ingested.report.period, countedOnly: !countsForms && !countsFaults};
  const read = await readPeople(of, plans, ingested.connection);
  const columns = read.map((column): AnswerColumn => ({plan: column.plan, answers: possibleAnswers(column, forms)}));
  const anyOf = modelled.filter(({source}) => source.kind === "any-of");
  const source: SourceDefinition = {
    name: extract.name,
    records: read[0]?.values.length ?? 0,
    columns: columns.map(({plan, answers}) => ({name: planName(plan), values: answers.map((one) => describeAnswer(one, forms, plan))})),
    derived: anyOf.map((one) => deriveAnyOf(one, columns)),
    impossible: impossibleAnswers(columns, forms),
  };
  return {
    extract,
    columns,
    source,
    values: read.map(({values}: ReadColumn) => values),
    derivedOf: new Map(anyOf.map(({variable}, at) => [variable.name, columns.length + at])),
  };
}

const says = {"not-stated": 0, no: 1, yes: 2} as const;

function deriveAnyOf({variable, source}: ModelledVariable, columns: readonly AnswerColumn[]): SourceDefinition["derived"][number] {
  const asked = source.kind === "any-of" ? source.columns : [];
  return {
    name: variable.name,
    of: asked.map(({column, holdsOfRow}) => {
      const at = columns.findIndex(({plan}) => plan.kind !== "standing" && plan.column === column);
      const table = (columns[at]?.answers ?? []).map((answer) =>
        answer.kind === "code" && typeof answer.row === "number" ? says[holdsOfRow[answer.row] ?? "not-stated"] : 0,
      );
      return {column: at, says: table};
    }),
  };
}

function defineEdition(release: Release, {report}: Ingested, drafts: readonly SourceDraft[]): EditionDefinition {
  const populations = release.vocabulary.populations.flatMap((population): readonly PopulationDefinition[] => {
    const declaration = report.populations.find(({name}) => name === population.name);
    const source = drafts.findIndex(({extract}) => extract.name === declaration?.extract);
    const draft = drafts[source];
    if (declaration === undefined || draft === undefined) return [];
    return [definePopulation({population, declaration}, draft, source)];
  });
  return {name: release.edition.id, populations};
}

function definePopulation({population, declaration}: Named, draft: SourceDraft, source: number): PopulationDefinition {
  const {name} = population;
  const {columns, extract} = draft;
  if (declaration.one === "fault") return {name, source, variables: {}, faults: defineFaults(extract.forms, columns)};
  const defined = population.variables.flatMap((variable) => {
    const found = defineFor(variable, draft);
    return found === undefined ? [] : [[variable.name, found] as const];
  });
  const counted = declaration.one === "client" ? countedIn(columns) : undefined;
  return {name, source, variables: Object.fromEntries(defined), ...(counted && {counted})};
}

function defineFor(variable: Variable, {columns, extract, derivedOf}: SourceDraft): PopulationDefinition["variables"][string] | undefined {
  const {model} = extract.forms;
  const names = variable.categories.map(({name}) => name);
  const modelled = isFormVariable(variable) ? undefined : model.variables.find((one) => sameVariable(one, variable, model));
  if (modelled?.source.kind === "any-of") {
    const column = derivedOf.get(modelled.variable.name);
    return column === undefined ? undefined : {column, categories: {"not-stated": [0], no: [1], yes: [2]}};
  }
  const isAnswerRow = (column: string, row: number): boolean => {
    const known = model.dictionary.columns.find((one) => one.name === column);
    const list = known && "list" in known ? model.lists.get(known.list) : undefined;
    return list?.rows[row]?.role !== "not-stated";
  };
  const read = modelled ? readVariable(modelled, columns, isAnswerRow) : readFormVariable(variable.name, columns);
  return read && defineVariable(read, columns[read.column]?.answers ?? [], names);
}

function isFormVariable({name}: Variable): boolean {
  return formVariables.some((one) => one.name === name);
}

function countedIn(columns: readonly AnswerColumn[]): PopulationDefinition["counted"] {
  const column = columns.findIndex(({plan}) => plan.kind === "standing");
  if (column < 0) return undefined;
  const values = (columns[column]?.answers ?? []).flatMap((answer, value) =>
    answer.kind === "standing" && answer.fate === "counted" ? [value] : [],
  );
  return {column, values};
}
