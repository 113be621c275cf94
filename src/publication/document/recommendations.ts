import type {SourcePosition} from "../source/sourcePosition.ts";

/** What has become of a recommendation. */
export type RecommendationState = "done" | "under-way" | "not-begun" | "dropped";

/** Something that was recommended, to whom, and what has become of it. */
export interface Recommendation {
  /** As the review numbers it: "4" or "2.1". */
  readonly number: string;
  /** What is asked for, a line. */
  readonly what: string;
  readonly owner: string;
  /** The last day on which it is not late, ISO. */
  readonly due: string;
  /** As its author wrote the day: a month alone is due at its end. */
  readonly dueText: string;
  readonly state: RecommendationState;
  /** What is to be said of the state, a line. */
  readonly note?: string;
  /** Figures, tables and chapters of the report that bear on it. */
  readonly see: readonly string[];
  readonly position: SourcePosition;
}

/** The recommendations that an edition follows, as they stood on one day. */
export interface RecommendationList {
  /** ISO date. */
  readonly asOf: string;
  readonly recommendations: readonly Recommendation[];
  readonly position: SourcePosition;
}
