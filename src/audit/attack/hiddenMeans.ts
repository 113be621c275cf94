import {cellKey} from "../../publication/index.ts";
import type {AuditModel, HiddenMean} from "../model/auditModel.ts";
import type {Attack} from "./attack.ts";

/** A mean of too few that no page prints and that follows all the same. */
export interface FoundMean {
  readonly key: string;
  /** Index of its sum in the model. */
  readonly sum: number;
  /** How many it is of. */
  readonly known: number;
  /** Between which values it lies, in units of the number. */
  readonly least: number;
  readonly most: number;
}

/** A mean that is known better than this, in units of its number, is as good as printed. */
const closely = 1;

/**
 * Means of fewer records than the policy asks that follow from printed ones: all fifteen less ten leave five. A mean
 * counts as known where its group's size is and it can lie within less than one unit only. The tables found so far settle
 * most of them: one in which the group has as many as a mean needs, or two in which it has other sizes. `undecided` are the
 * keys of those that no program settled within its limit of work.
 */
export function hiddenMeans(
  model: AuditModel,
  attack: Attack,
): {readonly found: readonly FoundMean[]; readonly undecided: readonly string[]} {
  if (attack.bounds.broken !== undefined || attack.contradictory !== undefined) return {found: [], undecided: []};
  const reach = reachFinder(attack);
  const means = model.means.map((mean) => findMean(mean, {model, reach}));
  return {
    found: means.filter((mean): mean is FoundMean => typeof mean === "object"),
    undecided: model.means.flatMap(({sum}, at) => (means[at] === "undecided" ? [keyOfMean(model, sum)] : [])),
  };
}

/** Between what a count or sum lies. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** What can be told of one cell. */
interface Reach {
  /** What tables found so far give it: it goes as far at least. Nothing where no table was found. */
  readonly seen: Range | undefined;
  /** What it cannot go beyond, found by programs, and whether these settled it. */
  readonly ends: () => Range & {readonly isDecided: boolean};
}

function findMean(
  {sum, known}: HiddenMean,
  {model, reach}: {readonly model: AuditModel; readonly reach: (cell: number) => Reach},
): FoundMean | "undecided" | undefined {
  const ofPeople = reach(known);
  const isOneOfFew = ({least, most}: Range): boolean => least === most && least >= 1 && least < model.policy.meanNeeds;
  if (ofPeople.seen === undefined) return "undecided";
  if (!isOneOfFew(ofPeople.seen)) return undefined;
  const sizes = ofPeople.ends();
  if (!isOneOfFew(sizes)) return sizes.isDecided ? undefined : "undecided";
  const people = ofPeople.seen.least;
  const ofSum = reach(sum);
  const isWide = ({least, most}: Range): boolean => most - least >= closely * people;
  if (ofSum.seen === undefined) return "undecided";
  if (isWide(ofSum.seen)) return undefined;
  const ends = ofSum.ends();
  if (isWide(ends)) return ends.isDecided ? undefined : "undecided";
  const key = keyOfMean(model, sum);
  return {key, sum, known: people, least: ends.least / people, most: ends.most / people};
}

function keyOfMean({cells}: AuditModel, sum: number): string {
  const {population, at, sumOf = ""} = cells[sum] ?? {population: "", at: {}};
  return cellKey({measure: "mean", population, at, variable: sumOf});
}

function reachFinder({bounds, components}: Attack): (cell: number) => Reach {
  const places = new Map(
    components.flatMap(({component, knowledge}) => component.cells.map((cell, column) => [cell, {knowledge, column}])),
  );
  return (cell) => {
    const place = places.get(cell);
    if (place === undefined) {
      const known = {least: bounds.lower[cell] ?? 0, most: bounds.upper[cell] ?? Infinity};
      return {seen: known, ends: () => ({...known, isDecided: true})};
    }
    const {knowledge, column} = place;
    const seen = [...knowledge.of(column).seen.keys()];
    const ends = () => {
      const isDecided = [knowledge.findEnd(column, "least"), knowledge.findEnd(column, "most")].every(Boolean);
      const {least, most} = knowledge.of(column);
      return {least, most, isDecided};
    };
    const reached = seen.length === 0 ? undefined : {least: Math.min(...seen), most: Math.max(...seen)};
    return {seen: reached, ends};
  };
}
