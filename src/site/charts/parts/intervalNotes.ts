import type {MeasureName} from "../../../measures/index.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";

const ofShares =
  "The lines through the dots are 95% confidence intervals (Wilson): how far chance alone may move a share.";
const ofProportions =
  "The lines through the dots are 95% intervals: how far chance (Wilson) and the bounds that the source gives its estimates may move a proportion. Where the source gives no bounds of an estimate, there is no line.";
const ofRates =
  "The lines through the dots are 95% intervals: how far chance (Byar, exact below ten events) and the bounds that the source gives its estimates may move a rate.";
const ofRatios =
  "The lines through the dots are 95% intervals: how far chance (exact) and the bounds that the source gives its estimates may move a ratio.";
const ofStandardisedRates =
  "The lines through the dots are 95% intervals (Dobson): how far chance alone may move a standardised rate.";
const ofStandardisedRatios =
  "The lines through the dots are 95% intervals (Byar, exact below ten events): how far chance alone may move a standardised ratio.";
const ofValues = "The lines through the dots run between the bounds that the source gives of its estimates.";

const notes: Readonly<Partial<Record<MeasureName, string>>> = {
  share: ofShares,
  proportion: ofProportions,
  rate: ofRates,
  "crude-rate": ofRates,
  "observed-ratio": ofRatios,
  "standardised-rate": ofStandardisedRates,
  "standardised-ratio": ofStandardisedRatios,
  value: ofValues,
};

/** What the intervals of some rows say, a sentence or two for each measure among them. */
export function intervalNotes(rows: readonly TidyRow[]): readonly string[] {
  return [...new Set(rows.map(({measure}) => measure))].flatMap((measure) => notes[measure] ?? []);
}
