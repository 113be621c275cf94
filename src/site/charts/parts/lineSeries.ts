import {lineY} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory, type Panel} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {claims} from "./claim.ts";
import {colourOf} from "./colourOf.ts";
import {dotMarks} from "./dotMarks.ts";
import {hatchedBoxes, type Box} from "./drawWithheldMarks.ts";
import {labels, type Label} from "./labels.ts";
import {valueGap, type LineFrame} from "./lineFrame.ts";
import type {Layer} from "./plotFigure.ts";
import type {LinearScale} from "./scale.ts";
import {ink} from "./svg.ts";

/** One line, broken where a value is not published, which is marked under the axis. */
export function lineSeries(
  panel: Panel,
  times: readonly DimensionCategory[],
  {frame, mark, isAlone}: {frame: LineFrame; mark: Mark; isAlone: boolean},
): readonly Layer[] {
  const {x, y, foot, dots} = frame;
  const colour = colourOf(panel);
  const points = times.map(({name}) => {
    const row = rowAt(panel, [name]);
    const value = row && printedValue(row);
    return {name, row, value};
  });
  const known = points.flatMap(({name, row, value}) =>
    row === undefined || value === undefined ? [] : [{row, claim: claims(row, "y"), x: name, y: value, colour}],
  );
  // Without a value for it, Plot breaks the line at a time and never draws across.
  const path = lineY(points, {
    className: "line",
    x: "name",
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

interface KnownPoint {
  readonly row: TidyRow;
  readonly x: string;
  readonly y: number;
}

/** The values at the ends of a single line; in a panel, which is narrow, the last one beside its dot. */
function nameValues(
  known: readonly KnownPoint[],
  {frame: {x, y, isPanel}, times, mark}: {frame: LineFrame; times: readonly DimensionCategory[]; mark: Mark},
): readonly Layer[] {
  if (!isPanel) return [{x, marks: [labels(endValues(known, y, mark), {anchor: "middle"})]}];
  const last = known.filter((point) => point.x === times.at(-1)?.name);
  const beside = last.map(({row, x: time, y: value}) => {
    return {claim: claims(row, "text"), x: time, y: value, text: printRow(row, mark).text};
  });
  return [{x, y, marks: [labels(beside, {dx: valueGap})]}];
}

/** The first and the last value of a single line, above their dots. */
function endValues(known: readonly KnownPoint[], y: LinearScale, mark: Mark): readonly Label[] {
  const ends = [...new Set([known[0], known.at(-1)])].filter((point) => point !== undefined);
  return ends.map(({row, x, y: value}) => ({
    claim: claims(row, "text"),
    x,
    y: Math.max(8, y.apply(value) - 16),
    text: printRow(row, mark).text,
  }));
}

/** The mark of a time whose value is withheld: under the axis, whatever the value is. */
function withheldBox(
  {name, row}: {readonly name: string; readonly row: TidyRow | undefined},
  {x, foot}: Pick<LineFrame, "x" | "foot">,
): readonly Box[] {
  if (row === undefined || !isHeldBack(row.cell)) return [];
  return [{claim: claims(row, "mark"), x: Number(x.apply(name)) - 8, y: foot + 26, width: 16, height: 8}];
}
