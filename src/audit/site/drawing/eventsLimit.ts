import {timesPrinted} from "../../tells/timesPrinted.ts";
import type {PublicCell} from "../editionInDist.ts";

/** By formula: which tail of the distribution a limit leaves out, and how much of it. */
const formulas: Readonly<Record<string, {readonly side: "upper" | "lower"; readonly tail: number}>> = {
  "Poisson 95% upper": {side: "upper", tail: 0.025},
  "Poisson 95% lower": {side: "lower", tail: 0.025},
  "Poisson 99.8% upper": {side: "upper", tail: 0.001},
  "Poisson 99.8% lower": {side: "lower", tail: 0.001},
};

/** How many units of a rate one over one is, where nothing else is asked. */
const usual = {rate: 1000, "crude-rate": 1000, "observed-ratio": 1} as const;

/** The rate of all that limits run around: so many events over so much, neither of them an estimate. */
interface Level {
  readonly count: number;
  readonly of: number;
  readonly times: number;
}

/** A corner of a limit: a base, and the rate there. */
interface Corner {
  readonly base: number;
  readonly rate: number;
}

/**
 * The corner of a limit that is nearest to a place: where a whole number of events is just so unlikely, as many or more above
 * or as many or fewer below, at the rate of all. Nothing for another formula, or a rate that is not of counted events.
 * Source: the Poisson distribution, summed term by term.
 */
export function cornerOfLimit(formula: string, row: PublicCell, near: Corner): Corner | undefined {
  const [limit, level] = [Object.hasOwn(formulas, formula) ? formulas[formula] : undefined, levelOf(row)];
  if (limit === undefined || level === undefined) return undefined;
  const events = Math.round((near.rate * near.base) / level.times);
  const expected = meanAt(events, limit);
  if (!(expected > 0)) return undefined;
  const base = (expected * level.of) / level.count;
  return {base, rate: (level.times * events) / base};
}

/** Where the limits of a rate stand at a base: at the whole number of events next beyond each. */
export function eventsLimitsAt(row: PublicCell, base: number): readonly number[] {
  const level = levelOf(row);
  if (level === undefined) return [];
  const expected = (base * level.count) / level.of;
  return Object.values(formulas).map(({side, tail}) => {
    let events = Math.floor(expected);
    const step = side === "upper" ? 1 : -1;
    while (events > 0 && tailAt(events, expected, side) > tail) events += step;
    return (level.times * Math.max(0, events)) / base;
  });
}

function levelOf(row: PublicCell): Level | undefined {
  const {
    asked: {address},
    cell,
  } = row;
  if (cell.status !== "published" || !areCertain(row)) return undefined;
  const {count, of} = cell;
  if (address.measure !== "rate" && address.measure !== "crude-rate" && address.measure !== "observed-ratio")
    return undefined;
  const [times, over] = timesPrinted(address, usual[address.measure]);
  return count === undefined || of === undefined || count <= 0 ? undefined : {count, of, times: times / over};
}

/** Whether no figure that a rate is made of is an estimate. */
function areCertain({asked: {address}, release}: PublicCell): boolean {
  const isCertain = (reference: string, named: string): boolean => {
    const columns = release.vocabulary.references.find(({name}) => name === reference)?.columns;
    const column = columns?.find(({name}) => name === named);
    return column !== undefined && column.isEstimate !== true;
  };
  if (address.measure === "rate") return isCertain(address.per.reference, address.per.column);
  if (!("over" in address) || !("column" in address)) return false;
  return [address.column, address.over].every((column) => isCertain(address.population, column));
}

/** The mean of which so many events, or more unlikely ones on their side, come about with just the likelihood of a tail. */
function meanAt(events: number, {side, tail}: {readonly side: "upper" | "lower"; readonly tail: number}): number {
  if (side === "upper" && events === 0) return 0;
  let [low, high] = [0, 2 * events + 40];
  for (let round = 0; round < 70; round += 1) {
    const middle = (low + high) / 2;
    // More events grow likelier as the mean grows, and fewer less likely.
    const isBelow = side === "upper" ? tailAt(events, middle, side) < tail : tailAt(events, middle, side) > tail;
    if (isBelow) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The likelihood of so many events or more (`upper`), or so many or fewer (`lower`). */
function tailAt(events: number, mean: number, side: "upper" | "lower"): number {
  const step = side === "upper" ? 1 : -1;
  let term = Math.exp(events * Math.log(mean) - mean - logFactorial(events));
  let sum = 0;
  for (let at = events; at >= 0 && (term > sum * 1e-15 || isRising(at, mean, step)); at += step) {
    sum += term;
    term *= step === 1 ? mean / (at + 1) : at / mean;
  }
  return sum;
}

/** Whether the terms still grow along the way. */
function isRising(at: number, mean: number, step: number): boolean {
  return step === 1 ? at < mean : at > mean;
}

const logs: number[] = [0];

function logFactorial(n: number): number {
  for (let at = logs.length; at <= n; at += 1) logs.push((logs[at - 1] ?? 0) + Math.log(at));
  return logs[n] ?? NaN;
}
