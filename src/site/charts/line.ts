import {z} from "zod";
import {rowAt, type Dimension, type DimensionCategory, type FigureData, type Panel} from "../figures/figureData.ts";
import {exactValue, printRow} from "../figures/printRow.ts";
import {formatNumber} from "../words/formatCell.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {colourOf} from "./parts/colourOf.ts";
import {drawList} from "./parts/mapArea.ts";
import {measureText} from "./parts/measureText.ts";
import {requireDimensions} from "./parts/orderCategories.ts";
import {position, roundValues, zeroBased, type Scale} from "./parts/scale.ts";
import {dot, rule} from "./parts/shapes.ts";
import {spreadLabels} from "./parts/spreadLabels.ts";
import {ink, number, shape, type Drawing, type Shape} from "./parts/svg.ts";
import {plain, strong, textAt, widest} from "./parts/textAt.ts";
import {hatchedBox} from "./parts/withheldMark.ts";

const options = z.strictObject({
  /** Events, each at a category of the time axis; lettered A, B … in the drawing and explained beneath. */
  milestones: z
    .array(z.strictObject({at: z.union([z.string(), z.number()]).transform(String), text: z.string()}))
    .default([]),
});

const plotHeight = 260;

/** Values over time from nought, one line for every population, named at its end, with lettered milestones. */
export const line = defineChart({
  name: "line",
  options,
  draw: (input): Drawing => {
    requireDimensions("line", input.data, [1]);
    return draw(input);
  },
});

type Input = ChartInput<z.output<typeof options>>;

function draw({data, options: {milestones}, canvas: {width, isNarrow}}: Input): Drawing {
  const [time] = data.dimensions;
  if (time === undefined) return {width, height: 0, shapes: []};
  const times = time.categories.filter(({role}) => role === "value");
  const frame = frameOf(data, {width, isNarrow, times, hasMilestones: milestones.length > 0});
  const at = (name: string): number | undefined => {
    const index = times.findIndex((category) => category.name === name);
    return index === -1 ? undefined : position(index, frame.x);
  };
  const series = data.panels.flatMap((panel) => drawSeries(panel, times, {frame, mark: data.mark}));
  const names = drawNames(data.panels, times, frame);
  const marks = milestones.flatMap(({at: when}, index) => {
    const x = at(when);
    if (x === undefined)
      throw new ChartError("line", `milestones.${String(index)}.at`, `"${when}" is not a category of ${time.name}`);
    const letter = String.fromCharCode(65 + index);
    return [
      rule({from: [x, frame.y.range[1] - 8], to: [x, frame.y.range[0]]}, "rule"),
      textAt(letter, {x, y: 10}, {anchor: "middle", style: strong}),
    ];
  });
  const bottom = frame.y.range[0] + 34;
  const list = drawList(
    milestones.map(({at: when, text}, index) => `${String.fromCharCode(65 + index)}  ${labelOf(time, when)}: ${text}`),
    {left: 0, top: bottom, width},
  );
  const shapes = [...drawAxes(data, times, frame), ...marks, ...series, ...names, ...list.shapes];
  return {width, height: bottom + list.height + 2, shapes};
}

function labelOf({categories}: Dimension, name: string): string {
  return categories.find((category) => category.name === name)?.label ?? name;
}

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly ticks: readonly number[];
  readonly decimals: number;
  readonly right: number;
}

interface FrameInput {
  readonly width: number;
  readonly isNarrow: boolean;
  readonly times: readonly DimensionCategory[];
  readonly hasMilestones: boolean;
}

function frameOf({panels}: FigureData, {width, isNarrow, times, hasMilestones}: FrameInput): Frame {
  const values = panels.flatMap(({rows}) => rows.map(exactValue)).filter((value) => value !== undefined);
  const top = hasMilestones ? 28 : 10;
  const range = [top + plotHeight, top] as const;
  const domain = zeroBased(values);
  const ticks = roundValues({domain, range}, 5);
  const decimals = ticks.every(Number.isInteger) ? 0 : 1;
  const left =
    widest(
      ticks.map((tick) => formatNumber(tick, decimals)),
      plain,
    ) + 34;
  const names =
    panels.length > 1 && !isNarrow
      ? widest(
          panels.map(({heading}) => heading),
          strong,
        ) + 14
      : 24;
  const lastLabel = measureText(times.at(-1)?.label ?? "", plain) / 2;
  return {
    x: {domain: [0, Math.max(1, times.length - 1)], range: [left, width - Math.max(names, lastLabel + 2)]},
    y: {domain, range},
    ticks,
    decimals,
    right: width,
  };
}

function drawAxes(
  {panels}: FigureData,
  times: readonly DimensionCategory[],
  {x, y, ticks, decimals}: Frame,
): readonly Shape[] {
  const unit = panels.every(({query}) => query.measure === "share") ? "%" : "";
  const levels = ticks.flatMap((tick): readonly Shape[] => {
    const at = position(tick, y);
    const label = textAt(
      `${formatNumber(tick, decimals)}${unit}`,
      {x: x.range[0] - 24, y: at},
      {anchor: "end", colour: "muted"},
    );
    return [rule({from: [x.range[0] - 18, at], to: [x.range[1], at]}, tick === 0 ? "rule" : "grid"), label];
  });
  const room = (x.range[1] - x.range[0]) / Math.max(1, times.length - 1);
  const every = Math.max(
    1,
    Math.ceil(
      (widest(
        times.map(({label}) => label),
        plain,
      ) +
        14) /
        room,
    ),
  );
  const labels = times.flatMap(({label}, index) => {
    // The last label always stands; others keep their distance from it.
    if ((times.length - 1 - index) % every !== 0) return [];
    const half = measureText(label, plain) / 2;
    return [
      textAt(label, {x: Math.max(half, position(index, x)), y: y.range[0] + 16}, {anchor: "middle", colour: "muted"}),
    ];
  });
  return [...levels, ...labels];
}

function drawSeries(
  panel: Panel,
  times: readonly DimensionCategory[],
  {frame, mark}: {frame: Frame; mark: string},
): readonly Shape[] {
  const colour = colourOf(panel);
  const points = times.map(({name}, index) => {
    const row = rowAt(panel, [name]);
    const value = row && exactValue(row);
    return {row, x: position(index, frame.x), y: value === undefined ? undefined : position(value, frame.y)};
  });
  // The line is broken where a value is missing, never drawn across.
  const path = points
    .map(({x, y}, index) =>
      y === undefined ? "" : `${points[index - 1]?.y === undefined ? "M" : "L"}${number(x)},${number(y)}`,
    )
    .join("");
  const hidden = points.flatMap(({row, x, y}) =>
    y === undefined && row?.cell.status === "suppressed"
      ? hatchedBox({x: x - 8, y: frame.y.range[0] + 26, width: 16, height: 8})
      : [],
  );
  const drawn = points.flatMap(({x, y}) => (y === undefined ? [] : [dot([x, y], colour)]));
  const ends = [points.findIndex(({y}) => y !== undefined), points.findLastIndex(({y}) => y !== undefined)];
  const values = [...new Set(ends)].flatMap((index) => {
    const point = points[index];
    if (point?.row === undefined || point.y === undefined) return [];
    return [textAt(printRow(point.row, mark).text, {x: point.x, y: Math.max(8, point.y - 16)}, {anchor: "middle"})];
  });
  return [
    shape("path", {class: "line", d: path, fill: "none", stroke: ink(colour), "stroke-width": 2}),
    ...drawn,
    ...values,
    ...hidden,
  ];
}

function drawNames(
  panels: readonly Panel[],
  times: readonly DimensionCategory[],
  {x, y, right}: Frame,
): readonly Shape[] {
  if (panels.length < 2) return [];
  const ends = panels.map((panel) => {
    const last = times.map(({name}) => rowAt(panel, [name])).findLast((row) => row?.cell.status === "published");
    return {panel, at: position((last && exactValue(last)) ?? 0, y)};
  });
  const sorted = ends.toSorted((a, b) => a.at - b.at);
  const centres =
    spreadLabels(
      sorted.map(({at}) => ({centre: at, width: 18})),
      {from: 0, to: y.range[0], gap: 2},
    ) ?? [];
  return sorted.map(({panel}, index) => {
    const width = measureText(panel.heading, strong);
    const isBeside = x.range[1] + 12 + width <= right;
    const place = isBeside
      ? {x: x.range[1] + 12, y: centres[index] ?? 0}
      : {x: x.range[1], y: (centres[index] ?? 0) + 18};
    return textAt(panel.heading, place, {style: strong, anchor: isBeside ? "start" : "end"});
  });
}
