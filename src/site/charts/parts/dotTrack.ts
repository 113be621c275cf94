import {measureOf} from "../../../measures/index.ts";
import {ruleX, ruleY, type Markish} from "@observablehq/plot";
import type {Benchmark, DimensionCategory, FigureData, Panel} from "../../tidy/figureData.ts";
import {rowAt} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import type {Canvas} from "../defineChart.ts";
import type {Token} from "../theme.ts";
import {axisWords, type AxisWords} from "./axisWords.ts";
import {benchmarkHeight, benchmarkLines} from "./benchmarkLines.ts";
import {claiming, claims} from "./claim.ts";
import {colourOf} from "./colourOf.ts";
import {dotMarks} from "./dotMarks.ts";
import {labels, lineHeight, plain, strong, widest} from "./labels.ts";
import {measureText} from "./measureText.ts";
import type {Layer} from "./plotFigure.ts";
import {along, around, roundValues, withinPercent, zeroBased, type LinearScale} from "./scale.ts";
import {ink} from "./svg.ts";
import {markWidth, drawWithheldMarks} from "./drawWithheldMarks.ts";

const panelGap = 28;

/** The scale of one panel of ranked dots and what stands around it. */
export interface Track {
  readonly panel: Panel;
  readonly scale: LinearScale;
  readonly axis: AxisWords;
  /** Right edge of the column of values. */
  readonly right: number;
  /** Numbers to hold the others against. */
  readonly benchmarks: readonly Benchmark[];
}

export interface TrackOptions {
  readonly intervals: boolean;
  readonly zero?: boolean | undefined;
}

/** The panels' scales side by side from `left`, and the room over them for headings. */
export function tracksOf(
  data: FigureData,
  {zero, intervals}: TrackOptions,
  {width, isNarrow, left}: Canvas & {left: number},
): {tracks: readonly Track[]; heading: number} {
  const {panels, benchmarks, mark} = data;
  const rows = panels.flatMap((panel) => panel.rows);
  const texts = rows.map((row) =>
    row.cell.status === "published"
      ? measureText(printRow(row, mark).text, plain)
      : markWidth(printRow(row, mark).text),
  );
  const room = Math.max(0, ...texts) + 12;
  const shown = [...rows, ...benchmarks.map(({row}) => row)].flatMap((row) => valuesOf(row, intervals));
  // Parts of one whole are read from nought; means and shares within each area are read against one another.
  const isCompared = panels.some(({query}) => measureOf(query).base === "known" || query.within.length > 0);
  const chosen = (zero ?? !isCompared) ? zeroBased(shown) : around(shown);
  const domain = panels.every(({query}) => query.measure === "share") ? withinPercent(chosen) : chosen;
  const half = widest([...domain.map((end) => String(Math.round(end))), "0"], plain) / 2 + 8;
  const full = (width - left - panelGap * (panels.length - 1)) / panels.length;
  const tracks = panels.map((panel, index) => {
    const start = left + index * (full + panelGap);
    const own = benchmarks.filter(({keys}) => keys.includes(panel.key));
    // On a phone the values stand at the right of the label's line, so that the dots have the whole width.
    const end = start + full - (isNarrow && panels.length === 1 ? half : room);
    const scale = along(domain, [start + (isNarrow ? half : 8), end]);
    const axis = axisWords({panels: [panel]}, {domain, values: roundValues(domain, full > 300 ? 6 : 4)}, "x");
    return {panel, scale, axis, right: start + full, benchmarks: own};
  });
  const lines = Math.max(...tracks.map((track) => track.benchmarks.length));
  return {tracks, heading: (panels.length > 1 ? 26 : 0) + 6 + lines * benchmarkHeight};
}

/**
 * A row's value and the ends of its interval, all as they are released: a dot at the printed whole percent would stand beside
 * its own interval.
 */
function valuesOf(row: TidyRow, intervals: boolean): readonly number[] {
  const printed = printedValue(row);
  if (printed === undefined || row.cell.status !== "published") return [];
  const {value, lower, upper} = row.cell;
  return intervals && lower !== undefined && upper !== undefined ? [value, lower, upper] : [printed];
}

/** A category and where its dot and its value stand, in px. */
export interface TrackRow {
  readonly category: DimensionCategory;
  readonly y: number;
  readonly valueY: number;
}

interface TrackFrame {
  readonly data: FigureData;
  readonly intervals: boolean;
  /** From and to where vertical lines are drawn: not through the labels of a narrow drawing. */
  readonly bands: readonly {readonly from: number; readonly to: number}[];
  readonly top: number;
  readonly bottom: number;
}

/** One panel: the axis at its foot, dots with intervals and values, and the benchmark as a line with its name. */
export function drawTrack(track: Track, rows: readonly TrackRow[], frame: TrackFrame): readonly Layer[] {
  const {panel, scale, right, benchmarks} = track;
  const heading = frame.data.panels.length > 1 ? [{x: scale.range[0], y: 10, text: panel.heading}] : [];
  const cells = cellsOf(track, rows, frame);
  const values = cells.flatMap(({row, value, text, valueY}) =>
    value === undefined ? [] : [{claim: claims(row, "text"), x: right, y: valueY, text}],
  );
  const hidden = cells.flatMap(({row, value, text, valueY, isWithheld}) =>
    value === undefined ? [{claim: claims(row, "mark"), x: right - markWidth(text), y: valueY, text, isWithheld}] : [],
  );
  const centre = (text: string, wish: number): number => centreWithin(text, wish, right);
  const benchmark = benchmarkLines(benchmarks, {scale, centre, mark: frame.data.mark, ...frame});
  return [
    {x: scale, marks: [...drawAxis(track, frame), ...benchmark.lines, ...drawDots(cells, scale)]},
    {marks: [benchmark.names, labels(heading, {style: strong}), labels(values, {anchor: "end"})]},
    {marks: drawWithheldMarks(hidden)},
    ...drawUnder(track, frame),
  ];
}

function cellsOf({panel}: Track, rows: readonly TrackRow[], {data, intervals}: TrackFrame) {
  return rows.flatMap(({category, y, valueY}) => {
    const row = rowAt(panel, [category.name]);
    if (row === undefined) return [];
    const {text} = printRow(row, data.mark);
    const [value, lower, upper] = valuesOf(row, intervals);
    const colour = category.role === "value" ? colourOf(panel) : ("region" as const);
    return [{row, y, valueY, text, value, lower, upper, colour, isWithheld: isHeldBack(row.cell)}];
  });
}

function drawDots(cells: ReturnType<typeof cellsOf>, {domain: [from, to]}: LinearScale): readonly Markish[] {
  const dots = cells.flatMap(({row, value, y, colour}) =>
    value === undefined ? [] : [{claim: claims(row, "x"), x: value, y, colour}],
  );
  const intervals = cells
    .filter(({lower}) => lower !== undefined)
    .map((cell) => ({...cell, claim: claims(cell.row, "x-interval")}));
  const stroke = ({colour}: {colour: Token}) => ink(colour);
  return [
    ruleY(cells, {x1: () => from, x2: () => to, y: "y", stroke: ink("grid")}),
    ruleY(intervals, {...claiming, x1: "lower", x2: "upper", y: "y", stroke, strokeWidth: 2}),
    dotMarks(dots),
  ];
}

function drawAxis({axis: {ticks}, scale}: Track, {bands, bottom}: TrackFrame): readonly Markish[] {
  const lines = ticks.flatMap(({value}) => bands.map((band) => ({...band, value})));
  const names = ticks.map(({value, ...words}) => ({...words, x: value, y: bottom + 12}));
  // Where numbers lie on both sides of nought, it is what they are read from.
  const stroke = ({value}: {value: number}) => ink(value === 0 && scale.domain[0] < 0 ? "rule" : "grid");
  return [ruleX(lines, {x: "value", y1: "from", y2: "to", stroke}), labels(names, {anchor: "middle"})];
}

/** Height in px of an axis with the lines of words under it. */
export function axisHeight({unit, beginning}: AxisWords): number {
  return 24 + lineHeight * ((beginning ? 1 : 0) + (unit === "" ? 0 : 1));
}

/** Under the axis where it begins, unless at nought, and the unit at its right end. */
function drawUnder({axis, scale}: Track, {bottom}: TrackFrame): readonly Layer[] {
  const {unit, beginning} = axis;
  const y = bottom + axisHeight(axis) - 12;
  const name = {x: scale.range[1], y, text: unit, colour: "muted"} as const;
  const words = beginning && {...beginning, y: bottom + 12 + lineHeight};
  return [
    {marks: [labels(unit === "" ? [] : [name], {anchor: "end"})]},
    {x: scale, marks: [labels(words === undefined ? [] : [{...words, x: scale.domain[0]}])]},
  ];
}

/** The centre nearest to a wish at which a text stays within the drawing and its panel. */
function centreWithin(text: string, wish: number, right: number): number {
  const half = measureText(text, plain) / 2;
  return Math.max(half, Math.min(wish, right - half));
}
