import type {CellAddress} from "../../../publication/index.ts";

/** A count with its place in the web of sums. */
export interface LinkedCell {
  readonly key: string;
  /** Absent for what is left of a total beside one answer of many: it can be worked out but not asked. */
  readonly address?: CellAddress;
  readonly shown: boolean;
  /** Over how many variables of the largest table that holds it the cell is a total. */
  readonly level: number;
  /** Keys of the groups that it narrows as the totals of its lines; absent where it stands in no line. */
  readonly totals?: readonly string[];
  /** Keys of coarser groups that it narrows too where the publication shows them. */
  readonly wider?: readonly string[];
  /** No number of people, forms or faults: what is counted more than once where parts overlap. Never unsafe. */
  readonly isArithmetic?: boolean;
  /** An earlier release printed it: it is known for good, whatever this one withholds. */
  readonly fixed?: boolean;
  /** It can be worked out from what was printed before, and the analyst has given it up. */
  readonly isLost?: boolean;
  /** Of a cell that is not counted: its count. */
  readonly count?: number;
}

/** A total is the sum of its parts, by key. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** How the counts of a publication hang together. */
export interface Links {
  readonly cells: ReadonlyMap<string, LinkedCell>;
  readonly sums: readonly Sum[];
}

/** The cells that can be counted by asking for them. */
export function addressesOf({cells}: Links): readonly CellAddress[] {
  return [...cells.values()].flatMap(({address}) => address ?? []);
}
