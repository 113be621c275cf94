import type {CountModel, Need} from "../search/countModel.ts";
import type {Room} from "../search/roomOf.ts";
import {strengthen, type CoverCut, type Needs, type Offers, type Withheld} from "./CoverCut.ts";

/** What an attacker knows of the model. */
export interface Attacked extends Offers {
  readonly model: CountModel;
  readonly rooms: readonly Room[];
  readonly needs: Needs;
}

/**
 * Why a count goes no farther: in every move it changes by the sum of the changes of other cells, each times its price.
 * What those cells cannot do, it cannot do.
 */
export type Identity = ReadonlyMap<number, number>;

/** How far a count goes one way, and what holds it there; no identity where it goes as far as was asked. */
export interface AttackReach {
  readonly units: number;
  readonly identity?: Identity;
}

/** A solver's sums of fractions are no more exact than this. */
const tolerance = 1e-7;

/** The cuts that a count's two ways give under a pattern: for either way alone, and for both together. */
export function cutsOf(
  {up, down, need}: {readonly up: AttackReach; readonly down: AttackReach; readonly need: Need},
  attacked: Attacked,
  withheld: Withheld,
): readonly CoverCut[] {
  const bounds: [Identity | undefined, Identity | undefined, number][] = [];
  if (up.units < need.up - tolerance) bounds.push([up.identity, undefined, need.up]);
  if (down.units < need.down - tolerance) bounds.push([undefined, down.identity, need.down]);
  if (up.units + down.units < need.total - tolerance) {
    bounds.push([up.identity, down.identity, need.total]);
    // One identity bounds both ways. Often stronger: both ways then need the same cells.
    if (up.identity !== undefined) bounds.push([up.identity, up.identity, need.total]);
    if (down.identity !== undefined) bounds.push([down.identity, down.identity, need.total]);
  }
  return bounds.flatMap(([rising, falling, atLeast]) => {
    const coefficients = new Map<number, number>();
    if (rising !== undefined) addRoom(coefficients, {identity: rising, change: 1, atLeast}, attacked);
    if (falling !== undefined) addRoom(coefficients, {identity: falling, change: -1, atLeast}, attacked);
    return strengthen({coefficients, atLeast}, {...attacked, withheld}) ?? [];
  });
}

/** Adds how much each cell of an identity lets the count go one way, endless room counted as what is needed. */
function addRoom(
  coefficients: Map<number, number>,
  {identity, change, atLeast}: {readonly identity: Identity; readonly change: 1 | -1; readonly atLeast: number},
  {rooms}: Attacked,
): void {
  for (const [cell, price] of identity) {
    const {rise = 0, fall = 0} = rooms[cell] ?? {};
    const units = Math.min(atLeast, Math.abs(price) * (price * change > 0 ? rise : fall));
    if (units > 0) coefficients.set(cell, (coefficients.get(cell) ?? 0) + units);
  }
}
