import {barY, rect, ruleX, type Markish} from "@observablehq/plot";
import type {Mark} from "../../publication/index.ts";
import {rowAt, type DimensionCategory, type FigureData} from "../tidy/figureData.ts";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {amountScale, tintOf} from "./parts/amountScale.ts";
import {claiming, claims} from "./parts/claim.ts";
import {drawCompactRows} from "./parts/compactRows.ts";
import {gridOf, leastColumn, type Grid} from "./parts/heatGrid.ts";
import {drawColumnTotals, drawRowTotals} from "./parts/heatTotals.ts";
import {labels, lineHeight, plain} from "./parts/labels.ts";
import {measureText} from "./parts/measureText.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {stackDown, type RowPlace} from "./parts/stackDown.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {corners, hatchedBoxes} from "./parts/drawWithheldMarks.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const rowHeight = 26;
const stair = 18;

/**
 * A cross-table as tinted cells with their values printed, and the totals of rows and columns as bars at
 * the margins. Column names go down like a stair, so that all text is level. A table too wide for a phone becomes its
 * rows' totals there, each with its three largest published cells.
 */
export const heatMap = defineChart({
  spoken: "Heat map",
  draws: "two variables of one population, best `with totals`",
  variables: [2],
  ranks: "nothing",
  belowNought: "refused",
  repeats: "nothing",
  options: {},
  draw: (input): Drawing => {
    const grid = readGrid(input);
    return isCompact(grid, input)
      ? drawCompactRows(input.data, grid.panel, input.canvas.width)
      : draw(grid, input.data);
  },
  leavesOut: (input) => (isCompact(readGrid(input), input) ? ["smaller"] : []),
  tells: () => [],
  notes: (input) => {
    const {dimensions} = input.data;
    const hasTotals = dimensions.some(({categories}) => categories.some(({role}) => role === "total"));
    if (isCompact(readGrid(input), input))
      return [`${hasTotals ? "Bars are totals. " : ""}Under each name stand its largest published cells.`];
    const totals = hasTotals ? "; the bars at the margins are totals" : "";
    return [`The stronger a cell's colour, the larger its value${totals}.`];
  },
});

type Input = Pick<ChartInput, "data" | "canvas">;

function readGrid({data, canvas}: Input): Grid {
  const [panel] = data.panels;
  if (panel !== undefined && data.panels.length === 1) return gridOf(data, panel, canvas);
  throw new ChartError("", "a heat map shows one population: give each a figure of its own");
}

/** On a phone a table whose columns cannot hold their values becomes rows. */
function isCompact({cellWidth, widestValue}: Grid, {canvas}: Input): boolean {
  return canvas.isNarrow && cellWidth < Math.max(leastColumn, widestValue + 4);
}

function draw(grid: Grid, {mark}: FigureData): Drawing {
  const {left, width, x} = grid;
  const head = drawHead(grid);
  const named = grid.rows.map((category) => ({category, text: wrapText(category.label, left - 9.9, plain)}));
  const {rows, bottom} = stackDown(named, head.height, ({text}) => Math.max(rowHeight, text.length * lineHeight + 4));
  const names = rows.map(({text, middle}) => ({x: left - 10, y: middle, text}));
  const foot = grid.hasTotals ? drawColumnTotals(grid, bottom + 4, mark) : {layers: [], height: 0};
  return plotFigure({width, height: bottom + foot.height + 8}, [
    {marks: [labels(names, {anchor: "end"})]},
    {x, marks: head.marks},
    ...drawCells(grid, rows, mark),
    ...(grid.hasTotals ? drawRowTotals(grid, rows, mark) : []),
    ...foot.layers,
  ]);
}

/** The leftmost name stands highest, so that no line down to a column crosses a name. */
function drawHead({columns, cellWidth}: Grid): {marks: readonly Markish[]; height: number} {
  const wrapped = columns.map(({name, label}) => ({name, text: wrapText(label, cellWidth - 6, plain)}));
  if (wrapped.every(({text}) => text.length <= 3 && widestLine(text, plain) <= cellWidth - 6)) {
    const height = Math.max(1, ...wrapped.map(({text}) => text.length)) * lineHeight + 8;
    const names = wrapped.map(({name, text}) => ({x: name, y: height - 8 - (text.length * lineHeight) / 2, text}));
    return {marks: [labels(names, {anchor: "middle"})], height};
  }
  const height = columns.length * stair + 8;
  const names = columns.map(({name, label}, index) => ({x: name, y: index * stair + 10, text: label}));
  const stairs = {x: "x", y1: ({y}: {y: number}) => y + 9, y2: height - 2, stroke: ink("rule")};
  return {marks: [labels(names, {dx: -4}), ruleX(names, stairs)], height};
}

interface Cell {
  readonly row: TidyRow;
  readonly text: string;
  readonly column: string;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
}

function drawCells(
  {panel, columns, cellWidth, x}: Grid,
  rows: readonly (RowPlace & {readonly category: DimensionCategory})[],
  mark: Mark,
): readonly Layer[] {
  const cells = rows.flatMap(({category, top, height, middle}) =>
    columns.flatMap(({name}): readonly Cell[] => {
      const row = rowAt(panel, [category.name, name]);
      return row ? [{row, text: printRow(row, mark).text, column: name, top, bottom: top + height, middle}] : [];
    }),
  );
  const color = amountScale(cells.map(({row}) => row));
  const tinted = cells.flatMap((cell) => {
    const value = printedValue(cell.row);
    return value === undefined ? [] : [{...cell, value, claim: claims(cell.row, "fill")}];
  });
  const values = tinted.map(({column, middle, text, value}) => ({
    x: column,
    y: middle,
    text,
    colour: tintOf(value, color).on,
  }));
  const place = {x: "column", y1: "top", y2: "bottom"};
  const hidden = cells.filter(({row}) => printedValue(row) === undefined);
  return [
    {marks: drawHidden(hidden, (column) => Number(x.apply(column)), cellWidth)},
    {
      x,
      color,
      marks: [
        barY(tinted, {...claiming, className: "cell", ...place, fill: "value", stroke: ink("grid")}),
        labels(values, {anchor: "middle"}),
      ],
    },
  ];
}

/** Cells that are not published: hatched as a whole where the number exists, with the mark on clear ground. */
function drawHidden(cells: readonly Cell[], leftOf: (column: string) => number, width: number): readonly Markish[] {
  const boxes = cells
    .filter(({row}) => isHeldBack(row.cell))
    .map(({row, column, top, bottom}) => ({
      claim: claims(row, "mark"),
      x: leftOf(column),
      y: top,
      width,
      height: bottom - top,
    }));
  const marks = cells.map(({row, column, middle, text}) => ({
    // A mark on a hatched cell is that cell's.
    ...(!isHeldBack(row.cell) && {claim: claims(row, "mark")}),
    x: leftOf(column) + width / 2,
    y: middle,
    text,
    colour: "muted" as const,
  }));
  const clear = marks.map(({x, y, text}) => {
    const room = measureText(text, plain) + 4;
    return {x: x - room / 2, y: y - 9, width: room, height: 18};
  });
  return [...hatchedBoxes(boxes), rect(clear, {...corners, fill: ink("paper")}), labels(marks, {anchor: "middle"})];
}
