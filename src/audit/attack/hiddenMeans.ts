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
 * counts as known where its group's size is and it can lie within less than one unit only.
 */
export function hiddenMeans(model: AuditModel, attack: Attack): readonly FoundMean[] {
  if (attack.bounds.broken !== undefined || attack.contradictory !== undefined) return [];
  const range = rangeFinder(attack);
  return model.means.flatMap((mean) => findMean(mean, {model, range}) ?? []);
}

type FindRange = (cell: number) => {readonly least: number; readonly most: number};

function findMean(
  {sum, known}: HiddenMean,
  {model, range}: {readonly model: AuditModel; readonly range: FindRange},
): FoundMean | undefined {
  const people = range(known);
  if (people.least !== people.most || people.least < 1 || people.least >= model.policy.meanNeeds) return undefined;
  const {least, most} = range(sum);
  if (most - least >= closely * people.least) return undefined;
  const {population, at, sumOf = ""} = model.cells[sum] ?? {population: "", at: {}};
  const key = cellKey({measure: "mean", population, at, variable: sumOf});
  return {key, sum, known: people.least, least: least / people.least, most: most / people.least};
}

function rangeFinder({bounds, components}: Attack): FindRange {
  const places = new Map(
    components.flatMap(({component, knowledge}) => component.cells.map((cell, column) => [cell, {knowledge, column}])),
  );
  return (cell) => {
    const place = places.get(cell);
    if (place === undefined) return {least: bounds.lower[cell] ?? 0, most: bounds.upper[cell] ?? Infinity};
    const {knowledge, column} = place;
    knowledge.findEnd(column, "least");
    knowledge.findEnd(column, "most");
    const {least, most} = knowledge.of(column);
    return {least, most};
  };
}
