import {ruleY, scale, type Scale} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import type {DimensionCategory, FigureData, Panel} from "../../tidy/figureData.ts";
import {printRow, releasedValue} from "../../tidy/printRow.ts";
import {axisWords, type AxisWords} from "./axisWords.ts";
import {dotRadius} from "./dotMarks.ts";
import {labels, lineHeight, plain, strong, widest} from "./labels.ts";
import {endLines} from "./lineEnds.ts";
import {measureText} from "./measureText.ts";
import type {Layer} from "./plotFigure.ts";
import {along, roundValues, zeroBased, type LinearScale} from "./scale.ts";
import {ink} from "./svg.ts";
import {timeOf} from "./timeOf.ts";

/** Height of the plot, how many ticks it has, and the room between these and its first time, in px. */
const sizes = {whole: {height: 260, ticks: 5, gutter: 24}, panel: {height: 84, ticks: 3, gutter: 14}} as const;
/** Between the last dot of a panel and its value, in px. */
export const valueGap = 9;
/** Dots that stand closer are smaller, in px. */
const closeDots = 24;
/** Room over the axis for its unit, and over the first value of a single line, which may stand under it, in px. */
const unitHeight = {usual: 22, overValue: 38} as const;

/** A day, or a name. */
export type TimePlace = Date | string;

/** Where the lines of a drawing stand. */
export interface LineFrame {
  /** Times in px: days on a scale of time, or names at even distances. */
  readonly x: Scale;
  readonly isTimed: boolean;
  /** Where a time, by its name, stands on that scale. */
  readonly at: (name: string) => TimePlace;
  readonly y: LinearScale;
  readonly axis: AxisWords;
  /** Where the unit of the axis stands, in px. */
  readonly unitTop: number;
  /** Left, right and lower end of the plot, and the right end of the drawing, in px. */
  readonly left: number;
  readonly end: number;
  readonly foot: number;
  readonly right: number;
  /** Between the words of the axis and the first time, in px. */
  readonly gutter: number;
  readonly dots: number;
  readonly isPanel: boolean;
}

interface FrameInput {
  readonly width: number;
  readonly isPanel?: boolean;
  readonly times: readonly DimensionCategory[];
  /** What stands beside the ends of the lines. */
  readonly names: readonly string[];
  /** Whether upright lines have letters or marks over them. */
  readonly hasMarks?: boolean;
  /** Whether the ends of a single line have their values over or under them. */
  readonly hasValues?: boolean;
  /** Whether times stand at their true distances, where all of them are periods. */
  readonly isTimed?: boolean;
  /** From nought to the largest value, where it is left out. */
  readonly domain?: readonly [from: number, to: number];
}

/** The scales of lines, with room for their names or, in a panel, for their last values. */
export function lineFrame(
  {panels: series, benchmarks, mark}: FigureData,
  {width, isPanel = false, times, hasMarks = false, hasValues = false, ...wishes}: FrameInput,
): LineFrame {
  const {height: plotHeight, ticks, gutter} = sizes[isPanel ? "panel" : "whole"];
  const rows = [...series.flatMap((one) => one.rows), ...benchmarks.map(({row}) => row)];
  const values = rows.map(releasedValue).filter((value) => value !== undefined);
  const domain = wishes.domain ?? zeroBased(values);
  const axis = axisWords({panels: series}, {domain, values: roundValues(domain, ticks)}, "y");
  const unitTop = hasMarks ? 28 : 10;
  const top = unitTop + (axis.unit === "" ? 0 : unitHeight[hasValues ? "overValue" : "usual"]);
  const foot = top + plotHeight;
  const printed = axis.ticks.map(({text}) => text);
  const left = widest(printed, plain) + 10 + gutter;
  const lastLabel = measureText(times.at(-1)?.label ?? "", plain) / 2;
  const end =
    width - Math.max(roomForNames({panels: series, mark}, {width, isPanel, names: wishes.names}), lastLabel + 2);
  const {x, isTimed, at} = timeScale(times, wishes.isTimed === true, [left, end]);
  const room = (end - left) / Math.max(1, times.length - 1);
  const dots = isPanel || room < closeDots ? dotRadius.close : dotRadius.usual;
  return {
    x,
    isTimed,
    at,
    y: along(domain, [foot, top]),
    axis,
    unitTop,
    left,
    end,
    foot,
    right: width,
    gutter,
    dots,
    isPanel,
  };
}

/** What the names at the ends of lines need, or the value that stands beside the end of a panel's only line. */
function roomForNames(
  {panels: series, mark}: Pick<FigureData, "panels" | "mark">,
  {width, isPanel, names}: {readonly width: number; readonly isPanel: boolean; readonly names: readonly string[]},
): number {
  if (isPanel && series.length < 2) return valueGap + widest(lastValues(series, mark), plain);
  const lines = names.flatMap((label) => endLines(label, width));
  return 24 + widest(lines, strong);
}

function timeScale(
  times: readonly DimensionCategory[],
  isWished: boolean,
  range: readonly [left: number, end: number],
): Pick<LineFrame, "x" | "isTimed" | "at"> {
  const days = new Map(times.flatMap(({name, label}) => timesOf(name, label)));
  const [all, [first, last]] = [[...days.values()], range];
  const isRising = all.every((day, index) => index === 0 || day > (all[index - 1] ?? day));
  const isTimed = isWished && days.size === times.length && days.size > 1 && isRising;
  const [from, to] = [all[0], all.at(-1)];
  if (isTimed && from !== undefined && to !== undefined) {
    const x = scale({x: {type: "utc", domain: [from, to], range: [first, last]}});
    return {x, isTimed, at: (name) => days.get(name) ?? name};
  }
  const domain = times.map(({name}) => name);
  const x = scale({x: {type: "point", domain, range: [first, last], padding: 0, round: false}});
  return {x, isTimed: false, at: (name) => name};
}

function timesOf(name: string, label: string): readonly (readonly [string, Date])[] {
  const day = timeOf(label);
  return day === undefined ? [] : [[name, day]];
}

/** The values as printed that a panel may have beside its last dot. */
function lastValues(series: readonly Panel[], mark: Mark): readonly string[] {
  return series.flatMap(({rows}) =>
    rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text),
  );
}

/** The times that there is room to name: the last one always, others at a distance; of a panel, the first besides. */
function namedTimes(times: readonly DimensionCategory[], {x, at, isPanel}: LineFrame): readonly DimensionCategory[] {
  const width = widest(
    times.map(({label}) => label),
    plain,
  );
  const placeOf = ({name}: DimensionCategory): number => Number(x.apply(at(name)));
  const few = isPanel ? [times[0], times.at(-1)].filter((time) => time !== undefined) : times;
  return few.toReversed().reduce<readonly DimensionCategory[]>((shown, time) => {
    const [next] = shown;
    const isFree = next === undefined || placeOf(next) - placeOf(time) >= width + (isPanel ? 6 : 14);
    return isFree ? [time, ...shown] : shown;
  }, []);
}

/** Ticks with lines across, the unit, and as many times as there is room for, the last one always. */
export function lineAxes(times: readonly DimensionCategory[], frame: LineFrame): readonly Layer[] {
  const {x, y, at, axis, unitTop, left, end, foot, gutter} = frame;
  const {ticks, unit, beginning} = axis;
  const [low, high] = y.domain;
  // In the units of the scale whose beginning it names: under the times.
  const y0 = low - ((high - low) * (16 + lineHeight)) / (foot - y.range[1]);
  const levels = ticks.map(({value, ...words}) => ({...words, x: left - gutter, y: value}));
  const name = {x: 0, y: unitTop + 4, text: unit, colour: "muted"} as const;
  const dates = namedTimes(times, frame).map(({name, label}) => {
    const centre = Math.max(measureText(label, plain) / 2, Number(x.apply(at(name))));
    return {x: centre, y: foot + 16, text: label, colour: "muted" as const};
  });
  const stroke = (tick: number) => ink(tick === 0 ? "rule" : "grid");
  return [
    {
      y,
      marks: [
        ruleY(
          ticks.map(({value}) => value),
          {x1: left - gutter + 6, x2: end, stroke},
        ),
        labels(levels, {anchor: "end"}),
        labels(beginning ? [{...beginning, x: 0, y: y0}] : []),
      ],
    },
    {marks: [labels(unit === "" ? [] : [name]), labels(dates, {anchor: "middle"})]},
  ];
}
