import type {Coordinates} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {smallestUnsafe} from "../tells/smallestUnsafe.ts";

/**
 * What the reader knows of a count. `published`: its value. `withheld`: that it is withheld. `unseen`: nothing; no page
 * shows it, but the counts that are shown add up through it. `rounded`: how far it is from the multiple shown, at most.
 */
export type CellStanding = "published" | "withheld" | "rounded" | "unseen";

/** One count of people, forms or faults, whatever tables show it and under whatever names. */
export interface AuditCell {
  /** Key of the count cell, as `cellKey` writes it; for an unseen cell the key that it would have. Cells of other records than the first release's end in `@` and their world. */
  readonly key: string;
  readonly population: string;
  readonly at: Coordinates;
  readonly standing: CellStanding;
  /** Whether it is withheld somewhere, under this name or another, or in another edition, also where it is printed elsewhere; or is a difference between editions that must not be worked out. */
  readonly isWithheld: boolean;
  /** No count: whether something is so of the count at its place, 1 or 0. Nobody is told of by it. */
  readonly isWhether?: boolean;
  /** The release that prints it, where the first does not. */
  readonly printedIn?: string;
  /** No count but the sum of this number over the records. */
  readonly sumOf?: string;
  /** Smallest and largest count that its standing alone allows. */
  readonly lower: number;
  readonly upper: number;
}

/** A published statement or a fact of arithmetic: `lower ≤ Σ coefficient × cell ≤ upper`, all whole numbers. */
export interface Constraint {
  /** Indexes into the model's cells. */
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
  /** Where the reader has it from, for a derivation: "the parts of … add up". */
  readonly because: string;
}

/** A mean that no page prints, as indexes into the model's cells. */
export interface HiddenMean {
  /** The sum of the number over the group. */
  readonly sum: number;
  /** How many of the group have it. */
  readonly known: number;
}

/** Everything that a reader knows of the counts of one or more releases. */
export interface AuditModel {
  readonly cells: readonly AuditCell[];
  readonly constraints: readonly Constraint[];
  readonly policy: Release["disclosure"]["policy"];
  /** Groups whose mean is not printed, with what adds up to it. */
  readonly means: readonly HiddenMean[];
  /** Counts by key that the first release prints, though they are the breakdown of a group that its rule calls small. */
  readonly printedOfSmallGroups: readonly string[];
  /** What the model leaves out, in sentences, for the person who signs. */
  readonly notes: readonly string[];
  /** What a reader can know and the model lacks, in sentences: what it does not find may then follow all the same. */
  readonly leftOut: readonly string[];
}

/** Whether a page shows that there is a count and keeps it from the reader: a mark, or a rounded count. */
export function isHidden(cell: AuditCell | undefined): boolean {
  return cell?.standing === "withheld" || cell?.standing === "rounded";
}

/** Possible values that a count which may be unsafe must have at least, by the policy's level: two under every level. */
export function targetValues(policy: AuditModel["policy"]): number {
  return {exact: 2, "width-2": 3, full: Math.max(2, policy.threshold - smallestUnsafe(policy))}[policy.level];
}
