import {ChartError} from "../ChartError.ts";
import {rowAt, type FigureData, type Panel} from "../../tidy/figureData.ts";
import {releasedValue} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";

/** A group of people, and what they and those before them are of all. Shares are percentages. */
export interface RunningGroup {
  readonly label: string;
  /** Of whom and of what, in this order. */
  readonly rows: readonly [people: TidyRow, things: TidyRow];
  /** Share of the people up to the group's beginning and up to its end. */
  readonly people: readonly [from: number, to: number];
  /** Share of the things up to the group's end. */
  readonly things: number;
  /** Things for each of its people. */
  readonly each: number;
  /** The groups are published the other way round, those with least first. */
  readonly isReversed: boolean;
}

/**
 * Shares of people and of what they have, group after group from those with most for each of them, as a concentration curve
 * runs through them. Throws ChartError
 * where one is not published, a group is too small to be drawn, or the groups have no order by what each of them has.
 *
 * Source: Lorenz MO, Methods of measuring the concentration of wealth, Publications of the American Statistical Association
 * 1905;9:209–219, from the most down.
 */
export function runningShares(data: FigureData): readonly RunningGroup[] {
  const {people, things} = seriesIn(data);
  const groups = (data.dimensions[0]?.categories ?? [])
    .filter(({role}) => role === "value")
    .map(({name, label}) => ({label, people: numberAt(people, name), things: numberAt(things, name)}));
  if (groups.some((group) => group.people.number > 0 && group.people.number < data.fewest))
    throw new ChartError(
      "show",
      `a group has fewer than ${String(data.fewest)} people, and a point of the curve would be about them. Join it to the next one`,
    );
  const each = groups.map((group) => (group.people.number === 0 ? 0 : group.things.number / group.people.number));
  const isFalling = each.every((ratio, at) => at === 0 || ratio <= (each[at - 1] ?? ratio));
  const isRising = each.every((ratio, at) => at === 0 || ratio >= (each[at - 1] ?? ratio));
  if (!isFalling && !isRising)
    throw new ChartError(
      "show",
      "the groups do not stand in the order of what each of their people has. Put them so in their list, the most first or last",
    );
  return runThrough(isFalling ? groups : groups.toReversed(), !isFalling);
}

interface Group {
  readonly label: string;
  readonly people: Numbered;
  readonly things: Numbered;
}

interface Numbered {
  readonly row: TidyRow;
  readonly number: number;
}

function runThrough(groups: readonly Group[], isReversed: boolean): readonly RunningGroup[] {
  const [allPeople, allThings] = [sum(groups.map(({people}) => people)), sum(groups.map(({things}) => things))];
  if (allPeople === 0 || allThings === 0)
    throw new ChartError("show", "there is nobody or nothing to take shares of. Leave the figure out");
  return groups.flatMap(({label, people, things}, at) => {
    const before = groups.slice(0, at);
    const peopleBefore = sum(before.map((one) => one.people));
    const thingsBefore = sum(before.map((one) => one.things));
    return {
      label,
      rows: [people.row, things.row] as const,
      people: [(100 * peopleBefore) / allPeople, (100 * (peopleBefore + people.number)) / allPeople] as const,
      things: (100 * (thingsBefore + things.number)) / allThings,
      each: people.number === 0 ? 0 : things.number / people.number,
      isReversed,
    };
  });
}

function sum(numbers: readonly Numbered[]): number {
  return numbers.reduce((total, {number}) => total + number, 0);
}

/** The two series: who, and what of theirs is counted. */
function seriesIn({panels}: FigureData): {readonly people: Panel; readonly things: Panel} {
  const [people, things, third] = panels;
  if (people === undefined || things === undefined || third !== undefined)
    throw new ChartError(
      "show",
      "it draws two series: how many people each group has, and how much of what is counted",
    );
  const wrong = [people, things].find(({query: {measure, within}, rows: [row]}) => {
    const isOfFigures = measure === "value" && row !== undefined && !/^(?:percent|per )/.test(row.unit);
    return within.length > 0 || !(measure === "count" || isOfFigures);
  });
  if (wrong !== undefined)
    throw new ChartError(
      "show",
      "it draws numbers that can be added up: counts, or figures that are no rates. Ask these",
    );
  return {people, things};
}

function numberAt(panel: Panel, name: string): Numbered {
  const row = rowAt(panel, [name]);
  const number = row && releasedValue(row);
  if (row === undefined || number === undefined)
    throw new ChartError(
      "show",
      "a number is withheld or not there, and shares of all need every one. Join small groups",
    );
  return {row, number};
}
