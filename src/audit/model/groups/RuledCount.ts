/** A count that a release shows or withholds under a rule for small groups, as a cell of the model. */
export interface RuledCount {
  readonly cell: number;
  /** As messages call it. */
  readonly key: string;
  /** Cells of the groups that it narrows. */
  readonly groups: readonly number[];
  /** Its value, or the mark that it carries: `further` stands for a safe count in no small group. */
  readonly shown: number | "mark" | "small" | "further";
  /** The release that says so: each keeps its own rule. */
  readonly release: string;
  /** Whether that is the release which is audited. */
  readonly isFirst: boolean;
  readonly rule: MarkRule;
}

/** The rule for small groups with what else decides about marks. */
export interface MarkRule {
  /** The breakdown of a group of fewer people, at least one, is withheld whole. */
  readonly groupNeeds: number;
  readonly threshold: number;
  /** Smallest count that is withheld by itself. */
  readonly smallest: number;
}
