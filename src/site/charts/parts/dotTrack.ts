import type {DimensionCategory, FigureData, Panel} from "../../figures/figureData.ts";
import {rowAt} from "../../figures/figureData.ts";
import {exactValue, printRow} from "../../figures/printRow.ts";
import type {TidyRow} from "../../figures/tidyRow.ts";
import {formatNumber} from "../../words/formatCell.ts";
import type {Canvas} from "../defineChart.ts";
import {colourOf} from "./colourOf.ts";
import {measureText} from "./measureText.ts";
import {around, position, roundValues, withinPercent, zeroBased, type Scale} from "./scale.ts";
import {dot, rule} from "./shapes.ts";
import type {Shape} from "./svg.ts";
import {plain, strong, textAt, widest} from "./textAt.ts";
import {markWidth, withheldMark} from "./withheldMark.ts";

const panelGap = 28;

/** The scale of one panel of ranked dots and what stands around it. */
export interface Track {
  readonly panel: Panel;
  readonly scale: Scale;
  /** Right edge of the column of values. */
  readonly right: number;
  /** The value of the whole population, to hold the others against. */
  readonly benchmark: TidyRow | undefined;
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
  const shown = [...rows, ...benchmarks].flatMap((row) => valuesOf(row, intervals));
  // Parts of one whole are read from nought; means and shares within each area are read against one another.
  const isCompared = panels.some(({query}) => query.measure === "mean" || query.within.length > 0);
  const chosen = (zero ?? !isCompared) ? zeroBased(shown) : around(shown);
  const domain = panels.every(({query}) => query.measure === "share") ? withinPercent(chosen) : chosen;
  const full = (width - left - panelGap * (panels.length - 1)) / panels.length;
  const tracks = panels.map((panel, index) => {
    const start = left + index * (full + panelGap);
    const benchmark = benchmarks.find(
      ({population, edition, cell}) =>
        population.name === panel.population.name && edition.id === panel.edition.id && cell.status === "published",
    );
    // On a phone the values stand at the right of the label's line, so that the dots have the whole width.
    const end = start + full - (isNarrow && panels.length === 1 ? 8 : room);
    return {panel, scale: {domain, range: [start + 8, end] as const}, right: start + full, benchmark};
  });
  const hasLine = tracks.some(({benchmark}) => benchmark !== undefined);
  return {tracks, heading: (panels.length > 1 ? 26 : 0) + (hasLine ? 24 : 6)};
}

/** A row's value and the ends of its interval. */
function valuesOf(row: TidyRow, intervals: boolean): readonly number[] {
  const value = exactValue(row);
  if (value === undefined || row.cell.status !== "published") return [];
  const {lower, upper} = row.cell;
  return intervals && lower !== undefined && upper !== undefined ? [value, lower, upper] : [value];
}

export interface TrackRow {
  readonly track: Track;
  readonly category: DimensionCategory;
  readonly data: FigureData;
  readonly intervals: boolean;
}

/** Dot, interval and value of one category; a mark in the column of values where nothing is published. */
export function rowOf(
  {track: {panel, scale, right}, category, data, intervals}: TrackRow,
  {y, valueY}: {y: number; valueY: number},
): readonly Shape[] {
  const row = rowAt(panel, [category.name]);
  if (row === undefined) return [];
  const {text} = printRow(row, data.mark);
  const line = rule({from: [scale.range[0], y], to: [scale.range[1], y]}, "grid");
  const value = exactValue(row);
  if (value === undefined)
    return [line, ...withheldMark(text, row.cell.status === "suppressed", {x: right - markWidth(text), y: valueY})];
  const colour = category.role === "value" ? colourOf(panel) : "region";
  const [, lower, upper] = valuesOf(row, intervals);
  const interval =
    lower !== undefined && upper !== undefined
      ? [rule({from: [position(lower, scale), y], to: [position(upper, scale), y]}, colour, 2)]
      : [];
  return [
    line,
    ...interval,
    dot([position(value, scale), y], colour),
    textAt(text, {x: right, y: valueY}, {anchor: "end"}),
  ];
}

interface FrameInput {
  readonly data: FigureData;
  readonly bottom: number;
  /** From and to where vertical lines are drawn: not through the labels of a narrow drawing. */
  readonly bands: readonly (readonly [number, number])[];
  readonly top: number;
}

/** The axis at the foot, the panel's heading, and the benchmark as a line with its name. */
export function frameOf(track: Track, {data, bottom, bands, top}: FrameInput): readonly Shape[] {
  const {panel, scale, right} = track;
  const [start, end] = scale.range;
  const unit = panel.query.measure === "share" ? "%" : "";
  const values = roundValues(scale, end - start > 300 ? 6 : 4);
  const decimals = values.every(Number.isInteger) ? 0 : 1;
  const axis = values.flatMap((value): readonly Shape[] => {
    const x = position(value, scale);
    const label = `${formatNumber(value, decimals)}${unit}`;
    const half = measureText(label, plain) / 2;
    const at = Math.min(Math.max(x, half), right - half);
    const lines = bands.map(([from, to]) => rule({from: [x, from], to: [x, to]}, "grid"));
    return [...lines, textAt(label, {x: at, y: bottom + 12}, {anchor: "middle", colour: "muted"})];
  });
  const heading = data.panels.length > 1 ? [textAt(panel.heading, {x: start, y: 10}, {style: strong})] : [];
  return [...axis, ...heading, ...benchmarkOf(track, {data, bottom, bands, top})];
}

function benchmarkOf({benchmark, scale, right}: Track, {data, bands, top}: FrameInput): readonly Shape[] {
  if (benchmark === undefined) return [];
  const x = position(exactValue(benchmark) ?? 0, scale);
  const label = `All ${benchmark.population.label}: ${printRow(benchmark, data.mark).text}`;
  const half = widest([label], plain) / 2;
  const at = Math.max(half, Math.min(x, right - half));
  const lines = bands.map(([from, to]) => rule({from: [x, from], to: [x, to]}, "region", 2));
  return [...lines, textAt(label, {x: at, y: top - 12}, {anchor: "middle", colour: "muted"})];
}
