import {floorOf, mayDominate, rulesOfSums} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {isLed, leadersIn, type NumbersLed} from "../population/leaders.ts";
import type {Part} from "../population/quantity.ts";
import {numbersAt, type NumbersAt} from "./ofNumbers.ts";
import type {PeopleCell, Sentence, ToldCell} from "./tells.ts";

/** The percentage of the largest that all but the two largest have in what a release prints; 0 where it does not ask that. */
export function dominanceIn({disclosure}: Pick<Release, "disclosure">): number {
  return rulesOfSums(disclosure.policy).dominance;
}

/** Of what in a release, and of which number. */
export interface OfNumber {
  readonly release: Pick<Release, "disclosure" | "vocabulary">;
  readonly address: Pick<ToldCell<"mean" | "estimated-mean" | "sum">["address"], "population" | "variable">;
}

/** Who leads among what records have above the floor of the number of a cell, among people who are to stay alike in what marks say. */
export function leadingAt(
  {inBase}: Pick<PeopleCell<"sum">, "inBase">,
  {known, column, numbers}: NumbersAt,
): NumbersLed {
  return leadersIn(inBase(known, column), numbers);
}

/**
 * Whether a cell of as many records as it needs can be led at all: of ages from ten to a hundred none is, because eight
 * others are eighty years.
 */
export function mayBeLed({release, address: {population, variable}}: OfNumber, needs: number): boolean {
  const asked = release.vocabulary.populations.find(({name}) => name === population);
  return mayDominate(asked, variable, {needs, dominance: dominanceIn(release)});
}

/** What everybody who has the number of a cell is known to have of it at least, in steps. */
export function floorAt({release, address: {population, variable}}: OfNumber): number {
  return floorOf(
    release.vocabulary.populations.find(({name}) => name === population),
    variable,
  );
}

/** The numbers of a cell less what everybody is known to have: what rules for sums look at. */
export function aboveFloor(told: PeopleCell<"mean" | "estimated-mean" | "sum">): NumbersAt | undefined {
  const asked = numbersAt(told);
  const floor = floorAt(told);
  if (asked === undefined || floor === 0) return asked;
  return {...asked, numbers: asked.numbers.map((number) => (number === null ? null : number - floor))};
}

/**
 * That one dominates, as sums over records of what each has above the floor. Somebody has `first` or more, two have `second` or more, no third has more than
 * `least`, and what all have up to that is at most what leaves others too little. Each population of which these hold carries
 * the mark; there are others that do as well.
 */
export function saysLed(asked: NumbersAt, leading: NumbersLed, percent: number): readonly Sentence[] {
  const {first, second, others} = leading;
  const lowest = Math.max(second, Math.floor((100 * others) / percent) + 1);
  const least = Math.max(lowest, Math.floor((first * (100 - percent)) / 100));
  const most = 2 * second + Math.ceil((percent * least) / 100) - 1;
  return [
    {says: "implied", parts: [those(asked, (number) => number >= least)], range: [1, Infinity]},
    {says: "implied", parts: [those(asked, (number) => number >= second)], range: [2, Infinity]},
    {says: "implied", parts: [those(asked, (number) => number > second)], range: [0, 2]},
    {says: "implied", parts: [weighed(asked, (number) => Math.min(number, second))], range: [0, most]},
  ];
}

/**
 * That nobody dominates, as sums over records of what each has above the floor: nobody has more than `first`, at most one more than `second`, and all
 * together so much that they leave the others enough. Nothing where no number that there can be is large enough.
 */
export function saysUnled(asked: NumbersAt, leading: NumbersLed, percent: number): readonly Sentence[] {
  const {first, second, total} = leading;
  const limit = Math.max(0, ...asked.numbers.map((number) => number ?? 0));
  const [ofFirst, ofSecond] = boundsOfLeaders({first, second, total, limit}, percent);
  const least = Math.ceil(((100 + percent) * ofFirst + 100 * ofSecond) / 100);
  const above: readonly Sentence[] = [
    {says: "implied", parts: [those(asked, (number) => number > ofFirst)], range: [0, 0]},
    {says: "implied", parts: [those(asked, (number) => number > ofSecond)], range: [0, 1]},
  ];
  return [
    ...(ofFirst < limit ? above.slice(0, 1) : []),
    ...(ofSecond < ofFirst ? above.slice(1) : []),
    {says: "implied", parts: [weighed(asked, (number) => number)], range: [least, Infinity]},
  ];
}

/** How large the two largest may be, where the total allows more than they are. */
function boundsOfLeaders(
  {first, second, total, limit}: Pick<NumbersLed, "first" | "second" | "total"> & {readonly limit: number},
  percent: number,
): readonly [first: number, second: number] {
  const alike = Math.floor((100 * total) / (200 + percent));
  if (alike >= limit) return [limit, limit];
  // People who are led must not give a number that says nobody leads.
  if (isLed({first, others: total - first - second}, percent)) return [alike, alike];
  // Where all may have as much, half of what is spare is left to the total.
  if (alike >= first) return [Math.floor((first + alike) / 2), Math.floor((first + alike) / 2)];
  const spare = Math.max(0, 100 * total - (100 + percent) * first - 100 * second);
  return [first + Math.floor(spare / 3 / (100 + percent)), second + Math.floor(spare / 3 / 100)];
}

/** The records at the place whose number is as asked. */
export function those({known, column, numbers}: NumbersAt, holds: (number: number) => boolean): Part {
  const mask = Uint8Array.from(numbers, (number) => Number(number !== null && holds(number)));
  return {...known, terms: [...known.terms, {column, mask}]};
}

/** The records at the place that have a number, each weighing what that makes of it. */
export function weighed({known, column, numbers}: NumbersAt, weigh: (number: number) => number): Part {
  return {...known, weights: {column, of: numbers.map((number) => (number === null ? 0 : weigh(number)))}};
}
