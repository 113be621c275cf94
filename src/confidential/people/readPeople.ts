import type {ExtractModel} from "../dictionary/variableModel.ts";
import {ExtractError} from "../sources/ExtractError.ts";
import type {AnsweredColumn, ColumnAsked, RecordsAsked} from "../sources/recordAnswers.ts";
import type {RecordSource} from "../sources/RecordSource.ts";
import {nameOfAnswer, type ColumnAnswer} from "./answer.ts";
import {possibleAnswers} from "./possibleAnswers.ts";
import {refuseStrange} from "./refuseStrange.ts";

/** A column as read: the answers that there can be, and for every record the number of its answer. */
export interface ReadColumn {
  readonly plan: ColumnAsked;
  readonly answers: readonly ColumnAnswer[];
  readonly values: Uint16Array;
}

/** An extract of a source, and what its dictionary says of it. */
export interface ReadExtract {
  readonly name: string;
  readonly source: Pick<RecordSource, "answers">;
  readonly model: ExtractModel;
}

/**
 * Reads the records of an extract. Answers are numbered by what the dictionary allows, and records put in the order of their
 * answers: the same records read alike, whatever keeps them and in whatever order. Throws for what no record can answer,
 * because counting it as nought would be a false statement. Confidential.
 */
export async function readPeople(
  {name, source, model}: ReadExtract,
  asked: RecordsAsked,
): Promise<readonly ReadColumn[]> {
  const {columns, times} = await source.answers(name, asked);
  const numbered = asked.columns.map((plan, at): Numbered => {
    const answered = columns[at];
    if (answered?.values.length !== times.length) throw new Error(`the source answers for other records than ${name}`);
    refuseStrange(answered.answers, plan, model);
    return numberAnswers(plan, answered, model);
  });
  const order = inOrder(numbered, times.length);
  return numbered.map(({values, ...column}) => ({...column, values: repeated(values, order, times)}));
}

/** So many answers can be numbered by 16 bits. */
const mostAnswers = 65_536;

interface Numbered {
  readonly plan: ColumnAsked;
  readonly answers: readonly ColumnAnswer[];
  /** By group. */
  readonly values: Uint16Array;
}

function numberAnswers(plan: ColumnAsked, {answers, values}: AnsweredColumn, model: ExtractModel): Numbered {
  const known = possibleAnswers(plan, answers, model);
  if (known.length > mostAnswers) {
    const name = "column" in plan ? plan.column : plan.kind;
    throw new ExtractError(
      {file: `data/dictionaries/${model.dictionary.name}.yaml`},
      `the answers to ${name} are too many to be kept apart. Ask fewer numbers from it, or narrow what they can be.`,
    );
  }
  const numbers = new Map(known.map((answer, number) => [nameOfAnswer(answer), number]));
  const numberAt = answers.map((answer) => numbers.get(nameOfAnswer(answer)));
  const numbered = Uint16Array.from(values, (place) => {
    const number = numberAt[place];
    if (number === undefined) throw new Error(`the source gives no answer for a record`);
    return number;
  });
  return {plan, answers: known, values: numbered};
}

/** Groups in the order of their answers, column by column. */
function inOrder(columns: readonly Numbered[], groups: number): readonly number[] {
  return Array.from({length: groups}, (_, group) => group).sort((a, b) => {
    for (const {values} of columns) {
      const difference = (values[a] ?? 0) - (values[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** The values of all groups in some order, each as often as there are records of it. */
function repeated(values: Uint16Array, order: readonly number[], times: ArrayLike<number>): Uint16Array {
  const all = new Uint16Array(order.reduce((sum, group) => sum + (times[group] ?? 0), 0));
  let from = 0;
  for (const group of order) {
    const to = from + (times[group] ?? 0);
    all.fill(values[group] ?? 0, from, to);
    from = to;
  }
  return all;
}
