import type {
  Definitions,
  EditionDefinition,
  People,
  PopulationDefinition,
  SourceDefinition,
} from "../../audit/index.ts";
import {completeRecords} from "../../audit/index.ts";
import {
  countedDays,
  wholePopulations,
  type Period,
  type Population,
  type Reads,
  type Variable,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {formStates, stateOf, type ColumnAnswer} from "./answer.ts";
import {planColumns, planName} from "./columnPlan.ts";
import {countedAs, type CountedAs} from "./countedAs.ts";
import {defineFaults} from "./defineFaults.ts";
import {codeIn, defineVariable, type AnswerColumn, type ReadFrom} from "./defineVariable.ts";
import {describeAnswer} from "./describeAnswer.ts";
import type {KnownRecords} from "./knownRecords.ts";
import {defineOnDays, deriveUsable, isToldOf, isWindow, otherDays, usableKey} from "./otherDays.ts";
import {mergeValues, type Merged} from "./mergeValues.ts";
import {impossibleAnswers} from "./impossibleAnswers.ts";
import {impossibleSpans} from "./impossibleSpans.ts";
import {readPeople} from "./readPeople.ts";
import {readsIn} from "./readsIn.ts";

/** The people of a publication, with how every edition counts them. Confidential: these are the true records. */
export interface TruePeople {
  readonly definitions: Definitions;
  readonly people: People;
}

/** Reads the records that some releases count, as far as any of their variables reads them. The first release is the new one. */
export async function definePeople(known: KnownRecords, releases: readonly Release[]): Promise<TruePeople> {
  const drafts: SourceDraft[] = [];
  for (const [extract, model] of known.models) {
    const named = namedOf(extract, known, releases);
    if (named.length === 0) continue;
    drafts.push(await draftSource({extract, model, named, known}));
  }
  const definitions: Definitions = {
    sources: drafts.map(({source}) => source),
    editions: releases.map((release) => defineEdition(release, known, drafts)),
  };
  const merged = mergeValues(definitions, drafts.map(({values}) => values)); // prettier-ignore
  const sources = merged.definitions.sources.map((source, at) => tieSpans(source, drafts[at], merged.valueOf[at]));
  const people = merged.values.flatMap((columns, at) => {
    const source = sources[at];
    return source === undefined ? [] : [completeRecords(source, columns)];
  });
  return {definitions: {...merged.definitions, sources}, people};
}

/** States, of the values that are told apart, which months and times between dates cannot go together. */
function tieSpans(
  source: SourceDefinition,
  draft: SourceDraft | undefined,
  valueOf: Merged["valueOf"][number] | undefined,
): SourceDefinition {
  if (draft === undefined || valueOf === undefined) return source;
  const {columns, model, reads} = draft;
  const sizes = source.columns.map(({values}) => values.length);
  return {...source, impossible: [...source.impossible, ...impossibleSpans(columns, {reads, model, sizes, valueOf})]};
}

/** A population that a release counts, and as what. */
interface Named {
  readonly population: Population;
  readonly counted: CountedAs;
  /** The days whose forms it counts. */
  readonly days: Period;
}

function namedOf(extract: string, known: KnownRecords, releases: readonly Release[]): readonly Named[] {
  return releases.flatMap((release) =>
    wholePopulations(release.vocabulary.populations).flatMap((population) => {
      const named = nameIn(release, population, known);
      return named?.counted.extract === extract ? [named] : [];
    }),
  );
}

/** A population of a release as it is counted on today's records; nothing where these do not tell whom it counted. */
function nameIn({edition}: Release, population: Population, known: KnownRecords): Named | undefined {
  const counted = countedAs(population, known);
  const model = known.models.get(counted?.extract ?? "");
  if (counted === undefined || model === undefined) return undefined;
  const days = countedDays(population, edition.period);
  return isToldOf(days, counted, model) ? {population, counted, days} : undefined;
}

/** A column of the people, with its value in every record. */
interface PeopleColumn extends AnswerColumn {
  readonly values: Uint16Array;
}

/** Adds the state that follows from how each form stands, where forms or faults are counted. */
function withState(read: readonly PeopleColumn[]): readonly PeopleColumn[] {
  const standing = read.find(({plan}) => plan.kind === "standing");
  if (standing === undefined) return read;
  const states = standing.answers.map((answer) => (answer.kind === "standing" ? stateOf(answer) : "other"));
  const answers = formStates.map((is): ColumnAnswer => ({kind: "state", is}));
  const values = standing.values.map((value) => formStates.indexOf(states[value] ?? "other"));
  return [{plan: {kind: "state"}, answers, values}, ...read];
}

interface SourceDraft {
  readonly extract: string;
  readonly model: ExtractModel;
  /** What is read of it. */
  readonly reads: readonly Reads[];
  readonly columns: readonly AnswerColumn[];
  readonly source: SourceDefinition;
  readonly values: readonly Uint16Array[];
  /** Numbers of the derived columns, by what they read. */
  readonly derivedOf: ReadonlyMap<string, number>;
}

interface Asked {
  readonly extract: string;
  readonly model: ExtractModel;
  readonly named: readonly Named[];
  readonly known: KnownRecords;
}

async function draftSource({extract, model, named, known}: Asked): Promise<SourceDraft> {
  const variables = named.flatMap(({population}) => population.variables);
  const reads = variables.flatMap((variable) => readsIn(variable, model) ?? []);
  const countsFaults = named.some(({counted}) => counted.one === "fault");
  const countsForms = named.some(({counted}) => counted.one === "form");
  const others = otherDays(named.map(({days}) => days), model); // prettier-ignore
  const plans = planColumns(model, {reads, countsForms, countsFaults, others});
  const asked = {columns: plans, countedOnly: !plans.some(({kind}) => kind === "standing")};
  const columns = withState(await readPeople({name: extract, source: known.source, model}, asked));
  const anyOf = new Map(reads.flatMap((one) => (one.as === "any-of" ? [[JSON.stringify(one), one] as const] : [])));
  const source: SourceDefinition = {
    name: extract,
    records: columns[0]?.values.length ?? 0,
    columns: columns.map(({plan, answers}) => ({name: planName(plan), values: answers.map(describeAnswer)})),
    derived: [
      ...[...anyOf.values()].map((one) => deriveAnyOf(one, columns)),
      ...others.map((days) => deriveUsable(days, columns, model)),
    ],
    impossible: impossibleAnswers(columns, model, reads),
  };
  const keys = [...anyOf.keys(), ...others.map(usableKey)];
  const derivedOf = new Map(keys.map((key, at) => [key, columns.length + at]));
  return {extract, model, reads, columns, source, values: columns.map(({values}) => values), derivedOf};
}

function deriveAnyOf(
  {columns}: Extract<Reads, {as: "any-of"}>,
  from: ReadFrom["columns"],
): SourceDefinition["derived"][number] {
  return {
    name: `any of ${columns.map(({column}) => column).join(", ")}`,
    of: columns.map(({column, yes, no}) => {
      const at = from.findIndex(({plan}) => "column" in plan && plan.column === column);
      const says = (from[at]?.answers ?? []).map((answer) => {
        const code = codeIn(answer);
        if (code === undefined) return 0;
        return yes.includes(code) ? 2 : Number(no.includes(code));
      });
      return {column: at, says};
    }),
  };
}

function defineEdition(release: Release, known: KnownRecords, drafts: readonly SourceDraft[]): EditionDefinition {
  const populations = wholePopulations(release.vocabulary.populations).flatMap(
    (population): readonly PopulationDefinition[] => {
      const named = nameIn(release, population, known);
      const source = drafts.findIndex(({extract}) => extract === named?.counted.extract);
      const draft = drafts[source];
      return named === undefined || draft === undefined ? [] : [definePopulation(named, draft, source)];
    },
  );
  return {name: release.edition.id, populations};
}

function definePopulation(
  {population, counted: as, days}: Named,
  draft: SourceDraft,
  source: number,
): PopulationDefinition {
  const {name} = population;
  const {columns, model} = draft;
  if (as.one === "fault") return {name, source, variables: {}, faults: defineFaults(model.dictionary, columns)};
  const defined = population.variables.flatMap((variable) => {
    const found = defineFor(variable, draft, days);
    return found === undefined ? [] : [[variable.name, found] as const];
  });
  const counted = as.one === "client" ? countedIn(columns) : undefined;
  return {name, source, variables: Object.fromEntries(defined), ...(counted && {counted})};
}

function defineFor(
  variable: Variable,
  {columns, model, derivedOf}: SourceDraft,
  days: Period,
): PopulationDefinition["variables"][string] | undefined {
  const reads = readsIn(variable, model);
  if (reads === undefined) return undefined;
  if (reads.as === "form" && !isWindow(days, model)) {
    return defineOnDays(reads.what, {days, columns, model, usable: derivedOf.get(usableKey(days))});
  }
  const names = variable.categories.map(({name}) => name);
  if (reads.as !== "any-of") return defineVariable(reads, {columns, model}, names);
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
