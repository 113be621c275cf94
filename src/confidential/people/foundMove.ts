import type {RecordChanges} from "./glue.ts";
import type {HeldStatement} from "./Statements.ts";

/** Other people: the records that change, and the statements that they break, which must then be withheld. */
export interface FoundMove {
  readonly changes: RecordChanges;
  readonly broken: readonly HeldStatement[];
}

/** What a move costs a reader: the cells that it breaks. */
export function moveCost({broken}: FoundMove): number {
  return broken.reduce((sum, {ifWithheld}) => sum + (ifWithheld?.cost ?? 0), 0);
}

/** Keys of the cells that must be withheld for a move. */
export function keysBrokenBy({broken}: FoundMove): ReadonlySet<string> {
  return new Set(broken.map(({ifWithheld, key}) => ifWithheld?.key ?? key));
}
