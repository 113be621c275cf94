import {
  overFormsOf,
  type Combination,
  type OverForms,
  type Population,
  type Reads,
  type Variable,
} from "../../publication/index.ts";

type CodesRead = Extract<Reads, {as: "code"}>;

/** A variable that is read from a client's forms to one question: from the last of them, or from all. */
interface ReadFromForms {
  readonly variable: Variable;
  readonly reads: CodesRead;
  readonly question: string;
  readonly over?: Exclude<OverForms, {take: "number"}>;
}

/** What a form says: a code, and whether that is an answer or stands for none. */
interface Said {
  readonly code: string;
  readonly isAnswer: boolean;
}

/**
 * Every two variables of clients that are read from the same question of their forms, each in its own way, with the
 * categories that a client can have of the two. They are worked out by trying forms, and not taken from the release. Of
 * two answers three forms tell all that there is: the first, the last, and one between.
 */
export function combinationsOfForms({unit, variables}: Population): readonly Combination[] {
  if (unit !== "clients") return [];
  const read = variables.flatMap((variable) => readFromForms(variable) ?? []);
  return read.flatMap((one, at) =>
    read
      .slice(at + 1)
      .filter((other) => one.question === other.question && one.reads.column !== other.reads.column)
      .map((other) => ({variables: [one.variable.name, other.variable.name], possible: tryForms(one, other)})),
  );
}

function readFromForms(variable: Variable): ReadFromForms | undefined {
  const {reads} = variable;
  if (reads?.as !== "code") return undefined;
  const over = overFormsOf(reads);
  if (over === undefined) return {variable, reads, question: reads.column};
  return over.take === "number" ? undefined : {variable, reads, question: over.of, over};
}

function tryForms(one: ReadFromForms, other: ReadFromForms): Combination["possible"] {
  const forms = formsApart([one, other]);
  const found = new Map<string, readonly [string, string]>();
  const tryClient = (client: readonly (Said | undefined)[]): void => {
    const pair = [categoryOf(one, client), categoryOf(other, client)] as const;
    found.set(pair.join("\n"), pair);
  };
  for (const last of forms) {
    tryClient([last]);
    for (const first of forms) {
      tryClient([first, last]);
      for (const between of forms) tryClient([first, between, last]);
    }
  }
  return [...found.values()];
}

/** What a form can say, as far as two variables tell it apart; nothing among it. */
function formsApart(both: readonly ReadFromForms[]): readonly (Said | undefined)[] {
  const codes = new Set(
    both.flatMap(({reads, over}) => (over?.take === "any" ? over.codes : Object.values(reads.categories).flat())),
  );
  const others = both.every(({over}) => over?.take === "any") ? ["some other code"] : [];
  const said = [...codes, ...others].flatMap((code) => {
    const isSure = both.some(({reads, over}) =>
      over?.take === "any" ? over.codes.includes(code) : placeOf(reads, code) !== reads.blank,
    );
    // A code that every variable puts where blanks are may be an answer or none.
    return [true, ...(isSure ? [] : [false])].map((isAnswer): Said => ({code, isAnswer}));
  });
  const signature = ({code, isAnswer}: Said): string =>
    [
      isAnswer,
      ...both.map(({reads, over}) => (over?.take === "any" ? over.codes.includes(code) : placeOf(reads, code))),
    ].join("\n");
  return [undefined, ...new Map(said.map((one) => [signature(one), one])).values()];
}

function placeOf({categories, blank}: CodesRead, code: string | undefined): string {
  return Object.entries(categories).find(([, codes]) => code !== undefined && codes.includes(code))?.[0] ?? blank;
}

/** The category of a client, whose last form stands for them. */
function categoryOf({reads, over}: ReadFromForms, client: readonly (Said | undefined)[]): string {
  if (over === undefined) return placeOf(reads, client.at(-1)?.code);
  const answers = client.filter((one) => one?.isAnswer === true);
  if (over.take !== "any") return placeOf(reads, (over.take === "first" ? answers[0] : answers.at(-1))?.code);
  if (answers.some((one) => one !== undefined && over.codes.includes(one.code))) return placeOf(reads, "yes");
  return answers.length === client.length ? placeOf(reads, "no") : reads.blank;
}
