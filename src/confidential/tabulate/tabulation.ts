import type {CellAddress, Counted} from "../../measures/index.ts";

/** A cell as counted, before disclosure control. Confidential: never leaves this zone. */
export interface CountedCell extends Counted {
  readonly address: CellAddress;
}

/** Every cell that the plan asks, and every count that those rest on, by `cellKey`. */
export type Tabulation = ReadonlyMap<string, CountedCell>;
