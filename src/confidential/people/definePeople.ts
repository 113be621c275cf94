import type {
  Definitions,
  EditionDefinition,
  People,
  PopulationDefinition,
  SourceDefinition,
} from "../../audit/index.ts";
import {completeRecords} from "../../audit/index.ts";
import type {Population, Reads, Variable} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {Ingested, IngestedExtract} from "../sources/files/ingested.ts";
import {formStates, stateOf, type ColumnAnswer} from "./answer.ts";
import {planColumns, planName} from "./columnPlan.ts";
import {countedAs, type CountedAs} from "./countedAs.ts";
import {defineFaults} from "./defineFaults.ts";
import {releasedCode, defineVariable, type AnswerColumn, type ReadFrom} from "./defineVariable.ts";
import {describeAnswer} from "./describeAnswer.ts";
import {mergeValues} from "./mergeValues.ts";
import {impossibleAnswers} from "./impossibleAnswers.ts";
import {possibleAnswers} from "./possibleAnswers.ts";
import {readPeople, type ReadColumn} from "./readPeople.ts";
import {readsIn} from "./readsIn.ts";

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

/** A population that a release counts, and as what. */
interface Named {
  readonly population: Population;
  readonly counted: CountedAs;
}

function namedOf(extract: string, ingested: Ingested, releases: readonly Release[]): readonly Named[] {
  return releases.flatMap(({vocabulary}) =>
    vocabulary.populations.flatMap((population) => {
      const counted = countedAs(population, ingested);
      return counted?.extract === extract ? [{population, counted}] : [];
    }),
  );
}

/** Adds the state that follows from how each form stands, where forms or faults are counted. */
function withState(read: readonly ReadColumn[]): readonly ReadColumn[] {
  const standing = read.find(({plan}) => plan.kind === "standing");
  if (standing === undefined) return read;
  const states = standing.answers.map((answer) => (answer.kind === "standing" ? stateOf(answer) : "other"));
  const answers = formStates.map((is): ColumnAnswer => ({kind: "state", is}));
  const values = standing.values.map((value) => formStates.indexOf(states[value] ?? "other"));
  return [{plan: {kind: "state"}, answers, values}, ...read];
}

interface SourceDraft {
  readonly extract: IngestedExtract;
  readonly columns: readonly AnswerColumn[];
  readonly source: SourceDefinition;
  readonly values: readonly Uint16Array[];
  /** Numbers of the derived columns, by what they read. */
  readonly derivedOf: ReadonlyMap<string, number>;
}

interface Asked {
  readonly extract: IngestedExtract;
  readonly named: readonly Named[];
  readonly ingested: Ingested;
}

async function draftSource({extract, named, ingested}: Asked): Promise<SourceDraft> {
  const {forms} = extract;
  const variables = named.flatMap(({population}) => population.variables);
  const reads = variables.flatMap((variable) => readsIn(variable, forms.model) ?? []);
  const countsFaults = named.some(({counted}) => counted.one === "fault");
  const countsForms = named.some(({counted}) => counted.one === "form");
  const plans = planColumns(forms, {reads, countsForms, countsFaults});
  const of = {forms, period: ingested.report.period, countedOnly: !plans.some(({kind}) => kind === "standing")};
  const read = withState(await readPeople(of, plans, ingested.connection));
  const columns = read.map((column): AnswerColumn => ({plan: column.plan, answers: possibleAnswers(column, forms)}));
  const anyOf = new Map(reads.flatMap((one) => (one.as === "any-of" ? [[JSON.stringify(one), one] as const] : [])));
  const source: SourceDefinition = {
    name: extract.name,
    records: read[0]?.values.length ?? 0,
    columns: columns.map(({plan, answers}) => {
      return {name: planName(plan), values: answers.map((one) => describeAnswer(one, forms, plan))};
    }),
    derived: [...anyOf.values()].map((one) => deriveAnyOf(one, {columns, forms})),
    impossible: impossibleAnswers(columns, forms),
  };
  const derivedOf = new Map([...anyOf.keys()].map((key, at) => [key, columns.length + at]));
  return {extract, columns, source, values: read.map(({values}) => values), derivedOf};
}

function deriveAnyOf({columns}: Extract<Reads, {as: "any-of"}>, from: ReadFrom): SourceDefinition["derived"][number] {
  return {
    name: `any of ${columns.map(({column}) => column).join(", ")}`,
    of: columns.map(({column, yes, no}) => {
      const at = from.columns.findIndex(({plan}) => "column" in plan && plan.column === column);
      const says = (from.columns[at]?.answers ?? []).map((answer) => {
        const row = answer.kind === "code" && typeof answer.row === "number" ? answer.row : undefined;
        const code = row === undefined ? undefined : releasedCode(row, column, from.forms);
        if (code === undefined) return 0;
        return yes.includes(code) ? 2 : Number(no.includes(code));
      });
      return {column: at, says};
    }),
  };
}

function defineEdition(release: Release, ingested: Ingested, drafts: readonly SourceDraft[]): EditionDefinition {
  const populations = release.vocabulary.populations.flatMap((population): readonly PopulationDefinition[] => {
    const counted = countedAs(population, ingested);
    const source = drafts.findIndex(({extract}) => extract.name === counted?.extract);
    const draft = drafts[source];
    return counted === undefined || draft === undefined ? [] : [definePopulation({population, counted}, draft, source)];
  });
  return {name: release.edition.id, populations};
}

function definePopulation({population, counted: as}: Named, draft: SourceDraft, source: number): PopulationDefinition {
  const {name} = population;
  const {columns, extract} = draft;
  if (as.one === "fault") return {name, source, variables: {}, faults: defineFaults(extract.forms, columns)};
  const defined = population.variables.flatMap((variable) => {
    const found = defineFor(variable, draft);
    return found === undefined ? [] : [[variable.name, found] as const];
  });
  const counted = as.one === "client" ? countedIn(columns) : undefined;
  return {name, source, variables: Object.fromEntries(defined), ...(counted && {counted})};
}

function defineFor(
  variable: Variable,
  {columns, extract, derivedOf}: SourceDraft,
): PopulationDefinition["variables"][string] | undefined {
  const reads = readsIn(variable, extract.forms.model);
  if (reads === undefined) return undefined;
  const names = variable.categories.map(({name}) => name);
  if (reads.as !== "any-of") return defineVariable(reads, {columns, forms: extract.forms}, names);
  const column = derivedOf.get(JSON.stringify(reads));
  return column === undefined ? undefined : {column, categories: {"not-stated": [0], no: [1], yes: [2]}};
}

function countedIn(columns: readonly AnswerColumn[]): PopulationDefinition["counted"] {
  const column = columns.findIndex(({plan}) => plan.kind === "state");
  if (column < 0) return undefined;
  const values = (columns[column]?.answers ?? []).flatMap((answer, value) =>
    answer.kind === "state" && answer.is === "counted" ? [value] : [],
  );
  return [{column, values}];
}
