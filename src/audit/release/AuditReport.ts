import type {Release} from "../../release/index.ts";
import type {FoundMean} from "../attack/hiddenMeans.ts";

/** One thing that a reader can find out, with how. */
export interface ExplainedCell {
  readonly key: string;
  /** Values that the count can have. */
  readonly possible: readonly number[];
  readonly derivation: readonly string[];
}

/** Withheld and shown counts of one table. */
export interface TableTally {
  /** `prison by residence, sex`. */
  readonly table: string;
  readonly counts: number;
  readonly withheld: number;
  /** Of those withheld: unsafe by themselves. Known with the sign-off only. */
  readonly unsafe?: number;
}

/** How well the cells that are unsafe by themselves are protected. Known with the sign-off only. */
export interface PrimaryLevels {
  readonly primaries: number;
  /** More than one possible count. */
  readonly notExact: number;
  /** What the policy's level asks. */
  readonly atLevel: number;
  /** Every count that the policy withholds is possible. */
  readonly full: number;
}

/** Several withheld cells of one line whose sum is itself below the threshold. */
export interface SmallSum {
  readonly cells: readonly string[];
  readonly most: number;
}

/** A shown group in which everybody is in one category. */
export interface GroupDisclosure {
  readonly group: string;
  readonly category: string;
  readonly people: number;
}

/** A count that an earlier release printed and this one withholds. */
export interface PrintedBefore {
  readonly key: string;
  /** The release that printed it: `south-east-2007-08 (release 1)`. */
  readonly edition: string;
  /** Whether the count is one that the policy withholds: then it is given away for good. */
  readonly isUnsafe: boolean;
  /** Whether the analyst has said in `report.yaml` that it is withheld all the same. */
  readonly isWithdrawn: boolean;
}

/** A count that two releases print with a small difference. */
export interface SmallChange {
  readonly key: string;
  readonly since: string;
  /** Records more (above 0) or fewer than there. */
  readonly change: number;
  /** It was provisional there, the records were revised, or one period is part of the other. */
  readonly reason: "provisional" | "revision" | "period";
}

/** What an audit found out, for the person who signs. Holds what a reader could work out: keep it confidential. */
export interface AuditReport {
  /** Hard level: nothing withheld is given away, no small count follows, nothing contradicts, nothing is undecided. */
  readonly passes: boolean;
  /** Target level: every withheld cell that may be unsafe has as many possible values as the policy asks. */
  readonly reachesTarget: boolean;
  /** Releases audited together, the first being the one in question. */
  readonly editions: readonly string[];
  readonly policy: Release["disclosure"]["policy"];
  readonly counts: number;
  readonly withheld: number;
  readonly tables: readonly TableTally[];
  /** Remedies used: cells withheld by the analyst's choice. Known with the sign-off only. */
  readonly byChoice: readonly string[];
  readonly givenAway: readonly ExplainedCell[];
  readonly narrow: readonly ExplainedCell[];
  /** Cells that print what the policy withholds. */
  readonly printedUnsafe: readonly string[];
  /** Shares that are marked as of too few to be useful, though the release gives no reason to. */
  readonly unfounded: readonly string[];
  /** Counts that no page prints and that follow from those printed, below the threshold. */
  readonly derivable: readonly ExplainedCell[];
  /** Means of fewer records than the policy asks that no page prints and that follow closely from those printed. */
  readonly means: readonly FoundMean[];
  /** Why the printed numbers contradict each other; empty where they do not. */
  readonly contradiction: readonly string[];
  /** Counts that the attack could not settle: a limit of work was reached, or the solver failed. They fail the audit. */
  readonly undecided: readonly string[];
  /** Relations that were too large to be used, in sentences: what they say was not looked at, so that nothing is proved. */
  readonly notProved: readonly string[];
  readonly printedBefore: readonly PrintedBefore[];
  /** Counts that can be worked out because of what was printed before, and that the analyst has given up. */
  readonly withdrawn: readonly string[];
  /** Reported, not failed. */
  readonly changes: readonly SmallChange[];
  readonly primaries?: PrimaryLevels;
  readonly smallSums: readonly SmallSum[];
  readonly groups: readonly GroupDisclosure[];
  readonly notes: readonly string[];
}
