import type {Coordinates} from "../../publication/index.ts";

/** What one printed cell says of counts. Places are of one population. */
export type Statement =
  | {readonly says: "shown"; readonly at: Coordinates; readonly value: number}
  /** Not printed, or printed rounded; `from ≤ count ≤ to` by the rules of the release. */
  | {readonly says: "withheld" | "rounded"; readonly at: Coordinates; readonly from: number; readonly to: number}
  /** `from ≤ count ≤ to`; an end that is missing says nothing. */
  | {readonly says: "range"; readonly at: Coordinates; readonly from?: number; readonly to?: number}
  /** `least ≤ factor × count − ratio × base`, for both ends of a rounded share. */
  | {readonly says: "share"; readonly at: Coordinates; readonly base: Coordinates; readonly tenths: number}
  /** The mean of a number over those at a place who have one; in tenths, or none where it is not printed. */
  | {readonly says: "mean"; readonly at: Coordinates; readonly variable: string; readonly tenths?: number};
