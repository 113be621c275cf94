import {type Mean, type MeansOfFew, type OpenMean, type Part} from "../../audit/index.ts";
import type {MeanDealer} from "./MeanDealer.ts";
import type {PeopleFound} from "./PeopleFound.ts";
import {costOf, type FoundMove, type PeopleMoves, type Wish} from "./PeopleMoves.ts";

/** What is searched among which people. */
export interface MeanTask {
  readonly means: MeansOfFew;
  readonly found: PeopleFound;
  readonly dealer: MeanDealer;
  /** Moves of the people of each source. */
  readonly moves: readonly PeopleMoves[];
}

/** Which way a mean is to go, and whether only half as far as it must: the other half can be had on the other side. */
interface Step {
  readonly direction: 1 | -1;
  readonly isHalf: boolean;
}

const [up, down]: readonly [Step, Step] = [
  {direction: 1, isHalf: false},
  {direction: -1, isHalf: false},
];
const [halfUp, halfDown]: readonly [Step, Step] = [
  {direction: 1, isHalf: true},
  {direction: -1, isHalf: true},
];

/** Looks for other people until every mean of few differs among them as a policy asks, and withholds cells where it cannot. */
export class MeanSearch {
  readonly #task: MeanTask;

  constructor(task: MeanTask) {
    this.#task = task;
  }

  /** Moves many means at once by exchanges that leave every statement as it is. */
  deal(): void {
    for (const isOfNumbers of [true, false]) while (this.#deal(isOfNumbers));
  }

  /** Searches for each mean that is still open. */
  run(): void {
    for (const mean of this.#task.means.open()) this.#open(mean);
  }

  /** Up and then down. Whether there was anything left to move. */
  #deal(isOfNumbers: boolean): boolean {
    const {means, dealer, found} = this.#task;
    const dealt = [up, down].map(({direction}) => {
      const other = dealer.deal(means.open(), {direction, isOfNumbers});
      if (other !== undefined && other.changes.size > 0) found.accept(other);
      return other !== undefined;
    });
    return dealt.includes(true);
  }

  /** Searches for one mean: without breaking anything, and where that fails at the least cost. */
  #open(mean: OpenMean): void {
    const {found} = this.#task;
    const {source} = mean.known;
    for (const step of [up, down, halfUp, down, halfDown, up]) {
      const move = this.#find(mean, step, false);
      if (move !== undefined) found.accept({source, changes: move.changes});
    }
    const paid = [up, down].flatMap((step) => this.#find(mean, step, true) ?? []);
    const [cheapest] = paid.toSorted((one, other) => costOf(one) - costOf(other));
    if (cheapest !== undefined) found.take(source, cheapest, mean.name);
  }

  /** A move from where the mean stands now, while it is open. */
  #find({known}: OpenMean, step: Step, mayWithhold: boolean): FoundMove | undefined {
    const mean = this.#task.means.open().find((one) => one.known === known);
    const found = mean && this.#task.moves[known.source]?.find([this.#wish(mean, step)], {mayWithhold});
    return typeof found === "string" ? undefined : found;
  }

  /** People whose mean is as far as wanted from what was seen; those of whom nobody has a number serve as well. */
  #wish(mean: OpenMean, {direction, isHalf}: Step): Wish {
    const {means} = this.#task;
    const width = direction * means.width;
    const wanted = isHalf ? halfway(mean, width) : wholeWay(mean, width);
    const quantity = {source: mean.sum.source, parts: mean.sum.parts.map((part) => beyond(part, wanted))};
    const value = wanted.known * mean.inBase.sum - wanted.sum * mean.inBase.known;
    return direction > 0 ? {quantity, lower: -value, upper: Infinity} : {quantity, lower: -Infinity, upper: -value};
  }
}

/** A mean beyond all seen, so far from the last of them that the width is reached. */
function wholeWay({least, most}: OpenMean, width: number): Mean {
  const {sum, known} = width > 0 ? least : most;
  return {sum: sum + width * known, known};
}

/** A mean that leaves half of what is missing of the width to the other side. */
function halfway({least, most}: OpenMean, width: number): Mean {
  const between = least.sum * most.known + most.sum * least.known;
  return {sum: between + width * least.known * most.known, known: 2 * least.known * most.known};
}

/** Weighs every record by how far its number is beyond a mean, in whole numbers. */
function beyond(part: Part, {sum, known}: Mean): Part {
  const {weights} = part;
  return weights === undefined ? part : {...part, weights: {...weights, of: weights.of.map((of) => known * of - sum)}};
}
