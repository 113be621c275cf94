import {cellKey, measureOf, type CellAddress} from "../../../measures/index.ts";
import type {CountedCell} from "../../tabulate/tabulation.ts";
import type {Disclosure, JudgedCell} from "../disclosure.ts";
import {countModelOf} from "../link/countModelOf.ts";
import {roundModel} from "./roundModel.ts";
import {unroundedCounts} from "./unroundedCounts.ts";

/**
 * Rounds every count of the publication, and with the counts what shares and rates are made of, so that none of them
 * tells more than the rounded counts do. A mean or quantile keeps its value and has a rounded size of its group.
 *
 * Throws DisclosureError where no rounding keeps the sums.
 */
export async function roundCounts(disclosure: Disclosure): Promise<Disclosure> {
  const {policy, links, counts} = disclosure;
  if (policy.base === undefined) throw new RangeError("a policy that rounds needs a base");
  const {model, keys} = countModelOf(links, counts);
  // What an earlier edition printed is tied to the counts of this one, but this one does not print it.
  const cells = model.cells.map((cell) => ({...cell, shown: disclosure.cells.has(cell.key)}));
  const {values, within, unrounded} = await roundModel({...model, cells}, policy.base);
  if (unrounded.length > 0)
    throw unroundedCounts(
      unrounded.map((cell) => keys[cell] ?? ""),
      policy.base,
    );
  const found = [...values].map(([cell, value]) => [keys[cell] ?? "", value] as const);
  const rounded = new Map([...emptyPlaces(disclosure), ...found]);
  const judged = new Map<string, JudgedCell>();
  for (const [key, cell] of disclosure.cells) judged.set(key, {...cell, counted: roundCell(cell.counted, rounded)});
  return {...disclosure, cells: judged, rounded: {within, unsafe: unsafeCounts(disclosure)}};
}

/** Places where no record can be, such as a problem drug that is none, stand in no sum: nobody there stays nobody. */
function emptyPlaces({counts, links}: Disclosure): readonly (readonly [string, 0])[] {
  return [...counts].flatMap(([key, count]) => (count === 0 && !links.cells.has(key) ? [[key, 0] as const] : []));
}

function unsafeCounts({cells, policy}: Disclosure): readonly string[] {
  const isUnsafe = ({address, count}: CountedCell): boolean =>
    address.measure === "count" && count >= 1 && count < policy.threshold;
  return [...cells].filter(([, {counted}]) => isUnsafe(counted)).map(([key]) => key);
}

function roundCell(counted: CountedCell, rounded: ReadonlyMap<string, number>): CountedCell {
  const {address} = counted;
  const count = (at: CellAddress["at"]): number => {
    const key = cellKey({measure: "count", population: address.population, at});
    const value = rounded.get(key);
    if (value === undefined) throw new Error(`${key} was not rounded`);
    return value;
  };
  return {...counted, ...measureOf(address).rounded(counted, {address, count})};
}
