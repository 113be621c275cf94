import type {SourceDefinition} from "../../audit/index.ts";
import {impossibleRows} from "../dictionary/impossibleRows.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {ColumnAnswer} from "./answer.ts";
import {codeIn, type AnswerColumn} from "./defineVariable.ts";
import {listedCodes} from "./possibleAnswers.ts";

type Impossible = SourceDefinition["impossible"][number];

/**
 * The combinations of codes that the dictionary calls impossible, as far as the people hold their columns: no record has
 * one, because one of its answers is dropped; and an answer is dropped for one only beside the others.
 */
export function impossibleTogether(columns: readonly AnswerColumn[], model: ExtractModel): readonly Impossible[] {
  const {dictionary} = model;
  return dictionary.impossible.flatMap((combination, number) => {
    const sides = [...impossibleRows(combination, model)].map(([name, rows]): Side => {
      const codes = new Set(listedCodes(name, model).filter((_, row) => rows.has(row)));
      const column = columns.findIndex(({plan}) => plan.kind === "code" && plan.column === name);
      const later = dictionary.impossible.slice(number + 1).filter(({drop}) => drop === name);
      return {name, column, codes, answers: columns[column]?.answers ?? [], laterRules: later.map((one) => one.name)};
    });
    if (sides.some(({column}) => column < 0)) return [];
    const dropped = sides.filter(({name}) => name === combination.drop);
    return [codesOf(sides), ...dropped.flatMap((side) => droppedWith(side, sides, combination.name))];
  });
}

/** A column of an impossible combination. */
interface Side {
  readonly name: string;
  readonly column: number;
  /** Codes of its list that take part. */
  readonly codes: ReadonlySet<string>;
  readonly answers: readonly ColumnAnswer[];
  /** Rules after this one that drop an answer of the column. */
  readonly laterRules: readonly string[];
}

function codesOf(sides: readonly Side[]): Impossible {
  const values = sides.map(({answers, codes}) => placesIn(answers, (answer) => isCodeOf(answer, codes)));
  const tuples = values.reduce<number[][]>(
    (done, own) => done.flatMap((tuple) => own.map((one) => [...tuple, one])),
    [[]],
  );
  return {columns: sides.map(({column}) => column), values: tuples};
}

/** An answer that this rule dropped, beside one that the rule does not look for. */
function droppedWith(dropped: Side, sides: readonly Side[], rule: string): readonly Impossible[] {
  const drops = placesIn(dropped.answers, (answer) => isDroppedBy(answer, [rule]));
  return sides
    .filter((side) => side !== dropped)
    .map(({column, answers, codes, laterRules}) => {
      const strange = placesIn(answers, (answer) => !isCodeOf(answer, codes) && !isDroppedBy(answer, laterRules));
      return {columns: [dropped.column, column], values: drops.flatMap((drop) => strange.map((one) => [drop, one]))};
    });
}

function placesIn(answers: readonly ColumnAnswer[], isMeant: (answer: ColumnAnswer) => boolean): readonly number[] {
  return answers.flatMap((answer, place) => (isMeant(answer) ? [place] : []));
}

function isCodeOf(answer: ColumnAnswer, codes: ReadonlySet<string>): boolean {
  return codes.has(codeIn(answer) ?? "");
}

/** Whether one of some rules on impossible combinations dropped an answer. */
export function isDroppedBy(answer: ColumnAnswer, rules: readonly string[]): boolean {
  if (answer.kind !== "code" || typeof answer.is === "string") return false;
  return "rule" in answer.is && rules.includes(answer.is.rule);
}
