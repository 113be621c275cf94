import {knownIn, type Counted, type Given, type Histogram} from "./ingredients.ts";

/**
 * How many records have a number, and what these are together; and what of it they have above its floor: how many any, all
 * together, and the two that have most. Those two only of numbers that are never below nought, because of others nobody knows
 * how far the rest may go. Confidential.
 */
export function summedUp(
  numbers: Histogram,
  of: string,
  given: Pick<Given, "mayBeBelowNought" | "floorOf">,
): Pick<Counted, "count" | "sum" | "contributors" | "aboveFloor" | "largest"> {
  const floor = given.floorOf(of);
  const ofSome = [...numbers].filter(([, count]) => count > 0);
  const [first = 0, second = 0] = ofSome
    .toSorted(([one], [other]) => other - one)
    .slice(0, 2)
    .flatMap(([number, count]) => Array.from({length: Math.min(count, 2)}, () => number - floor));
  const count = knownIn(numbers);
  const sum = ofSome.reduce((all, [number, times]) => all + number * times, 0);
  return {
    count,
    sum,
    contributors: ofSome.reduce((all, [number, times]) => all + (number > floor ? times : 0), 0),
    ...(!given.mayBeBelowNought(of) && {aboveFloor: sum - floor * count, largest: [first, second] as const}),
  };
}

/**
 * Whether a sum tells its largest contributor to the second largest: what all others have above the floor of the number is
 * less than so many percent of what the largest has. With 0 percent none does.
 *
 * Source: the p% rule; Hundepool A and others, Statistical Disclosure Control, Wiley, 2012, section 4.2.2.
 */
export function isDominated({aboveFloor = 0, largest}: Counted, percent: number): boolean {
  if (largest === undefined) return false;
  const [first, second] = largest;
  return 100 * (aboveFloor - first - second) < percent * first;
}
