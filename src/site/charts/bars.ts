import {z} from "zod";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../figures/figureData.ts";
import {exactValue, printRow} from "../figures/printRow.ts";
import type {TidyRow} from "../figures/tidyRow.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {colourOf} from "./parts/colourOf.ts";
import {legend} from "./parts/legend.ts";
import {orderCategories, requireDimensions, sortOption} from "./parts/orderCategories.ts";
import {position, zeroBased, type Scale} from "./parts/scale.ts";
import {rule} from "./parts/shapes.ts";
import {ink, shape, type Drawing, type Shape} from "./parts/svg.ts";
import {lineHeight, plain, strong, textAt, widest} from "./parts/textAt.ts";
import {markWidth, withheldMark} from "./parts/withheldMark.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = z.strictObject({sort: sortOption});

const barHeight = 16;
const panelGap = 28;
const valueGap = 6;
const headingHeight = 28;

/**
 * Bars from nought for every category, one panel for every population, all on one scale, with the values at their
 * ends. On a phone the bars of all populations stand under their category's label.
 */
export const bars = defineChart({
  name: "bars",
  options,
  draw: (input): Drawing => {
    requireDimensions("bars", input.data, [1]);
    return input.canvas.isNarrow ? drawNarrow(input) : drawWide(input);
  },
});

type Input = ChartInput<z.output<typeof options>>;

/** Scale of one panel and the column beside it for cells without a bar. */
interface Track {
  readonly scale: Scale;
  readonly gutter: number;
}

function drawWide({data, options: {sort}, canvas: {width}}: Input): Drawing {
  const categories = orderCategories(data, sort);
  const labels = categories.map(({label}) => wrapText(label, width * 0.34, plain));
  const left = widestLine(labels.flat(), plain) + 12;
  const panelWidth = (width - left - panelGap * (data.panels.length - 1)) / data.panels.length;
  const tracks = data.panels.map((_, index) => trackOf(data, left + index * (panelWidth + panelGap), panelWidth));
  const top = data.panels.length > 1 ? headingHeight : 4;
  let y = top;
  const shapes: Shape[] = [];
  for (const [index, category] of categories.entries()) {
    const lines = labels[index] ?? [];
    const height = Math.max(barHeight, lines.length * lineHeight) + 10;
    const middle = y + height / 2;
    shapes.push(textAt(lines, {x: left - 12, y: middle}, {anchor: "end"}));
    data.panels.forEach((panel, at) => {
      const track = tracks[at];
      if (track) shapes.push(...barAt({panel, category, track}, {y: middle, mark: data.mark}));
    });
    y += height;
  }
  const frames = data.panels.flatMap(({heading}, at): readonly Shape[] => {
    const x = tracks[at]?.scale.range[0] ?? 0;
    const baseline = rule({from: [x, top], to: [x, y]}, "rule");
    return data.panels.length > 1 ? [textAt(heading, {x, y: 10}, {style: strong}), baseline] : [baseline];
  });
  return {width, height: y + 4, shapes: [...frames, ...shapes]};
}

function drawNarrow({data, options: {sort}, canvas: {width}}: Input): Drawing {
  const track = trackOf(data, 0, width);
  const swatches = data.panels.map((panel) => ({
    label: panel.heading,
    swatch: ([x, y]: readonly [number, number]) => [
      shape("rect", {x: x - 7, y: y - 6, width: 14, height: 12, fill: ink(colourOf(panel))}),
    ],
  }));
  const key = data.panels.length > 1 ? legend(swatches, {left: 0, top: 0, width}) : {shapes: [], height: 0};
  let y = key.height + 6;
  const shapes: Shape[] = [...key.shapes];
  for (const category of orderCategories(data, sort)) {
    const lines = wrapText(category.label, width, plain);
    shapes.push(textAt(lines, {x: 0, y: y + (lines.length * lineHeight) / 2}));
    y += lines.length * lineHeight + 3;
    const start = y;
    for (const panel of data.panels) {
      shapes.push(...barAt({panel, category, track}, {y: y + barHeight / 2, mark: data.mark}));
      y += barHeight + 3;
    }
    shapes.push(rule({from: [0, start - 1], to: [0, y - 2]}, "rule"));
    y += 9;
  }
  return {width, height: y, shapes};
}

function trackOf({panels, mark}: FigureData, left: number, width: number): Track {
  const rows = panels.flatMap((panel) => panel.rows);
  const values = rows.map(exactValue).filter((value) => value !== undefined);
  const unpublished = rows.filter(({cell}) => cell.status !== "published").map((row) => printRow(row, mark).text);
  const published = rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text);
  const gutterWidth = Math.max(0, ...unpublished.map(markWidth));
  const gutter = left + width - gutterWidth;
  const end = gutter - widest(published, plain) - valueGap - (gutterWidth > 0 ? 10 : 0);
  return {scale: {domain: zeroBased(values), range: [left, end]}, gutter};
}

interface BarPlace {
  readonly panel: Panel;
  readonly category: DimensionCategory;
  readonly track: Track;
}

function barAt({panel, category, track}: BarPlace, {y, mark}: {y: number; mark: string}): readonly Shape[] {
  const row = rowAt(panel, [category.name]);
  if (row === undefined) return [];
  const {text} = printRow(row, mark);
  const value = exactValue(row);
  if (value === undefined) return withheldMark(text, isWithheld(row), {x: track.gutter, y});
  const start = track.scale.range[0];
  const end = position(value, track.scale);
  const isApart = category.role === "not-stated";
  const paint = isApart ? {fill: ink("not-stated"), stroke: ink("rule")} : {fill: ink(colourOf(panel))};
  return [
    shape("rect", {class: "bar", x: start, y: y - barHeight / 2, width: end - start, height: barHeight, ...paint}),
    textAt(text, {x: end + valueGap, y}),
  ];
}

function isWithheld({cell}: TidyRow): boolean {
  return cell.status === "suppressed";
}
