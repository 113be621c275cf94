import {cellKey, type CellAddress, type Policy} from "../../publication/index.ts";
import type {CountedCell, Tabulation} from "../tabulate/tabulation.ts";
import type {Links} from "./link/links.ts";

/** Why a cell is withheld. Confidential: a release says only that it is. */
export type Withholding =
  /** The count is unsafe by itself. */
  | "primary"
  /** Without it an unsafe count could be worked out. */
  | "secondary"
  /** Without it no other people give the same publication and another count: tables alone did not show that. */
  | "people"
  /** It is part of the breakdown of a group of fewer people than the policy asks. */
  | "small-group"
  /** The analyst withholds it although it is safe, as a remedy. */
  | "by-choice"
  /** It rests on a count that is withheld. */
  | "rests-on-withheld"
  /** A mean, quantile or sum over too few records, or of one who dominates. */
  | "too-few-for-a-mean";

/** A counted cell with the fate that the steps so far have given it. */
export interface JudgedCell {
  readonly counted: CountedCell;
  readonly withheld?: Withholding;
}

/** What keeps an unsafe count from being worked out. */
export interface CellProtection {
  /** How many values a reader cannot exclude, at least; the search looks no further than the policy asks. */
  readonly values: number;
  /** The withheld cells that this rests on, by key. */
  readonly through: readonly string[];
}

/** What rounding did. */
export interface Rounded {
  /** How far a rounded count is from the true one, at most. */
  readonly within: number;
  /** Keys of the counts that are unsafe by themselves. Confidential. */
  readonly unsafe: readonly string[];
}

/** What the disclose stage works on: every cell of the whole publication at once. */
export interface Disclosure {
  readonly policy: Policy;
  /** Keys of the cells that the analyst withholds by choice although they are safe. */
  readonly withheldByChoice: ReadonlySet<string>;
  /** The cells that the publication asks, by key. */
  readonly cells: ReadonlyMap<string, JudgedCell>;
  readonly links: Links;
  /** Counts by key, of cells that tie others together too. */
  readonly counts: ReadonlyMap<string, number>;
  /** Absent where counts are withheld and not rounded. */
  readonly rounded?: Rounded;
  /** By key of the unsafe count; empty until the counts are protected. */
  readonly protection: ReadonlyMap<string, CellProtection>;
}

/** One step of the disclose stage: takes the cells as judged so far and judges further. */
export type DiscloseStep = (disclosure: Disclosure) => Disclosure | Promise<Disclosure>;

/** What the publication asks, how it hangs together, all counts of it, and the policy that decides. */
export interface DiscloseInput {
  readonly asked: readonly CellAddress[];
  readonly links: Links;
  readonly tabulation: Tabulation;
  readonly policy: Policy;
  /** Keys of the cells that the analyst withholds by choice although they are safe. */
  readonly withheldByChoice: ReadonlySet<string>;
}

/** Gives every cell that passes the test its reason for being withheld; cells already withheld keep theirs. */
export function withhold(
  disclosure: Disclosure,
  reason: Withholding,
  isUnsafe: (cell: CountedCell) => boolean,
): Disclosure {
  const cells = new Map<string, JudgedCell>();
  for (const [key, cell] of disclosure.cells) {
    const isNew = cell.withheld === undefined && isUnsafe(cell.counted);
    cells.set(key, isNew ? {...cell, withheld: reason} : cell);
  }
  return {...disclosure, cells};
}

/** Whether the cell at an address may be published as judged so far. A cell that was never counted may not. */
export function isPublishable(disclosure: Disclosure, address: CellAddress): boolean {
  const cell = disclosure.cells.get(cellKey(address));
  return cell !== undefined && cell.withheld === undefined;
}
