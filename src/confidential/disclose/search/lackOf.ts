import type {Freedom, Need} from "./countModel.ts";

/** By how many units a count can move less than it needs; 0 where it is protected. */
export function lackOf({up, down}: Pick<Freedom, "up" | "down">, need: Need): number {
  const oneWay = Math.max(0, need.up - up) + Math.max(0, need.down - down);
  return Math.max(oneWay, need.total - up - down, 0);
}

/** The directions in which a count must move further to lack less. */
function lackingWays({up, down}: Pick<Freedom, "up" | "down">, need: Need): readonly (1 | -1)[] {
  const ways = ([1, -1] as const).filter((way) => (way === 1 ? up < need.up : down < need.down));
  if (ways.length > 0) return ways;
  return up + down < need.total ? [1, -1] : [];
}

/**
 * The directions to try, one group after the other: those in which more is needed, and for a count that is known
 * exactly the other one too, because any doubt is better than none.
 */
export function waysToTry(freedom: Pick<Freedom, "up" | "down">, need: Need): readonly (readonly (1 | -1)[])[] {
  const lacking = lackingWays(freedom, need);
  const isKnown = freedom.up + freedom.down === 0 && need.total > 0;
  return isKnown ? [lacking, ([1, -1] as const).filter((way) => !lacking.includes(way))] : [lacking];
}

/** The most units up that are worth looking for: what is needed, or what spares looking down. */
export function mostUp({up, down, total}: Need): number {
  return Math.max(up, total - down);
}

/** The most units down that are worth looking for once so many up are found. */
export function mostDown({down, total}: Need, up: number): number {
  return Math.max(down, total - up);
}
