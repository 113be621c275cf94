import type {PublishedAnswer} from "./compareCells.ts";

/** The least and the most that a number can be. */
interface TrueRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Between what the true value of a published number lies, in its own units: the number itself, but where counts are
 * rounded. A mean is of true records, whatever is done to counts.
 */
export function trueRange({asked, cell: {value, count, of}, release}: PublishedAnswer): TrueRange {
  const within = release.disclosure.policy.within ?? 0;
  if (within === 0) return {least: value, most: value};
  switch (asked.address.measure) {
    case "count":
      return {least: value - within, most: value + within};
    case "share": {
      if (count === undefined || of === undefined) break;
      const [fewest, largest] = [Math.max(1, of - within), of + within];
      return {least: (100 * (count - within)) / largest, most: (100 * (count + within)) / fewest};
    }
    case "rate": {
      if (count === undefined || count === 0) break;
      return {least: (value * (count - within)) / count, most: (value * (count + within)) / count};
    }
  }
  return {least: value, most: value};
}
