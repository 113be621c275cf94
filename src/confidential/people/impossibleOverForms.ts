import type {SourceDefinition} from "../../audit/index.ts";
import {canGoTogether, type Taken, type TakenAnswer} from "../dictionary/formsTogether.ts";
import {codesMeant} from "../dictionary/readsOf.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {codeIn, type AnswerColumn} from "./defineVariable.ts";
import {statedCodes} from "./possibleAnswers.ts";

type Impossible = SourceDefinition["impossible"][number];

/** A column of answers to one question, taken from a client's forms in one way. */
interface TakenColumn {
  readonly column: number;
  readonly taken: Taken;
  /** By value, the answer. */
  readonly answers: readonly (string | undefined)[];
}

/**
 * Answers over all forms of a client that cannot go together, nor with the answer of the form that stands for them: of every
 * two columns of one question, and of all those together that say whether any form has some codes. Nothing else ties them,
 * because a client may have any number of forms.
 */
export function impossibleOverForms(columns: readonly AnswerColumn[], model: ExtractModel): readonly Impossible[] {
  const questions = new Set(model.dictionary.overForms.flatMap(({over}) => (over.take === "number" ? [] : [over.of])));
  return [...questions].flatMap((question) => {
    const taken = columnsOf(question, columns, model);
    const stated = statedCodes(question, model);
    const pairs = taken.flatMap((one, at) => taken.slice(at + 1).map((other) => [one, other]));
    const anys = taken.filter((one) => one.taken.take === "any");
    return [...pairs, ...(anys.length > 2 ? [anys] : [])].map((together) => excludedIn(together, stated));
  });
}

function columnsOf(question: string, columns: readonly AnswerColumn[], model: ExtractModel): readonly TakenColumn[] {
  const stated = new Set(statedCodes(question, model));
  return columns.flatMap(({plan, answers}, column): readonly TakenColumn[] => {
    if (plan.kind !== "code") return [];
    if (plan.column === question) {
      const own = answers.map(codeIn).map((code) => (code !== undefined && stated.has(code) ? code : undefined));
      return [{column, taken: {take: "standing"}, answers: own}];
    }
    const over = model.dictionary.overForms.find(({name}) => name === plan.column)?.over;
    if (over === undefined || over.take === "number" || over.of !== question) return [];
    const taken = over.take === "any" ? {...over, codes: codesMeant(over, model)} : over;
    return [{column, taken, answers: answers.map(codeIn)}];
  });
}

/** Every tuple of values that no client can have. */
function excludedIn(together: readonly TakenColumn[], stated: readonly string[]): Impossible {
  const all = together.reduce<readonly (readonly number[])[]>(
    (done, {answers}) => done.flatMap((tuple) => [...answers.keys()].map((value) => [...tuple, value])),
    [[]],
  );
  const values = all.filter((tuple) => {
    const said = together.map(({taken, answers}, at): TakenAnswer => ({taken, answer: answers[tuple[at] ?? 0]}));
    return !canGoTogether(said, stated);
  });
  return {columns: together.map(({column}) => column), values: values.map((tuple) => [...tuple])};
}
