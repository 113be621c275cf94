import type {Combination} from "../../publication/index.ts";
import {answersInCategories, saysSomething, type CategoriesOfAnswers} from "./answerCombinations.ts";
import {anyFormList} from "./overForms.ts";
import {canGoTogether, type Taken} from "./formsTogether.ts";
import {codesMeant, codesOf} from "./readsOf.ts";
import type {ExtractModel} from "./variableModel.ts";

/**
 * What answers over all forms of a client say of each other, and of the answer of the form that stands for them: of every two
 * variables that tell of one question so, the combinations that can be.
 */
export function formsCombinations(model: ExtractModel): readonly Combination[] {
  const {overForms} = model.dictionary;
  const questions = new Set(overForms.flatMap(({over}) => (over.take === "number" ? [] : [over.of])));
  const found = [...questions].flatMap((question) => {
    const columns = columnsOf(question, model);
    return columns.flatMap((one, at) => columns.slice(at + 1).flatMap((other) => combine(one, other)));
  });
  return found.filter((one) => saysSomething(one, model.variables));
}

/** A column of answers to a question. */
interface TakenColumn {
  readonly taken: Taken;
  /** Every answer that it can hold, as the variables number them: the rows of its list, and no answer. */
  readonly answers: readonly (string | undefined)[];
  readonly stated: readonly string[];
  readonly readers: readonly {readonly name: string; readonly reading: CategoriesOfAnswers}[];
}

function columnsOf(question: string, model: ExtractModel): readonly TakenColumn[] {
  const {dictionary, lists} = model;
  const asked = dictionary.overForms.flatMap(({name, over}) =>
    over.take !== "number" && over.of === question ? [{name, taken: over}] : [],
  );
  const column = dictionary.columns.find(({name}) => name === question);
  const list = column && "list" in column ? lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`checkOverForms let column "${question}" pass`);
  const codes = codesOf(list).map((code, row) => (list.rows[row]?.role === "not-stated" ? undefined : code));
  const stated = codes.filter((code) => code !== undefined);
  return [{name: question, taken: {take: "standing"} as const}, ...asked].map(({name, taken}) => {
    const rows = taken.take === "any" ? anyFormList.rows : list.rows;
    const answers = {isBlankRow: rows.map(({role}) => role === "not-stated"), months: []};
    const readers = model.variables.flatMap((modelled) => {
      const reading = answersInCategories(modelled, name, answers);
      return reading === undefined ? [] : [{name: modelled.variable.name, reading}];
    });
    const all = taken.take === "any" ? rows.map(({code}) => code) : codes;
    const meant = taken.take === "any" ? {...taken, codes: codesMeant(taken, model)} : taken;
    return {taken: meant, stated, readers, answers: [...all, undefined]};
  });
}

function combine(one: TakenColumn, other: TakenColumn): readonly Combination[] {
  const together = one.answers.map((answer) =>
    other.answers.map((second) =>
      canGoTogether(
        [
          {taken: one.taken, answer},
          {taken: other.taken, answer: second},
        ],
        one.stated,
      ),
    ),
  );
  return one.readers.flatMap((reader) =>
    other.readers.map((second): Combination => {
      const possible = new Map<string, readonly string[]>();
      together.forEach((row, at) => {
        row.forEach((canBe, place) => {
          if (!canBe) return;
          for (const category of reader.reading[at] ?? []) {
            for (const beside of second.reading[place] ?? []) possible.set(`${category} ${beside}`, [category, beside]);
          }
        });
      });
      return {variables: [reader.name, second.name], possible: [...possible.values()]};
    }),
  );
}
