import type {Category, Population, Variable, Vocabulary} from "../vocabulary.ts";
import type {CellAddress, Query} from "./query.ts";

/** One cell of a query, with where it stands in the query's table. */
export interface AskedCell {
  /** Absent for a `value` query, which asks a reference and no population. */
  readonly population?: Population;
  /** One entry for every variable of `by`, then of `within`, in the order written. */
  readonly place: readonly AskedPlace[];
  readonly address: CellAddress;
  /** The count that is the base of a share or the number averaged; the population's count for a count. */
  readonly denominator?: CellAddress;
  /** The count of records of the base that are not stated on the first variable asked (`by`, `at`). */
  readonly missing?: CellAddress;
}

export interface AskedPlace {
  readonly variable: Variable;
  readonly category: Category | "total";
}

/**
 * The cells that a query names, in published order: populations outermost, then `by`, then `within`, last varying
 * fastest. A category that a population's variable lacks (a treatment offered in prison only) is left out for that
 * population.
 *
 * Throws PublicationError for a name that the vocabulary lacks, with the nearest known name.
 */
export declare function expandQuery(query: Query, vocabulary: Vocabulary): readonly AskedCell[];
