import {z} from "zod";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../figures/figureData.ts";
import {exactValue, printRow} from "../figures/printRow.ts";
import type {TidyRow} from "../figures/tidyRow.ts";
import {formatNumber} from "../words/formatCell.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {colourOf} from "./parts/colourOf.ts";
import {orderCategories, requireDimensions, sortOption} from "./parts/orderCategories.ts";
import {around, position, roundValues, zeroBased, type Scale} from "./parts/scale.ts";
import {dot, rule} from "./parts/shapes.ts";
import type {Drawing, Shape} from "./parts/svg.ts";
import {lineHeight, plain, strong, textAt, widest} from "./parts/textAt.ts";
import {markWidth, withheldMark} from "./parts/withheldMark.ts";
import {measureText} from "./parts/measureText.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = z.strictObject({
  sort: sortOption,
  /** 95% intervals as lines through the dots, where the release has them. */
  intervals: z.boolean().default(true),
  /** Whether the scale starts at nought; it does but for means. */
  zero: z.boolean().optional(),
});

const panelGap = 28;

/**
 * Many areas or prisons, one dot each, with 95% intervals and the whole region's value as a line where the figure asks
 * for that value beside the others. Values stand in a column of their own.
 */
export const rankedDots = defineChart({
  name: "ranked-dots",
  options,
  draw: (input): Drawing => {
    requireDimensions("ranked-dots", input.data, [1]);
    return draw(input);
  },
  notes: ({panels}, {intervals}) =>
    intervals && panels.some(({rows}) => rows.some(hasInterval))
      ? ["The lines through the dots are 95% confidence intervals (Wilson): how far chance alone may move a share."]
      : [],
});

type Input = ChartInput<z.output<typeof options>>;

function hasInterval({cell}: TidyRow): boolean {
  return cell.status === "published" && cell.lower !== undefined && cell.upper !== undefined;
}

interface Track {
  readonly panel: Panel;
  readonly scale: Scale;
  readonly right: number;
  readonly benchmark: TidyRow | undefined;
}

function draw(input: Input): Drawing {
  const {
    data,
    options: {sort, intervals},
    canvas: {width, isNarrow},
  } = input;
  const categories = orderCategories(data, sort);
  const labels = categories.map(({label}) => wrapText(label, isNarrow ? width - 70 : width * 0.34, plain));
  const left = isNarrow ? 0 : widestLine(labels.flat(), plain) + 12;
  const {tracks, heading} = tracksOf(input, left);
  const shapes: Shape[] = [];
  let y = heading;
  for (const [index, category] of categories.entries()) {
    const lines = labels[index] ?? [];
    const labelHeight = lines.length * lineHeight;
    const rowHeight = isNarrow ? labelHeight + 20 : Math.max(24, labelHeight + 6);
    const middle = isNarrow ? y + labelHeight + 8 : y + rowHeight / 2;
    const place = isNarrow ? {x: 0, y: y + labelHeight / 2} : {x: left - 12, y: middle};
    shapes.push(textAt(lines, place, {anchor: isNarrow ? "start" : "end"}));
    const valueY = isNarrow ? y + labelHeight / 2 : middle;
    for (const track of tracks) shapes.push(...rowOf({track, category, data, intervals}, {y: middle, valueY}));
    y += rowHeight;
  }
  const frames = tracks.flatMap((track) => frameOf(track, {data, top: heading, bottom: y}));
  return {width, height: y + 24, shapes: [...frames, ...shapes]};
}

function tracksOf(
  {data, options: {zero, intervals}, canvas: {width, isNarrow}}: Input,
  left: number,
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
  const isMean = panels.some(({query}) => query.measure === "mean");
  const domain = (zero ?? !isMean) ? zeroBased(shown) : around(shown);
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

function valuesOf(row: TidyRow, intervals: boolean): readonly number[] {
  const value = exactValue(row);
  if (value === undefined || row.cell.status !== "published") return [];
  const {lower, upper} = row.cell;
  return intervals && lower !== undefined && upper !== undefined ? [value, lower, upper] : [value];
}

interface RowInput {
  readonly track: Track;
  readonly category: DimensionCategory;
  readonly data: FigureData;
  readonly intervals: boolean;
}

function rowOf(
  {track: {panel, scale, right}, category, data, intervals}: RowInput,
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

/** The axis at the foot, the panel's heading, and the region's value as a line with its name. */
function frameOf(
  {panel, scale, right, benchmark}: Track,
  {data, top, bottom}: {data: FigureData; top: number; bottom: number},
): readonly Shape[] {
  const [start, end] = scale.range;
  const unit = panel.query.measure === "share" ? "%" : "";
  const values = roundValues(scale, end - start > 300 ? 6 : 4);
  const decimals = values.every(Number.isInteger) ? 0 : 1;
  const shapes = values.flatMap((value): readonly Shape[] => {
    const x = position(value, scale);
    const label = `${formatNumber(value, decimals)}${unit}`;
    const half = measureText(label, plain) / 2;
    const at = Math.min(Math.max(x, half), right - half);
    return [
      rule({from: [x, top], to: [x, bottom]}, "grid"),
      textAt(label, {x: at, y: bottom + 12}, {anchor: "middle", colour: "muted"}),
    ];
  });
  const heading = data.panels.length > 1 ? [textAt(panel.heading, {x: start, y: 10}, {style: strong})] : [];
  if (benchmark === undefined) return [...shapes, ...heading];
  const x = position(exactValue(benchmark) ?? 0, scale);
  const label = `All ${benchmark.population.label}: ${printRow(benchmark, data.mark).text}`;
  const half = widest([label], plain) / 2;
  const at = Math.max(half, Math.min(x, right - half));
  return [
    ...shapes,
    ...heading,
    rule({from: [x, top - 2], to: [x, bottom]}, "region", 2),
    textAt(label, {x: at, y: top - 12}, {anchor: "middle", colour: "muted"}),
  ];
}
