import type {CellAddress, Coordinates} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {propagate} from "../attack/propagate.ts";
import {modelOf} from "../model/modelOf.ts";

/** Between what numbers a reader knows a count to lie. */
export interface GroupRange {
  readonly least: number;
  /** Absent where nothing printed holds the group. */
  readonly most?: number;
}

type CountAddress = Extract<CellAddress, {measure: "count"}>;

/**
 * What a reader can tell of the size of any group of a release by adding and subtracting what is printed, whether a table
 * shows the group or not. A lower bound only: programs may narrow a range further, and the audit asks these.
 */
export function rangeOfGroup(release: Release, {population, at}: CountAddress): GroupRange {
  const model = modelOf([release]);
  const {lower, upper} = propagate(model);
  const counts = model.cells.flatMap((cell, index) =>
    cell.isWhether !== true && cell.sumOf === undefined ? [{...cell, index}] : [],
  );
  // The model ends the counts that nothing limits somewhere far above what is printed; that is no knowledge.
  const limit = counts.reduce((most, cell) => Math.max(most, cell.upper), 0) / 2;
  const mostOf = (index: number): number =>
    (upper[index] ?? Infinity) > limit ? Infinity : (upper[index] ?? Infinity);
  const known = counts
    .filter((cell) => cell.population === population)
    .map(({at: place, index}) => ({at: place, least: lower[index] ?? 0, most: mostOf(index)}));
  const holding = known.filter((one) => isWithin(at, one.at));
  const most = Math.min(Infinity, ...holding.map((one) => one.most));
  const inside = known.filter((one) => isWithin(one.at, at)).map((one) => one.least);
  const everybody = holding.find((one) => Object.keys(one.at).length === 0)?.most ?? Infinity;
  // Of 20 people 15 are men and 12 of Kent: at least 7 are both.
  const shared = holding.flatMap((one) =>
    holding.map((other) => (isWhole([one.at, other.at], at) ? one.least + other.least - everybody : 0)),
  );
  const least = Math.max(0, ...inside, ...shared);
  return {least, ...(most < Infinity && {most})};
}

/** Whether everybody at one place is at another, which names some of its coordinates. */
function isWithin(narrow: Coordinates, wide: Coordinates): boolean {
  return Object.entries(wide).every(([name, category]) => narrow[name] === category);
}

/** Whether those who are at both of two places are those at a third. */
function isWhole(pair: readonly [Coordinates, Coordinates], at: Coordinates): boolean {
  const [one, other] = pair;
  return Object.keys({...one, ...other}).length === Object.keys(at).length;
}
