import type {VariableSource} from "../dictionary/variableModel.ts";

/** One thing that records are grouped by; its keys are whole numbers whose meaning `keyReader` knows. */
export type Dimension =
  | Exclude<VariableSource, {kind: "multi" | "bands"}>
  | {readonly kind: "fate"}
  | {readonly kind: "period"}
  | {readonly kind: "fault"; readonly field: "rule" | "column" | "severity"};

/** A test of a column of several codes: whether it holds the code of one row of its list, or any of some rows. */
export interface CodesTest {
  readonly column: string;
  /** Rows of the code list, counted from 0: true of a record that holds at least one of them. */
  readonly anyOfRows: readonly number[];
  /** False: true of a record that holds none of them. */
  readonly holds: boolean;
}

/** Records grouped by some dimensions, counted once for every list of tests; no test counts all. */
export interface GroupRequest {
  readonly by: readonly Dimension[];
  readonly counts: readonly (readonly CodesTest[])[];
}

/** One group: its keys in the order of `by` (NULL where not stated), and its counts in the order of `counts`. */
export interface GroupRow {
  readonly keys: readonly (number | null)[];
  readonly counts: readonly number[];
}

/**
 * What counts records. Only aggregates come back: a database that already holds the records can stand here instead of
 * the private one.
 */
export interface TabulationEngine {
  /** Answers all requests about one population, in their order. */
  readonly countGroups: (
    population: string,
    requests: readonly GroupRequest[],
  ) => Promise<readonly (readonly GroupRow[])[]>;
}

/** Name of a dimension: two with the same name group alike. */
export function dimensionName(dimension: Dimension): string {
  switch (dimension.kind) {
    case "code":
    case "answered":
      return `${dimension.kind} ${dimension.column}`;
    case "years":
      return `years ${dimension.from} ${dimension.to} ${dimension.between.join(" ")}`;
    case "any-of":
      return `any-of ${JSON.stringify(dimension.columns)}`;
    case "fault":
      return `fault ${dimension.field}`;
    case "fate":
    case "period":
      return dimension.kind;
  }
}
