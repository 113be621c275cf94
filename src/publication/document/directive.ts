import type {Coordinates} from "../../measures/index.ts";
import type {AskedSet} from "../query/askedSet.ts";
import type {Query} from "../query/query.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";

/** What stands between `{{` and `}}`. */
export type Directive =
  | ValueDirective
  | Claim
  | CompareDirective
  | DifferenceDirective
  | StatusDirective
  | {readonly kind: "change"; readonly query: Query; readonly otherwise?: string; readonly position: SourcePosition}
  | RankingDirective
  | OutlyingDirective
  | LabelDirective
  | {readonly kind: "term"; readonly name: string; readonly position: SourcePosition}
  | {readonly kind: "see"; readonly target: string; readonly position: SourcePosition}
  | {readonly kind: "fact"; readonly name: string; readonly position: SourcePosition}
  | {readonly kind: "report"; readonly field: ReportField; readonly position: SourcePosition}
  | UnclaimedDirective
  | OtherwiseDirective;

/** The words of one category, or of several that a query can ask as one. */
export interface LabelDirective {
  readonly kind: "label";
  /** Or a reference. */
  readonly population: string;
  readonly at: Coordinates;
  /** So many months that end with the period of the place. */
  readonly months?: number;
  readonly sets?: readonly AskedSet[];
  readonly position: SourcePosition;
}

/** Why words that compare rest on no number; prints nothing. */
export interface UnclaimedDirective {
  readonly kind: "unclaimed";
  readonly because: string;
  readonly position: SourcePosition;
}

/** What prints one number: of a release, or from elsewhere. */
export type NumberDirective = Extract<Directive, {kind: "value" | "fact"}>;

export type ReportField =
  | "title"
  | "region"
  | "period"
  | "period-label"
  | "publisher"
  | "contact"
  | "published"
  | "previous-period"
  | "previous-period-label";

export interface ValueDirective {
  readonly kind: "value";
  readonly query: Query;
  readonly format: ValueFormat;
  readonly otherwise?: string;
  readonly position: SourcePosition;
}

/** How a value is written; see `docs/writing-a-report.md`, "Numbers as words". */
export interface ValueFormat {
  /** `number`: "19%"; `in-words`: "almost a fifth (19%)"; `as-words`: "almost a fifth"; `spelt`: "sixty". */
  readonly style: "number" | "in-words" | "as-words" | "spelt";
  /** Decimals of a share, mean or rate; the measure's own default where absent. */
  readonly decimals?: number;
  /** Counts: to the nearest of this, with "around". */
  readonly nearest?: number;
  /** Shares: followed by the count, "19% (1,486 clients)". */
  readonly withCount?: boolean;
  /** Followed by its 95% interval, or the bounds of an estimate: "7.1% (95% interval 5.1% to 9.4%)". */
  readonly withInterval?: boolean;
  /** First letter upper case. */
  readonly capital?: boolean;
}

export interface CompareDirective {
  readonly kind: "compare";
  readonly left: Query;
  readonly right: Query;
  /** Words for left greater, left smaller, and where neither may be said. */
  readonly words: readonly [string, string, string];
  readonly otherwise?: string;
  readonly position: SourcePosition;
}

/** On which side of its target, or of a figure from elsewhere, the number of an indicator lies. */
export interface StatusDirective {
  readonly kind: "status";
  readonly query: Query;
  readonly against: Query;
  /** Words for above, below, and where the number's interval does not leave the other one out. */
  readonly words: readonly [string, string, string];
  readonly otherwise?: string;
  readonly position: SourcePosition;
}

/** A difference of two shares in percentage points, or of two means in their unit, with its 95% interval. */
export interface DifferenceDirective {
  readonly kind: "difference";
  readonly left: Query;
  readonly right: Query;
  readonly otherwise?: string;
  readonly position: SourcePosition;
}

/** The categories whose number is told apart from another one, or from the target of its indicator, on one side of it. */
export interface OutlyingDirective {
  readonly kind: "outlying";
  readonly side: "higher" | "lower";
  /** A query with exactly one `by` or `within` variable. */
  readonly query: Query;
  readonly than: Query;
  /** Whether it is the indicator's target, which a number is told apart from by its own interval. */
  readonly isTarget: boolean;
  readonly withValue: boolean;
  /** As of a ranking. */
  readonly leaveOut: readonly ("not-stated" | "outside")[];
  readonly otherwise?: string;
  readonly position: SourcePosition;
}

/**
 * Stands for its whole paragraph, title or sentence when a query there meets a cell that is not published: that of
 * `when`, or any.
 */
export interface OtherwiseDirective {
  readonly kind: "otherwise";
  readonly text: string;
  readonly when?: Query;
  readonly position: SourcePosition;
}

export interface RankingDirective {
  readonly kind: "ranking";
  /** A query with exactly one `by` or `within` variable. */
  readonly query: Query;
  /** `all` lists every published category in published order; the others sort by value. */
  readonly order: "highest" | "lowest" | "all";
  readonly take: number;
  /** Places to leave out before taking. */
  readonly skip: number;
  readonly withValue: boolean;
  /** Only what is published is put in order, and the text says so; otherwise a withheld cell that matters stops it. */
  readonly amongShown: boolean;
  /** Categories by role that take no part; `not-stated` and `outside` unless the text asks for them. */
  readonly leaveOut: readonly ("not-stated" | "outside")[];
  readonly otherwise?: string;
  readonly position: SourcePosition;
}

/** A comparison that the sentence beside it rests on; judged on released values only. Prints nothing. */
export type Claim =
  | {
      readonly kind: "claim";
      readonly left: Query;
      readonly operator: ">" | "<" | ">=" | "<=" | "=";
      /** A bare number, in the units of the left side's value, or another query. */
      readonly right: Query | number;
      /** The 95% intervals of both sides leave each other out, or that of the left side the number. */
      readonly clearly?: true;
      /** How far apart the sides are at least, in the unit of the left side's value: percentage points of shares. */
      readonly byAtLeast?: number;
      /** A cell that is not published lets the claim pass; otherwise it is a fault. */
      readonly ifPublished: boolean;
      readonly text: string;
      readonly position: SourcePosition;
    }
  | {
      readonly kind: "claim-rank";
      readonly query: Query;
      readonly order: "highest" | "lowest";
      readonly category: string;
      /** A cell that is not published lets the claim pass; otherwise it is a fault. */
      readonly ifPublished: boolean;
      readonly text: string;
      readonly position: SourcePosition;
    };
