import {measureOf} from "../../measures/index.ts";
import {doubtOf} from "../../release/index.ts";
import type {PublishedAnswer} from "./compareCells.ts";

/** The least and the most that a number can be. */
interface TrueRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Between what the true value of a published number lies, in its own units: the number itself, but where counts are
 * rounded. A mean, quantile or sum is of true records, whatever is done to counts.
 */
export function trueRange({asked, cell: {value, count, of}, release}: PublishedAnswer): TrueRange {
  const within = doubtOf({release, address: asked.address});
  if (within === 0) return {least: value, most: value};
  const itself = {least: value, most: value};
  switch (measureOf(asked.address).comparison) {
    case "counts":
      return {least: value - within, most: value + within};
    case "shares": {
      if (count === undefined || of === undefined) return itself;
      const [fewest, largest] = [Math.max(1, of - within), of + within];
      return {least: (100 * (count - within)) / largest, most: (100 * (count + within)) / fewest};
    }
    case "rates":
      if (count === undefined || count === 0) return itself;
      return {least: (value * (count - within)) / count, most: (value * (count + within)) / count};
    case "sums":
    case "tenths":
    case "units":
    case "facts":
    case "intervals":
      return itself;
  }
}
