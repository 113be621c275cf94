import {
  copyOf,
  deriveRow,
  type Averaged,
  type Mean,
  type MeansOfFew,
  type OpenMean,
  type Part,
  type People,
  type Records,
  type PeopleStatement,
  tieColumns,
  type ExchangeTies,
} from "../../audit/index.ts";
import {heedSignals} from "../../files/index.ts";
import type {RecordChanges} from "./glue.ts";
import {MeanDealer} from "./MeanDealer.ts";
import type {PeopleFound} from "./PeopleFound.ts";
import {moveCost, type FoundMove} from "./foundMove.ts";
import type {PeopleMoves, Wish} from "./PeopleMoves.ts";
import {spreadNumbers} from "./spreadNumbers.ts";
import type {Statements} from "./Statements.ts";

/** What is searched among which people. */
export interface MeanTask {
  readonly base: People;
  readonly statements: Statements;
  readonly means: MeansOfFew;
  readonly found: PeopleFound;
  /** On what records must agree to exchange an answer. */
  readonly ties: readonly ExchangeTies[];
  /** Moves of the people of each source. */
  readonly moves: readonly PeopleMoves[];
}

/** People to deal among, by source with how they differ from the base. */
interface Start {
  readonly people: People;
  readonly spread: readonly RecordChanges[];
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

  /**
   * Moves many means at once without a search: by exchanges among the base, then among people whose numbers were spread
   * first. No statement changes.
   */
  async deal(): Promise<void> {
    const {base, found} = this.#task;
    await this.#dealAmong({people: base, spread: []});
    const spread = base.map((records, source) => this.#spread(records, source));
    spread.forEach((changes, source) => {
      if (changes.size > 0) found.accept({source, changes});
    });
    const people = base.map((records, source) => changedRecords(records, spread[source] ?? noChanges));
    if (spread.some(({size}) => size > 0)) await this.#dealAmong({people, spread});
  }

  /** Searches for each mean that is still open. */
  async run(): Promise<void> {
    for (const mean of this.#task.means.open()) {
      await heedSignals();
      this.#open(mean);
    }
  }

  async #dealAmong(start: Start): Promise<void> {
    const dealer = new MeanDealer(start.people, this.#task.ties);
    for (const isOfNumbers of [true, false]) while (this.#dealBothWays(dealer, start, isOfNumbers)) await heedSignals();
  }

  /** Up and then down. Whether there was anything left to move. */
  #dealBothWays(dealer: MeanDealer, {spread}: Start, isOfNumbers: boolean): boolean {
    const {found} = this.#task;
    const dealt = [up, down].map(({direction}) => {
      const other = dealer.deal(this.#ofOwnNumbers(), {direction, isOfNumbers});
      if (other !== undefined && other.changes.size > 0) {
        const {source, changes} = other;
        found.accept({source, changes: joinChanges(spread[source] ?? noChanges, changes)});
      }
      return other !== undefined;
    });
    return dealt.includes(true);
  }

  /** Open means of numbers that records have themselves: those of before corrections follow from others, and are not dealt. */
  #ofOwnNumbers(): readonly OpenMean[] {
    const {base, means} = this.#task;
    return means
      .open()
      .filter(({number}) => number.known.column < (base[number.source]?.definition.columns.length ?? 0));
  }

  /** Spreads the numbers of those who are tied to the few of open means. */
  #spread(records: Records, source: number): RecordChanges {
    const {base, statements, ties} = this.#task;
    const open = this.#ofOwnNumbers().filter(({number}) => number.source === source);
    const own = open.filter(({number}) => number === open[0]?.number);
    if (own.length === 0) return new Map();
    const held = statements.held.filter((one) => one.source === source);
    const tiesOfCounts =
      tieColumns(
        base,
        held.filter((one) => tellsApart(one, own[0]?.number)),
      )[source] ?? [];
    return spreadNumbers({records, statements: held, means: own, ties: ties[source] ?? [], tiesOfCounts});
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
    const [cheapest] = paid.toSorted((one, other) => moveCost(one) - moveCost(other));
    if (cheapest !== undefined) found.take(source, cheapest, mean.name);
  }

  /** A move from where the mean stands now, while it is open. */
  #find({known}: OpenMean, step: Step, mayWithhold: boolean): FoundMove | undefined {
    const mean = this.#task.means.open().find((one) => one.known === known);
    const found = mean && this.#task.moves[known.source]?.find([this.#wish(mean, step)], {mayWithhold, reach: {to: 1}});
    return typeof found === "string" ? undefined : found;
  }

  /** People whose mean is as far as wanted from what was seen; those of whom nobody has a number serve as well. */
  #wish(mean: OpenMean, {direction, isHalf}: Step): Wish {
    const width = direction * mean.width;
    const wanted = isHalf ? halfway(mean, width) : wholeWay(mean, width);
    // A sum is beyond another by itself, a mean by what each is beyond it.
    const each = {known: wanted.known, sum: mean.isSum ? 0 : wanted.sum};
    const quantity = {source: mean.sum.source, parts: mean.sum.parts.map((part) => beyond(part, each))};
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

/** Whether a count is not the same whatever number the records have that have one. */
function tellsApart({parts}: PeopleStatement, number: Averaged | undefined): boolean {
  const masks = parts.flatMap(({terms, weights}) =>
    weights === undefined ? terms.filter(({column}) => column === number?.known.column) : [],
  );
  return masks.some(({mask}) => new Set(mask.filter((_, value) => number?.known.mask[value] === 1)).size > 1);
}

const noChanges: RecordChanges = new Map<number, Map<number, number>>();

/** Changes of some records, then others of these or of further ones. */
function joinChanges(before: RecordChanges, after: RecordChanges): RecordChanges {
  const joined = new Map(before);
  for (const [row, values] of after) joined.set(row, new Map([...(before.get(row) ?? []), ...values]));
  return joined;
}

function changedRecords(records: Records, changes: RecordChanges): Records {
  const changed = copyOf(records);
  for (const [row, values] of changes) {
    for (const [column, value] of values) changed.columns[column]?.fill(value, row, row + 1);
    deriveRow(changed, row);
  }
  return changed;
}
