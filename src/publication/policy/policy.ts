import type {MeanWidth} from "./meanWidth.ts";
import type {Query} from "../query/query.ts";

/** Rules of publication, as `policy.yaml` says; printed in the methods section. */
export interface Policy {
  /** Counts from 1 up to, but not including, this are unsafe. 2 or more. */
  readonly threshold: number;
  /** Where zeros are hidden, a count of nobody is unsafe too. */
  readonly zeros: "shown" | "hidden";
  readonly mark: Mark;
  readonly level: ProtectionLevel;
  /** A mean needs at least this many records. */
  readonly meanNeeds: number;
  /**
   * Means of fewer records than `meanNeeds` that could follow from printed ones are left open within at least so many units
   * of the number, years for ages. Absent where there is no such rule.
   */
  readonly meanWidth?: MeanWidth;
  /** A mean with its interval needs at least this many records. 30 where absent. */
  readonly intervalNeeds?: number;
  /** A sum needs at least this many records above nought. 10 where absent. */
  readonly sumNeeds?: number;
  /**
   * A sum or mean is withheld where all but its two largest numbers come to less than so many percent of the largest, in
   * publications that ask sums. 10 where absent, 0 where there is no such rule.
   */
  readonly dominance?: number;
  /** A share needs a base of at least this many; absent where there is no such rule. Reliability, not protection. */
  readonly shareNeeds?: number;
  /**
   * With the method `withhold`: the breakdown of a group of fewer people than this is withheld whole. Absent where there is
   * no such rule.
   */
  readonly groupNeeds?: number;
  /** Unsafe counts are withheld, or all counts are rounded to multiples of `base`. */
  readonly method: "withhold" | "round";
  /** Whether what a line leaves over beside its printed parts must not be small either, or is merely reported. */
  readonly remainders?: "protected" | "reported";
  /**
   * So many records, or one in a hundred where that is more, may have been corrected since an earlier edition of the same
   * people; more are other records. 25 where absent.
   */
  readonly revisedRecords?: number;
  /** With the method `round` only. */
  readonly base?: number;
}

/**
 * How well unsafe counts are hidden. `exact`: at least two possible values. `width-2`: at least three. `full`: every
 * unsafe value is possible, and at least two values are where only one is unsafe. Source: `docs/disclosure.md`, "The policy".
 */
export type ProtectionLevel = "exact" | "width-2" | "full";

/** What stands where a number is withheld: one mark for all, or one for small counts and one for what protects them. */
export type Mark = string | TwoMarks;

export interface TwoMarks {
  /** Counts that are unsafe by themselves, and what rests on them. */
  readonly small: string;
  /** Everything else that is withheld. */
  readonly further: string;
}

/** What an analyst does about counts that would be hard to protect. Never released: it tells which cells are not small. */
export interface Remedies {
  /** Cells withheld by choice although they are safe. */
  readonly withhold: readonly Query[];
}
