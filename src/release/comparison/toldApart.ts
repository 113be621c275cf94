import {measureOf, type Interval} from "../../measures/index.ts";
import {decimalsOf} from "../../publication/index.ts";
import {differenceOfAnswered} from "./differenceOfAnswered.ts";
import {differenceOfRates} from "./differenceOfRates.ts";
import {differenceOfShares} from "./differenceOfShares.ts";
import {boundsOf, doubtOf, extentOfFigure, isOpen, sideOfIntervals} from "./extents.ts";
import type {PlacedCell} from "./placedCell.ts";

/**
 * What may be said of two released numbers of one measure: 1 where the left one is greater, -1 where it is smaller, 0
 * where neither may be said. Rests on what is released and nothing else.
 *
 * Shares and rates are told apart where the 95% interval of their difference leaves out nought; shares whose base holds
 * people who gave no answer only where that of those who answered does so too. Counts are facts, and greater by more than
 * their rounding, if they are rounded; sums are exact. Means and quantiles, whose spread is not released, must differ
 * by more than the rounding of both. Values from elsewhere are what they are printed as; estimates, and what is made of
 * them, are told apart where their 95% intervals share no value.
 */
export function toldApart(left: PlacedCell, right: PlacedCell): -1 | 0 | 1 {
  const difference = left.cell.value - right.cell.value;
  switch (measureOf(left.address).comparison) {
    case "shares":
      return isMadeByUnanswered(left, right) ? 0 : sideOf(differenceOfShares(left, right));
    case "rates":
      return sideOf(differenceOfRates(left, right));
    case "counts":
      return beyond(difference, doubtOf(left) + doubtOf(right));
    case "sums":
      return beyond(difference, 0);
    // In whole steps, because a tenth is no binary fraction.
    case "tenths":
      return beyond(Math.round(10 * stepsIn(left) * difference), 1);
    case "units":
      return beyond(Math.round(stepsIn(left) * difference), 1);
    case "facts":
      return left.cell.lower === undefined && right.cell.lower === undefined && !isOpen(left) && !isOpen(right)
        ? beyond(difference, 0)
        : sideOfIntervals(extentOfFigure(left), extentOfFigure(right));
    case "intervals":
      return sideOfIntervals(boundsOf(left), boundsOf(right));
  }
}

/**
 * Whether two shares differ only as far as more, or fewer, people gave no answer: among all the interval of the
 * difference leaves out nought, and among those who answered it does not, or lies on the other side.
 */
export function isMadeByUnanswered(left: PlacedCell, right: PlacedCell): boolean {
  const answered = differenceOfAnswered(left, right);
  const among = sideOf(differenceOfShares(left, right));
  return answered !== undefined && among !== 0 && sideOf(answered) !== among;
}

/** So many steps of its last decimal make one of the number that a cell is of. */
function stepsIn({address, release}: PlacedCell): number {
  const population = release.vocabulary.populations.find(({name}) => name === address.population);
  return 10 ** decimalsOf(population, measureOf(address).numberOf(address));
}

function beyond(difference: number, doubt: number): -1 | 0 | 1 {
  if (Math.abs(difference) <= doubt) return 0;
  return difference > 0 ? 1 : -1;
}

function sideOf(interval: Interval | undefined): -1 | 0 | 1 {
  if (interval === undefined) return 0;
  if (interval.lower > 0) return 1;
  return interval.upper < 0 ? -1 : 0;
}
