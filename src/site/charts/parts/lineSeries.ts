import {lineY} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory, type Panel} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printRow, releasedValue} from "../../tidy/printRow.ts";
import {isStillProvisional, type TidyRow} from "../../tidy/tidyRow.ts";
import {claims} from "./claim.ts";
import {colourOf} from "./colourOf.ts";
import {dotMarks} from "./dotMarks.ts";
import {hatchedBoxes, type Box} from "./drawWithheldMarks.ts";
import {labels, type Label} from "./labels.ts";
import {valueGap, type LineFrame, type TimePlace} from "./lineFrame.ts";
import type {Layer} from "./plotFigure.ts";
import {ink} from "./svg.ts";

/** One line, broken where a value is not published, which is marked under the axis. */
export function lineSeries(
  panel: Panel,
  times: readonly DimensionCategory[],
  {frame, mark, isAlone}: {frame: LineFrame; mark: Mark; isAlone: boolean},
): readonly Layer[] {
  const {x, y, at, isTimed, foot, dots} = frame;
  const colour = colourOf(panel);
  const points = times.map(({name}): TimePoint => {
    const row = rowAt(panel, [name]);
    return {at: at(name), row, value: row && releasedValue(row)};
  });
  const channels = isTimed ? (["y", "x-time"] as const) : (["y"] as const);
  const known = points.flatMap(({at: place, row, value}) =>
    row === undefined || value === undefined
      ? []
      : [{row, claim: claims(row, ...channels), x: place, y: value, colour, isHollow: isStillProvisional(row)}],
  );
  // Without a value for it, Plot breaks the line at a time and never draws across.
  const path = lineY(withGaps(points), {
    className: "line",
    x: "at",
    y: ({value}: {value: number | undefined}) => value ?? NaN,
    stroke: ink(colour),
    strokeWidth: 2,
  });
  return [
    {x, y, marks: [path, dotMarks(known, dots)]},
    ...(isAlone ? nameValues(known, {frame, times, mark}) : []),
    {marks: hatchedBoxes(points.flatMap((point) => withheldBox(point, {x, foot})))},
  ];
}

interface TimePoint {
  readonly at: TimePlace;
  readonly row?: TidyRow | undefined;
  readonly value?: number | undefined;
}

/** Points with one of no value between two that lie further apart than neighbours do: no line is drawn across. */
function withGaps(points: readonly TimePoint[]): readonly TimePoint[] {
  const days = points.map(({at}) => (at instanceof Date ? at.getTime() : NaN));
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? NaN));
  const usual = Math.min(...steps);
  return points.flatMap((point, index) =>
    (steps[index - 1] ?? NaN) > 1.5 * usual ? [{at: point.at}, point] : [point],
  );
}

interface KnownPoint {
  readonly row: TidyRow;
  readonly x: TimePlace;
  readonly y: number;
}

/** The values at the ends of a single line; in a panel, which is narrow, the last one beside its dot. */
function nameValues(
  known: readonly KnownPoint[],
  {frame, times, mark}: {frame: LineFrame; times: readonly DimensionCategory[]; mark: Mark},
): readonly Layer[] {
  const {x, y, at, isPanel} = frame;
  if (!isPanel) return [{x, marks: [labels(endValues(known, frame, mark), {anchor: "middle"})]}];
  const last = known.filter((point) => point.x === at(times.at(-1)?.name ?? ""));
  const beside = last.map(({row, x: time, y: value}) => {
    return {claim: claims(row, "text"), x: time, y: value, text: printRow(row, mark).text};
  });
  return [{x, y, marks: [labels(beside, {dx: valueGap})]}];
}

/** The first and the last value of a single line, each on that side of its dot to which the line does not go. */
function endValues(known: readonly KnownPoint[], {y, foot}: LineFrame, mark: Mark): readonly Label[] {
  const ends = new Map([
    [known[0], known[1]],
    [known.at(-1), known.at(-2)],
  ]);
  return [...ends].flatMap(([point, neighbour]) => {
    if (point === undefined) return [];
    const [place, next] = [y.apply(point.y), neighbour === undefined ? Infinity : y.apply(neighbour.y)];
    const isUnder = next < place && place + 2 * 16 < foot;
    const text = printRow(point.row, mark).text;
    return [{claim: claims(point.row, "text"), x: point.x, y: isUnder ? place + 16 : Math.max(8, place - 16), text}];
  });
}

/** The mark of a time whose value is withheld: under the axis, whatever the value is. */
function withheldBox({at, row}: TimePoint, {x, foot}: Pick<LineFrame, "x" | "foot">): readonly Box[] {
  if (row === undefined || !isHeldBack(row.cell)) return [];
  return [{claim: claims(row, "mark"), x: Number(x.apply(at)) - 8, y: foot + 26, width: 16, height: 8}];
}
