import type {CellAddress} from "../../publication/index.ts";

/** A cell as counted, before disclosure control. Confidential: never leaves this zone. */
export interface CountedCell {
  readonly address: CellAddress;
  /** Records that the cell counts: the numerator of a share, the records averaged of a mean. */
  readonly count: number;
  /** Records of a share's base. */
  readonly of?: number;
  /** Sum of the number averaged. */
  readonly sum?: number;
  /** A reference value, or the reference figure that a rate is divided by. */
  readonly value?: number;
}

/** Every cell that the plan asks, and every count that those rest on, by `cellKey`. */
export type Tabulation = ReadonlyMap<string, CountedCell>;
