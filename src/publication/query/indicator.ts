import type {NamedColumn} from "../../measures/index.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {Query} from "./query.ts";

/** A named query with what its number is held against, as `indicators.yaml` says. */
export interface Indicator {
  readonly name: string;
  /** As it heads rows and columns. */
  readonly label: string;
  /** What is counted, of whom and when, in words. */
  readonly definition: string;
  /** Asks one number: everybody's. Asked by a variable, or at a place, it is narrowed to that. */
  readonly query: Query;
  /** With how many decimals its number is printed; absent where its measure says so. */
  readonly decimals?: number;
  /** Which of two numbers is the better one; absent where neither is. */
  readonly better?: "higher" | "lower";
  /** The variable of its places: without one of its categories the number is the whole region's. */
  readonly area?: string;
  readonly target?: IndicatorTarget;
  readonly benchmark?: IndicatorBenchmark;
  readonly position: SourcePosition;
}

/** A target that is the same everywhere, from some day on, or one for each place in a column of a reference. */
export type IndicatorTarget =
  | {readonly kind: "number"; readonly since: readonly DatedTarget[]}
  | {readonly kind: "column"; readonly column: NamedColumn; readonly key: string; readonly position: SourcePosition};

/** A target and the ISO date from which it applies. */
export interface DatedTarget {
  readonly number: number;
  readonly from: string;
  readonly source: string;
}

/** What places are compared with: the region that holds them, one figure of a reference, or areas like each of them. */
export type IndicatorBenchmark = {readonly label: string} & (
  {readonly kind: "region"} | {readonly kind: "figure"; readonly query: Query} | SimilarBenchmark
);

/** Areas like each area, as a list of `data/reference/similar/` names them. */
export interface SimilarBenchmark {
  readonly kind: "similar";
  readonly similar: Readonly<Record<string, readonly string[]>>;
  /** Which areas these are and who says so, in a sentence. */
  readonly definition: string;
  /** Where the list of an area stands. */
  readonly positionOf: (area: string) => SourcePosition;
}

/** The indicators of a report by name. */
export interface Indicators extends ReadonlyMap<string, Indicator> {
  /** Why the definition of a name cannot be read; nothing where it can, or where there is none. */
  readonly faultIn?: (name: string) => Error | undefined;
}

/** Where nothing is defined. */
export const noIndicators: Indicators = new Map();

/** Where nothing else is said, the key of a reference of places. */
export const usualPlaceKey = "area";

/** The reference that a target which is the same everywhere is the one figure of, in the column {@link targetColumn}. */
export function targetReferenceName({name}: Pick<Indicator, "name">): string {
  return `${name}-target`;
}

/** The column of the reference that a target makes. */
export const targetColumn = "target";
