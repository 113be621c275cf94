import {cellKey, type AddressOf, type Coordinates} from "../../measures/index.ts";
import type {Release} from "../../release/index.ts";
import type {Published} from "./tells.ts";
import type {Statement} from "./statement.ts";

/** The value that a release prints for an address; nothing where it prints none. */
export function printedBy(release: Release, address: AddressOf<"count" | "value">): number | undefined {
  if (!release.has(address)) return undefined;
  const cell = release.cell(address);
  return cell.status === "published" ? cell.value : undefined;
}

/** That a count is exactly so much, where that is printed. */
export function exactly(at: Coordinates, value: number | undefined): readonly Statement[] {
  return value === undefined ? [] : [{says: "range", at, from: value, to: value}];
}

/** That a count is as near to a multiple as the release says. */
export function near(
  {disclosure: {policy}}: Release,
  at: Coordinates,
  {value, says}: {readonly value: number | undefined; readonly says: "rounded" | "range"},
): readonly Statement[] {
  const {within = 0} = policy;
  return value === undefined ? [] : [{says, at, from: Math.max(0, value - within), to: value + within}];
}

/** The counts that a cell prints beside its value are those of their own places, where the release has these. */
export function besideFaults(
  release: Release,
  population: string,
  beside: readonly (readonly [Coordinates, number | undefined])[],
): readonly string[] {
  return beside.flatMap(([at, said]) => {
    const count: AddressOf<"count"> = {measure: "count", population, at};
    if (!release.has(count)) return [];
    const printed = release.cell(count);
    if (printed.status !== "published") return [`prints ${cellKey(count)}, which is withheld`];
    return printed.value === said ? [] : [`says another number of ${cellKey(count)} than is printed there`];
  });
}

/** The whole numbers that a cell prints beside its value. */
export function countsBeside({count, of}: Published): readonly number[] {
  return [count, of].filter((one) => one !== undefined);
}

/** Only a share can be of too few to be useful. */
export function neverOfFew(): readonly string[] {
  return ["is marked as of too few, which only a share is"];
}
