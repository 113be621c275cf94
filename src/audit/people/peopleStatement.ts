import type {CellAddress} from "../../publication/index.ts";
import type {Quantity} from "../population/quantity.ts";

/** What a release says of its records: a quantity lies between two numbers. */
export interface PeopleStatement extends Quantity {
  /** Key of the cell that says it. */
  readonly key: string;
  /** Number of the release among those read together; 0 is the one at hand. */
  readonly release: number;
  /** `shown`: a count that is printed. `marked`: one that is withheld. `implied`: what another cell says of a count or a sum. */
  readonly says: "shown" | "marked" | "implied";
  readonly lower: number;
  readonly upper: number;
  readonly address: CellAddress;
  /** Small groups that a mark in their breakdown hides whole, though some of them could be elsewhere. */
  readonly wholeOf?: readonly Pick<PeopleStatement, "parts" | "address">[];
}
