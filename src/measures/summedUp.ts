import {knownIn, type Counted, type Histogram} from "./ingredients.ts";

/**
 * How many records have a number, what these are together, how many are above nought, and the two largest: these only of
 * numbers that are never below nought, because of others nobody knows how far the rest may go. Confidential.
 */
export function summedUp(
  numbers: Histogram,
  mayBeBelowNought: boolean,
): Pick<Counted, "count" | "sum" | "contributors" | "largest"> {
  const ofSome = [...numbers].filter(([, count]) => count > 0);
  const [first = 0, second = 0] = ofSome
    .toSorted(([one], [other]) => other - one)
    .slice(0, 2)
    .flatMap(([number, count]) => Array.from({length: Math.min(count, 2)}, () => number));
  return {
    count: knownIn(numbers),
    sum: ofSome.reduce((sum, [number, count]) => sum + number * count, 0),
    contributors: ofSome.reduce((all, [number, count]) => all + (number > 0 ? count : 0), 0),
    ...(!mayBeBelowNought && {largest: [first, second] as const}),
  };
}

/**
 * Whether a sum tells its largest contributor to the second largest: what all others have is less than so many percent of
 * the largest. With 0 percent none does.
 *
 * Source: the p% rule; Hundepool A and others, Statistical Disclosure Control, Wiley, 2012, section 4.2.2.
 */
export function isDominated({sum = 0, largest}: Counted, percent: number): boolean {
  if (largest === undefined) return false;
  const [first, second] = largest;
  return 100 * (sum - first - second) < percent * first;
}
