import type {CountModel} from "../search/countModel.ts";
import {isDiagonal} from "../search/isDiagonal.ts";
import type {Links} from "./links.ts";

/**
 * The web of sums with its counts, as a model to protect. Counts that cannot be asked are what their sums leave over, or
 * what they add up to.
 * Throws where a count can be found in no way: that would be a fault of our own.
 */
export function countModelOf(
  links: Links,
  asked: ReadonlyMap<string, number>,
): {model: CountModel; keys: readonly string[]} {
  const counts = completeCounts(links, asked);
  const keys = [...links.cells.keys()];
  const place = new Map(keys.map((key, index) => [key, index]));
  const at = (key: string): number => place.get(key) ?? -1;
  const cells = [...links.cells.values()].map(({key, address, shown, level, fixed = false}) => {
    const count = counts.get(key);
    if (count === undefined) throw new Error(`${key} was not counted`);
    const own = address !== undefined && "at" in address && isDiagonal(Object.values(address.at));
    return {key, count, shown, level, ...(own && {isDiagonal: true}), ...(fixed && {fixed})};
  });
  const equations = links.sums.map(({total, parts}) => ({total: at(total), parts: parts.map(at)}));
  return {model: {cells, equations}, keys};
}

function completeCounts({cells, sums}: Links, asked: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const counts = new Map(asked);
  for (const {key, count} of cells.values()) if (count !== undefined) counts.set(key, count);
  for (let open = sums; open.length > 0;) {
    const left = open.filter(({total, parts}) => {
      const missing = parts.filter((part) => !counts.has(part));
      const [last] = missing;
      const whole = counts.get(total);
      if (missing.length > 1 || (last !== undefined && whole === undefined)) return true;
      const found = parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);
      if (last !== undefined) counts.set(last, (whole ?? 0) - found);
      else if (whole === undefined) counts.set(total, found);
      return false;
    });
    if (left.length === open.length) break;
    open = left;
  }
  return counts;
}
