import {circulationOf, type Circulation} from "./circulation.ts";
import type {CountModel, Freedom, Protection} from "./countModel.ts";
import {LinearDefence} from "./LinearDefence.ts";
import {NetworkDefence} from "./NetworkDefence.ts";
import {costOf, protectModel, type Pattern} from "./protectModel.ts";
import {repairOrders} from "./repairOrders.ts";
import {loadSolver} from "./loadSolver.ts";
import {splitModel, type ModelPart} from "./splitModel.ts";

/**
 * Finds what to withhold beside unsafe counts, part by part: by flows where a part is a circulation, by linear programs
 * where it is not. `unsafe` are places in the model's list of cells.
 */
export async function protectCounts(
  model: CountModel,
  unsafe: ReadonlySet<number>,
  protection: Protection,
): Promise<Pattern> {
  const found = {withheld: new Set<number>(), freedoms: new Map<number, Freedom>(), unprotected: [] as number[]};
  for (const part of splitModel(model)) {
    const own = [...part.places.keys()].filter((index) => unsafe.has(part.places[index] ?? -1));
    if (own.length === 0) continue;
    const pattern = await protectPart(part, own, protection);
    const whole = (index: number): number => part.places[index] ?? -1;
    for (const cell of pattern.withheld) found.withheld.add(whole(cell));
    for (const [cell, freedom] of pattern.freedoms) found.freedoms.set(whole(cell), widen(freedom, whole));
    found.unprotected.push(...pattern.unprotected.map(whole));
  }
  return found;
}

async function protectPart(part: ModelPart, unsafe: readonly number[], protection: Protection): Promise<Pattern> {
  const circulation = circulationOf(part);
  if (circulation !== undefined) return protectByFlows(part, unsafe, {circulation, protection});
  using defence = new LinearDefence(await loadSolver(), part, protection);
  return protectModel(part, unsafe, {defence, protection});
}

/** Above this many unsafe counts one order must do: a large table leaves little to choose. */
const mostToReorder = 1500;

function protectByFlows(
  part: ModelPart,
  unsafe: readonly number[],
  {circulation, protection}: {circulation: Circulation; protection: Protection},
): Pattern {
  const orders = unsafe.length > mostToReorder ? [unsafe] : repairOrders(part, unsafe);
  const patterns = orders.map((order) => {
    return protectModel(part, order, {defence: new NetworkDefence(part, circulation, protection), protection});
  });
  const cost = (pattern: Pattern): number => pattern.unprotected.length * 1e9 + costOf(part, pattern);
  const [first, ...others] = patterns;
  if (first === undefined) throw new RangeError("there is no order to protect counts in");
  return others.reduce((best, pattern) => (cost(pattern) < cost(best) ? pattern : best), first);
}

function widen({up, down, moves}: Freedom, whole: (index: number) => number): Freedom {
  return {up, down, moves: moves.map((move) => new Map([...move].map(([cell, change]) => [whole(cell), change])))};
}
