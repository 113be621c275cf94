import type {CountModel, ModelCell} from "../search/countModel.ts";
import type {ProtectionPolicy} from "../search/protectionOf.ts";

/** Where a cell stands: a table or population, and a category for each variable that it does not add up. */
export interface SituationPlace {
  readonly table: string;
  readonly at: Readonly<Record<string, string>>;
}

/** Counts that cannot be protected, with all that a remedy may change. */
export interface Situation {
  readonly model: CountModel;
  readonly policy: ProtectionPolicy;
  /** Whether a count is to be protected under a policy. */
  readonly isUnsafe: (cell: ModelCell, policy: ProtectionPolicy) => boolean;
  /** undefined for what cannot be asked. */
  readonly placeOf: (cell: ModelCell) => SituationPlace | undefined;
  /** How messages call a cell. */
  readonly nameOf: (cell: ModelCell) => string;
}

/** A change that the analyst can make. */
export interface Candidate {
  /** What to write, as a sentence without its full stop. */
  readonly advice: string;
  /** The situation once it is made. */
  readonly situation: Situation;
  /** The key of what a cell has become, where it is another. */
  readonly keyAfter?: (cell: ModelCell) => string;
}

/** Places of the counts to be protected. */
export function unsafeIn({model, policy, isUnsafe}: Situation): ReadonlySet<number> {
  return new Set(model.cells.flatMap((cell, index) => (isUnsafe(cell, policy) ? [index] : [])));
}
