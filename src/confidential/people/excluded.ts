import type {SourceDefinition} from "../../audit/index.ts";
import type {ColumnAnswer} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";

/** The pairs of answers of two columns that cannot go together; none where a column is lacking. */
export function excluded(
  [columns, one, other]: readonly [columns: readonly AnswerColumn[], one: number, other: number],
  canGo: (a: ColumnAnswer, b: ColumnAnswer) => boolean,
): SourceDefinition["impossible"] {
  const [first, second] = [columns[one]?.answers ?? [], columns[other]?.answers ?? []];
  const values = first.flatMap((a, at) => second.flatMap((b, place) => (canGo(a, b) ? [] : [[at, place]])));
  return [{columns: [one, other], values}];
}
