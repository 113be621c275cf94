import type {MeasureName} from "../../measures/index.ts";
import {count} from "./count.ts";
import {crudeRate} from "./crudeRate.ts";
import {estimatedMean} from "./estimatedMean.ts";
import {mean} from "./mean.ts";
import {observedRatio} from "./observedRatio.ts";
import {proportion} from "./proportion.ts";
import {quantile} from "./quantile.ts";
import {rate} from "./rate.ts";
import {rollingCount, rollingValue} from "./rolling.ts";
import {share} from "./share.ts";
import {similarShare} from "./similarShare.ts";
import {standardisedRate, standardisedRatio} from "./standardised.ts";
import {sum} from "./sum.ts";
import type {Tells} from "./tells.ts";
import {value} from "./value.ts";

/** What a reader learns, for every measure that there is: leaving one out is an error of types. */
export const tells = {
  count,
  share,
  "similar-share": similarShare,
  mean,
  "estimated-mean": estimatedMean,
  quantile,
  sum,
  rate,
  value,
  proportion,
  "crude-rate": crudeRate,
  "observed-ratio": observedRatio,
  "standardised-rate": standardisedRate,
  "standardised-ratio": standardisedRatio,
  "rolling-count": rollingCount,
  "rolling-value": rollingValue,
} satisfies {
  readonly [Name in MeasureName]: Tells<Name>;
};

/** What a reader learns from cells of the measure of an address or query. */
export function tellsOf<Name extends MeasureName>({measure}: {readonly measure: Name}): Tells<Name> {
  return tells[measure] as unknown as Tells<Name>;
}
