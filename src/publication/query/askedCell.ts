import type {Category, Population, Variable} from "../vocabulary.ts";
import type {CellAddress} from "../../measures/index.ts";

/** One cell of a query, with where it stands in the query's table. */
export interface AskedCell {
  /** Absent for a `value` query, which asks a reference and no population. */
  readonly population?: Population;
  /** One entry for every variable of `by`, then of `within`, in the order written. */
  readonly place: readonly AskedPlace[];
  readonly address: CellAddress;
  /** The count that is the base of a share; the population's count for a count; the number averaged of everybody. */
  readonly denominator?: CellAddress;
  /**
   * Of a mean of a group: the number averaged. It is not asked with the mean, because few of a group are missing, and is
   * printed where the report asks it elsewhere.
   */
  readonly averaged?: CellAddress;
  /** Of a mean of a group: the count of the group, whether or not the number is known. */
  readonly group?: CellAddress;
  /**
   * The count of records of the base that are not stated on the first variable asked (`by`, then `at`), or on the
   * number averaged of everybody. Where the base leaves them out, the records left out. Of a rate, which has no base: those
   * who are as the records counted, without an answer to the variable of its places.
   */
  readonly missing?: CellAddress;
}

export interface AskedPlace {
  readonly variable: Variable;
  readonly category: Category | "total";
}
