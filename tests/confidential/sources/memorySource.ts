import {columnCategory, faultVariables} from "../../../src/confidential/dictionary/faultVariables.ts";
import {usable} from "../../../src/confidential/dictionary/formVariables.ts";
import type {ExtractModel} from "../../../src/confidential/dictionary/variableModel.ts";
import type {
  AnswerTest,
  CountAnswer,
  CountRequest,
  FaultCount,
  RecordSource,
} from "../../../src/confidential/sources/RecordSource.ts";
import type {Population} from "../../../src/publication/index.ts";
import {sha256} from "../../../src/release/index.ts";
import {answersOf} from "./memoryAnswers.ts";
import type {KnownForm} from "./contractForms.ts";

/** What a source in memory is made of. */
interface Held {
  readonly forms: readonly KnownForm[];
  readonly faults: readonly FaultCount[];
  /** Every name that may be asked. */
  readonly populations: readonly Population[];
  /** What the dictionary says of them. */
  readonly model: ExtractModel;
}

/** A source that keeps its records in an array: no file, no database, plain loops. */
export function memorySource({forms, faults, populations, model}: Held): RecordSource {
  let isOpen = true;
  const {file: limits} = model.dictionary;
  const fated = (fate: KnownForm["fate"]) => forms.filter((form) => form.fate === fate).length;
  const counts = {
    ...{read: forms.length, quarantined: fated("quarantined"), outsidePeriod: fated("outside-period")},
    ...{superseded: fated("superseded"), counted: fated("counted")},
  };
  const extract = {name: "people", file: "memory", encoding: "memory", isEncodingAssumed: false, ignoredColumns: []};
  return {
    describe: () => [{...extract, limits, counts, faultCounts: faults}],
    // eslint-disable-next-line @typescript-eslint/require-await -- a source answers later; this one knows at once
    count: async (name, requests) => {
      if (!isOpen) throw new Error("this source was disposed of");
      const population = populations.find((one) => one.name === name);
      if (!population) throw new Error(`there is no population "${name}"`);
      for (const request of requests) refuseUnknown(request, population, model);
      const records = recordsOf(population, {forms, faults});
      return requests.map((request) => countIn(records, request));
    },
    faults: (_, limit) =>
      Promise.resolve(
        faults.slice(0, limit).map(({rule, column, severity}) => ({file: "memory", line: 1, rule, column, severity})),
      ),
    unmarked: (mark) => Promise.resolve(forms.every(({client}) => client.startsWith(mark)) ? [] : ["people"]),
    answers: (_, asked) =>
      isOpen
        ? Promise.resolve(answersOf(forms, asked, model))
        : Promise.reject(new Error("this source was disposed of")),
    references: () => Promise.resolve(new Map([["people", sha256(forms.map(({client}) => client).join("\n"))]])),
    [Symbol.asyncDispose]: () => {
      isOpen = false;
      return Promise.resolve();
    },
  };
}

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** One thing that is counted, so many times. */
interface Counted {
  readonly answers: Answers;
  readonly numbers: Readonly<Record<string, number>>;
  readonly times: number;
}

function recordsOf({unit}: Population, {forms, faults}: Pick<Held, "forms" | "faults">): readonly Counted[] {
  switch (unit) {
    case "faults":
      return faults.map(({rule, column, severity, forms: times}) => {
        return {answers: {rule, column: columnCategory(column), severity}, numbers: {}, times};
      });
    case "clients":
      return forms.filter(({fate}) => fate === "counted").map((form) => ({...form, times: 1}));
    case "forms":
      return forms.map(({answers, fate, period, numbers}) => {
        return {answers: {...answers, fate, usable: usable[fate], period}, numbers, times: 1};
      });
  }
}

function refuseUnknown(
  {by, of, counts}: CountRequest,
  {unit, variables}: Population,
  {dictionary}: ExtractModel,
): void {
  const known = unit === "faults" ? faultVariables(dictionary) : variables;
  const tests = counts.flat();
  for (const name of [...by, ...(of === undefined ? [] : [of]), ...tests.map(({variable}) => variable)]) {
    if (!known.some((variable) => variable.name === name)) throw new Error(`there is no variable "${name}"`);
  }
  for (const {variable, category} of tests) {
    const categories = known.find(({name}) => name === variable)?.categories.map(({name}) => name) ?? [];
    if (![...categories, "stated", "not-stated"].includes(category)) throw new Error(`there is no "${category}"`);
  }
}

function countIn(records: readonly Counted[], {by, of, counts}: CountRequest): CountAnswer {
  const asked = records.filter(({numbers}) => of === undefined || numbers[of] !== undefined);
  const groups = Map.groupBy(asked, (record) => JSON.stringify([placeOf(record, by), of && record.numbers[of]]));
  return [...groups.values()].map((group) => {
    const [first] = group;
    const number = of === undefined ? undefined : first?.numbers[of];
    return {
      at: first ? placeOf(first, by) : [],
      ...(number !== undefined && {number}),
      counts: counts.map((tests) =>
        group.reduce((sum, {answers, times}) => sum + (tests.every((test) => holds(answers, test)) ? times : 0), 0),
      ),
    };
  });
}

function placeOf({answers, numbers}: Counted, by: readonly string[]): readonly string[] {
  return by.map((variable) => {
    const answer = answers[variable] ?? String(numbers[variable] ?? "not-stated");
    if (typeof answer !== "string") throw new Error(`"${variable}" has several answers`);
    return answer;
  });
}

function holds(answers: Answers, {variable, category}: AnswerTest): boolean {
  const given = answers[variable] ?? [];
  if (category === "stated") return given.length > 0;
  return category === "not-stated" ? given.length === 0 : given.includes(category);
}
