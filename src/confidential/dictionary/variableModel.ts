import type {NamedPeriod, Period, PeriodKind, SpanUnit, Variable} from "../../publication/index.ts";
import type {CodeList} from "./codeList.ts";
import type {Band, Dictionary} from "./dictionary.ts";

/** A variable of the vocabulary together with where its answers come from. */
export interface ModelledVariable {
  readonly variable: Variable;
  readonly source: VariableSource;
}

/**
 * Where the answers of a variable come from. `categoryOfRow` holds a category's name for every row of the column's
 * code list; `blank` is the category of a form without a usable code.
 */
export type VariableSource =
  | {readonly kind: "code"; readonly column: string; readonly categoryOfRow: readonly string[]; readonly blank: string}
  | {readonly kind: "multi"; readonly column: string; readonly categoryOfRow: readonly string[]}
  | QuantitySource
  | {readonly kind: "bands"; readonly of: QuantitySource; readonly groups: readonly Band[]}
  | {
      readonly kind: "any-of";
      readonly columns: readonly {readonly column: string; readonly holdsOfRow: readonly RowAnswer[]}[];
    }
  | {readonly kind: "answered"; readonly column: string}
  | PeriodSource;

/** The months, quarters or years of what is counted, in their order, by a date; not stated in none of them. */
export interface PeriodSource {
  readonly kind: "period";
  readonly column: string;
  readonly divided: PeriodKind;
  readonly periods: readonly NamedPeriod[];
}

/** Where a number comes from. */
export type QuantitySource = SpanSource | NumberSource;

/** Whole years, months, weeks or days between two dates; not stated outside `between`. */
export interface SpanSource {
  readonly kind: "span";
  readonly in: SpanUnit;
  readonly from: string;
  readonly to: string;
  readonly between: readonly [number, number];
}

/** The number in a column, in steps of its last decimal; not stated outside `between`, which are its limits. */
export interface NumberSource {
  readonly kind: "number";
  readonly column: string;
  readonly decimals: 0 | 1 | 2;
  readonly between: readonly [number, number];
}

/** What a code says to a question of the kind "any of these columns": yes, no, or nothing. */
export type RowAnswer = "yes" | "no" | "not-stated";

/** A dictionary with everything that its names stand for, as one region sees it. */
export interface ExtractModel {
  readonly dictionary: Dictionary;
  /** Code lists by name. */
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly variables: readonly ModelledVariable[];
  /** The days whose forms are counted. */
  readonly window: Period;
}
