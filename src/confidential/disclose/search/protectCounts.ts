import {loadSolver} from "../../../solver/index.ts";
import {usualEffort, type Effort} from "../optimum/Effort.ts";
import {improvePart} from "../optimum/improvePart.ts";
import {sameCost} from "../optimum/sameCost.ts";
import type {Improved} from "../optimum/improvePattern.ts";
import {circulationOf} from "./circulation.ts";
import {isTrue, type CountModel, type Freedom, type Protection} from "./countModel.ts";
import {distinctCounts} from "./distinctCounts.ts";
import {LinearDefence} from "./LinearDefence.ts";
import {NetworkDefence} from "./NetworkDefence.ts";
import {patternCost, protectModel, type Pattern} from "./protectModel.ts";
import {splitModel, type ModelPart} from "./splitModel.ts";

/** How unsafe counts are to be protected. */
export interface Task extends Protection {
  /** How hard to look for a cheaper pattern; the usual effort where nothing is said. */
  readonly effort?: Effort;
}

/** A pattern with what is known of all others. */
export interface JudgedPattern extends Pattern {
  /** The weights of all that is withheld. */
  readonly cost: number;
  /** No pattern that protects as well costs less. The pattern is proved least where this is its own cost. */
  readonly bound: number;
}

/**
 * Finds what to withhold beside unsafe counts, part by part: by flows where a part is a circulation, by linear programs
 * where it is not. A greedy search finds a pattern, cuts improve it. `unsafe` are places in the model's list of cells.
 */
export async function protectCounts(
  model: CountModel,
  unsafe: ReadonlySet<number>,
  task: Task,
): Promise<JudgedPattern> {
  if (!isTrue(model)) throw new RangeError("a total of the model is not the sum of its parts");
  const found = {withheld: new Set<number>(), freedoms: new Map<number, Freedom>(), unprotected: [] as number[]};
  let [cost, bound] = [0, 0];
  for (const part of splitModel(model)) {
    const own = [...part.places.keys()].filter((index) => unsafe.has(part.places[index] ?? -1));
    if (own.length === 0) continue;
    const improved = await protectPart(part, own, task);
    const {pattern} = improved;
    cost += patternCost(part, pattern);
    bound += improved.bound;
    const whole = (index: number): number => part.places[index] ?? -1;
    for (const cell of pattern.withheld) found.withheld.add(whole(cell));
    for (const [cell, freedom] of pattern.freedoms) found.freedoms.set(whole(cell), widen(freedom, whole));
    found.unprotected.push(...pattern.unprotected.map(whole));
  }
  return {...found, cost, bound};
}

/** Whether no pattern that protects as well costs less. */
export function isProvedLeast({cost, bound}: JudgedPattern): boolean {
  return bound > cost - sameCost(cost);
}

/** A part of which no more of the cells than this are distinct is searched without the others. */
const fewDistinct = 0.5;

/**
 * Protects a part; where most of its counts are others in other words, without these. Otherwise it is searched as it stands,
 * because which of several patterns is found depends on the layout, and what was released should come out again.
 */
async function protectPart(part: ModelPart, unsafe: readonly number[], task: Task): Promise<Improved> {
  const {model, placeOf, inWhole} = distinctCounts(part);
  if (model.cells.length > part.cells.length * fewDistinct) return searchPart(part, unsafe, task);
  const {pattern, bound} = await searchPart(model, [...new Set(unsafe.map(placeOf))], task);
  return {pattern: inWhole(pattern), bound};
}

async function searchPart(part: CountModel, unsafe: readonly number[], task: Task): Promise<Improved> {
  const {effort = usualEffort, ...protection} = task;
  const circulation = circulationOf(part);
  const solver = await loadSolver();
  if (circulation !== undefined) {
    const defence = new NetworkDefence(part, circulation, protection);
    const start = await protectModel(part, unsafe, {defence, protection});
    return await improvePart(start, {model: part, unsafe, protection, circulation, defence}, {solver, effort});
  }
  using defence = new LinearDefence(solver, part, protection);
  const start = await protectModel(part, unsafe, {defence, protection});
  return await improvePart(start, {model: part, unsafe, protection, defence}, {solver, effort});
}

function widen({up, down, moves}: Freedom, whole: (index: number) => number): Freedom {
  return {up, down, moves: moves.map((move) => new Map([...move].map(([cell, change]) => [whole(cell), change])))};
}
