import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {changeInPoints} from "./changeInPoints.ts";
import {drawnRows, innerRows, seriesName} from "./drawnRows.ts";
import {shareOfStep} from "./shareOfStep.ts";

/** What a formula makes of some cells: where a shape stands along an axis, from end to end, and what may be written of it. */
export interface MadeNumber {
  readonly x?: Ends;
  readonly y?: Ends;
  /** In the order written; none where a cell is not published or the base too small, so that a mark stands there. */
  readonly numbers: readonly number[];
  readonly isPercent: boolean;
  /** Where a line stands that shows how sure the number is. */
  readonly interval?: Ends;
  /** What may be said of it in words; several where that cannot be told. */
  readonly words?: readonly string[];
  /** What a scale of it has to hold, where that is more than where shapes stand. */
  readonly reach?: readonly number[];
}

type Ends = readonly [from: number, to: number];

const formulas: Readonly<Record<string, (rows: readonly PublicCell[], figure: ShownFigure) => MadeNumber | undefined>> =
  {
    "running share": (rows, figure) => runningShare(groupOf(rows, figure, "first")),
    "running share from last": (rows, figure) => runningShare(groupOf(rows, figure, "last")),
    "for each": (rows, figure) => forEach(groupOf(rows, figure, "first")),
    "for each from last": (rows, figure) => forEach(groupOf(rows, figure, "last")),
    "share that went on": shareOfStep,
    "change in points": changeInPoints,
  };

/** What a drawing's formula makes of cells; nothing for a formula that nobody knows, or cells that it is not for. */
export function madeNumber(formula: string, rows: readonly PublicCell[], figure: ShownFigure): MadeNumber | undefined {
  return Object.hasOwn(formulas, formula) ? formulas[formula]?.(rows, figure) : undefined;
}

/** A group of people with what it has, and the sums of all groups and of those before it. */
interface Group {
  readonly own: Pair;
  readonly before: Pair;
  readonly all: Pair;
}

type Pair = readonly [people: number, things: number];

/** A group among all of its figure. None may be of fewer people than the policy lets a number be about, none withheld. */
function groupOf(rows: readonly PublicCell[], figure: ShownFigure, start: "first" | "last"): Group | undefined {
  const [people, things, third] = rows;
  if (people === undefined || things === undefined || third !== undefined) return undefined;
  if (nameOf(people) !== nameOf(things) || seriesName(people) === seriesName(things)) return undefined;
  const inner = innerRows(drawnRows(figure)).filter((row) => nameOf(row) !== undefined);
  const published = inner.filter((row) => seriesName(row) === seriesName(people));
  const groups = (start === "first" ? published : published.toReversed()).map((row) => {
    const twin = inner.find((one) => seriesName(one) === seriesName(things) && nameOf(one) === nameOf(row));
    return {name: nameOf(row), pair: [numberOf(row), numberOf(twin)] as const, fewest: fewestIn(row)};
  });
  const isTold = groups.every(({pair: [of, has], fewest}) => has >= 0 && (of === 0 || of >= fewest));
  const at = groups.findIndex(({name}) => name === nameOf(people));
  const own = groups[at];
  if (own === undefined || !isTold) return undefined;
  const pairs = groups.map(({pair}) => pair);
  return {own: own.pair, before: sumOf(pairs.slice(0, at)), all: sumOf(pairs)};
}

function runningShare(group: Group | undefined): MadeNumber | undefined {
  if (group === undefined) return undefined;
  const [people, things] = [shareAt(group, 0), shareAt(group, 1)];
  return {x: [people, people], y: [things, things], numbers: [people, things], isPercent: true};
}

function shareAt({own, before, all}: Group, at: 0 | 1): number {
  return (100 * (before[at] + own[at])) / all[at];
}

function forEach(group: Group | undefined): MadeNumber | undefined {
  if (group === undefined) return undefined;
  const {own, before, all} = group;
  const each = own[1] / own[0];
  return {x: [(100 * before[0]) / all[0], shareAt(group, 0)], y: [0, each], numbers: [each], isPercent: false};
}

function nameOf({asked}: PublicCell): string | undefined {
  const category = asked.place[0]?.category;
  return category === undefined || category === "total" || category.role !== "value" ? undefined : category.name;
}

function numberOf(row: PublicCell | undefined): number {
  return row?.cell.status === "published" ? row.cell.value : NaN;
}

function fewestIn({release}: PublicCell): number {
  return release.disclosure.policy.threshold;
}

function sumOf(pairs: readonly Pair[]): Pair {
  return pairs.reduce<Pair>(([people, things], [more, other]) => [people + more, things + other], [0, 0]);
}
