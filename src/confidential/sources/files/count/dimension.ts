import type {VariableSource} from "../../../dictionary/variableModel.ts";

/** One thing that forms are grouped by; its keys are whole numbers whose meaning `variableReaders` knows. */
export type FormDimension =
  | Exclude<VariableSource, {kind: "multi" | "bands" | "period"}>
  | {readonly kind: "month"; readonly column: string}
  | {readonly kind: "fate"}
  | {readonly kind: "period"};

/** A test of a column of several codes: whether it holds the code of one row of its list, or any of some rows. */
export interface CodesTest {
  readonly column: string;
  /** Rows of the code list, counted from 0: true of a record that holds at least one of them. */
  readonly anyOfRows: readonly number[];
  /** False: true of a record that holds none of them. */
  readonly holds: boolean;
}

/** Records grouped by some dimensions, counted once for every list of tests; no test counts all. */
export interface KeyRequest {
  readonly by: readonly FormDimension[];
  readonly counts: readonly (readonly CodesTest[])[];
}

/** One group: its keys in the order of `by` (null where not stated), and its counts in the order of `counts`. */
export interface KeyRow {
  readonly keys: readonly (number | null)[];
  readonly counts: readonly number[];
}

/** Name of a dimension: two with the same name group alike. */
export function dimensionName(dimension: FormDimension): string {
  switch (dimension.kind) {
    case "code":
    case "answered":
    case "month":
      return `${dimension.kind} ${dimension.column}`;
    case "span":
      return `${dimension.in} ${dimension.from} ${dimension.to} ${dimension.between.join(" ")}`;
    case "number":
      return `number ${dimension.column}`;
    case "any-of":
      return `any-of ${JSON.stringify(dimension.columns)}`;
    case "fate":
    case "period":
      return dimension.kind;
  }
}
