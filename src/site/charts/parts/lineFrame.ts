import {ruleY, scale, type Scale} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import type {DimensionCategory, FigureData, Panel} from "../../tidy/figureData.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import {axisWords, type AxisWords} from "./axisWords.ts";
import {dotRadius} from "./dotMarks.ts";
import {labels, lineHeight, plain, strong, widest} from "./labels.ts";
import {endLines} from "./lineEnds.ts";
import {measureText} from "./measureText.ts";
import type {Layer} from "./plotFigure.ts";
import {along, roundValues, zeroBased, type LinearScale} from "./scale.ts";
import {ink} from "./svg.ts";

/** Height of the plot, how many ticks it has, and the room between these and its first time, in px. */
const sizes = {whole: {height: 260, ticks: 5, gutter: 24}, panel: {height: 84, ticks: 3, gutter: 14}} as const;
/** Between the last dot of a panel and its value, in px. */
export const valueGap = 9;
/** Dots that stand closer are smaller, in px. */
const closeDots = 24;
/** Room over the axis for its unit, in px. */
const unitHeight = 22;

/** Where the lines of a drawing stand. */
export interface LineFrame {
  /** Times by their names, in px. */
  readonly x: Scale;
  readonly y: LinearScale;
  readonly axis: AxisWords;
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
  readonly hasMilestones?: boolean;
  /** From nought to the largest value, where it is left out. */
  readonly domain?: readonly [from: number, to: number];
}

/** The scales of lines, with room for their names or, in a panel, for their last values. */
export function lineFrame(
  {panels: series, mark}: FigureData,
  {width, isPanel = false, times, hasMilestones = false, ...wishes}: FrameInput,
): LineFrame {
  const {height: plotHeight, ticks, gutter} = sizes[isPanel ? "panel" : "whole"];
  const values = series.flatMap(({rows}) => rows.map(printedValue)).filter((value) => value !== undefined);
  const domain = wishes.domain ?? zeroBased(values);
  const axis = axisWords({panels: series}, {from: domain[0], values: roundValues(domain, ticks)}, "y");
  const top = (hasMilestones ? 28 : 10) + (axis.unit === "" ? 0 : unitHeight);
  const foot = top + plotHeight;
  const printed = axis.ticks.map(({text}) => text);
  const left = widest(printed, plain) + 10 + gutter;
  const isLabelled = isPanel && series.length < 2;
  const names = isLabelled
    ? valueGap + widest(lastValues(series, mark), plain)
    : 24 +
      widest(
        wishes.names.flatMap((label) => endLines(label, width)),
        strong,
      );
  const lastLabel = measureText(times.at(-1)?.label ?? "", plain) / 2;
  const end = width - Math.max(names, lastLabel + 2);
  const x = scale({
    x: {type: "point", domain: times.map(({name}) => name), range: [left, end], padding: 0, round: false},
  });
  const room = (end - left) / Math.max(1, times.length - 1);
  const dots = isPanel || room < closeDots ? dotRadius.close : dotRadius.usual;
  return {x, y: along(domain, [foot, top]), axis, left, end, foot, right: width, gutter, dots, isPanel};
}

/** The values as printed that a panel may have beside its last dot. */
function lastValues(series: readonly Panel[], mark: Mark): readonly string[] {
  return series.flatMap(({rows}) =>
    rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text),
  );
}

/** The times that there is room to name: the last one always, others at even distances; of a panel, the first besides. */
function namedTimes(
  times: readonly DimensionCategory[],
  {left, end, isPanel}: LineFrame,
): readonly DimensionCategory[] {
  const gaps = Math.max(1, times.length - 1);
  const width = widest(
    times.map(({label}) => label),
    plain,
  );
  const needed = Math.ceil(((width + (isPanel ? 6 : 14)) * gaps) / (end - left));
  const every = isPanel && needed <= gaps ? gaps : Math.max(1, needed);
  return times.filter((_, index) => (times.length - 1 - index) % every === 0);
}

/** Ticks with lines across, the unit, and as many times as there is room for, the last one always. */
export function lineAxes(times: readonly DimensionCategory[], frame: LineFrame): readonly Layer[] {
  const {x, y, axis, left, end, foot, gutter} = frame;
  const {ticks, unit, beginning} = axis;
  const [low, high] = y.domain;
  // In the units of the scale whose beginning it names: under the times.
  const y0 = low - ((high - low) * (16 + lineHeight)) / (foot - y.range[1]);
  const levels = ticks.map(({value, ...words}) => ({...words, x: left - gutter, y: value}));
  const name = {x: 0, y: y.range[1] - unitHeight + 4, text: unit, colour: "muted"} as const;
  const dates = namedTimes(times, frame).map(({name, label}) => {
    const centre = Math.max(measureText(label, plain) / 2, Number(x.apply(name)));
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
