import type {Coordinates} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {propagate} from "../model/propagate.ts";
import {modelOf} from "../model/modelOf.ts";
import type {AskedGroup} from "../people/valuesAmong.ts";

/** Between what numbers a reader knows a count to lie. */
export interface GroupRange {
  readonly least: number;
  /** Absent where nothing printed holds the group. */
  readonly most?: number;
}

/** The same of a count at a place; `most` is infinite where nothing limits it. */
interface Known {
  readonly at: Coordinates;
  readonly least: number;
  readonly most: number;
}

/**
 * What a reader can tell of the size of any group of a release by adding and subtracting what is printed, whether a table
 * shows the group or not. The range never excludes the truth; programs may narrow it further, and the audit asks these.
 */
export function rangeOfGroup(release: Release, {population, at, butNot}: AskedGroup): GroupRange {
  const known = knownOf(release, population);
  const whole = rangeAt(known, at);
  const both = butNot === undefined ? {least: 0, most: 0} : sharedBy(known, at, butNot);
  const most = whole.most - both.least;
  return {least: Math.max(0, whole.least - both.most), ...(most < Infinity && {most})};
}

function knownOf(release: Release, population: string): readonly Known[] {
  const model = modelOf([release]);
  const {lower, upper} = propagate(model);
  const counts = model.cells.flatMap((cell, index) =>
    cell.isWhether !== true && cell.sumOf === undefined ? [{...cell, index}] : [],
  );
  // The model ends the counts that nothing limits somewhere far above what is printed; that is no knowledge.
  const limit = counts.reduce((most, cell) => Math.max(most, cell.upper), 0) / 2;
  return counts.flatMap(({at, index, population: own}) => {
    const most = upper[index] ?? Infinity;
    return own === population ? [{at, least: lower[index] ?? 0, most: most > limit ? Infinity : most}] : [];
  });
}

function rangeAt(known: readonly Known[], at: Coordinates): Omit<Known, "at"> {
  const holding = known.filter((one) => isWithin(at, one.at));
  const inside = known.filter((one) => isWithin(one.at, at)).map(({least}) => least);
  const everybody = holding.find((one) => Object.keys(one.at).length === 0)?.most ?? Infinity;
  // Of 20 people 15 are men and 12 of Kent: at least 7 are both.
  const shared = holding.flatMap((one) =>
    holding.map((other) => (isWhole([one.at, other.at], at) ? one.least + other.least - everybody : 0)),
  );
  return {least: Math.max(0, ...inside, ...shared), most: Math.min(Infinity, ...holding.map(({most}) => most))};
}

/** Of those who are at both of two places; of several answers to one question nothing is known together. */
function sharedBy(known: readonly Known[], at: Coordinates, other: Coordinates): Omit<Known, "at"> {
  if (isWithin({...at, ...other}, at)) return rangeAt(known, {...at, ...other});
  return {least: 0, most: Math.min(rangeAt(known, at).most, rangeAt(known, other).most)};
}

/** Whether everybody at one place is at another, which names some of its coordinates. */
function isWithin(narrow: Coordinates, wide: Coordinates): boolean {
  return Object.entries(wide).every(([name, category]) => narrow[name] === category);
}

/** Whether those who are at both of two places are those at a third. */
function isWhole([one, other]: readonly [Coordinates, Coordinates], at: Coordinates): boolean {
  return Object.keys({...one, ...other}).length === Object.keys(at).length;
}
