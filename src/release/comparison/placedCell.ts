import type {CellAddress} from "../../publication/index.ts";
import type {Cell} from "../../measures/index.ts";
import type {Release} from "../release.ts";

/** A published cell with its address and the release that publishes it. */
export interface PlacedCell {
  readonly address: CellAddress;
  readonly cell: Extract<Cell, {status: "published"}>;
  readonly release: Release;
}
