import {barY, ruleY} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {barMarks} from "./barMarks.ts";
import {claiming, claims} from "./claim.ts";
import {colourOf} from "./colourOf.ts";
import type {Grid} from "./heatGrid.ts";
import {labels, lineHeight, plain, strong, widest} from "./labels.ts";
import {measureText} from "./measureText.ts";
import type {Layer} from "./plotFigure.ts";
import {along, zeroBased} from "./scale.ts";
import type {RowPlace} from "./stackDown.ts";
import {ink} from "./svg.ts";
import {hatchedBoxes, markWidth, drawWithheldMarks} from "./drawWithheldMarks.ts";

/** Height in px of the largest column total. */
const totalHeight = 48;
const gap = 8;

/** Totals of the rows as bars at the right of the table, all from one line. */
export function drawRowTotals(
  {panel, end, width}: Grid,
  rows: readonly (RowPlace & {readonly category: DimensionCategory})[],
  mark: Mark,
): readonly Layer[] {
  const totals = rows.flatMap(({category, middle}) => {
    const row = rowAt(panel, [category.name, "total"]);
    if (row === undefined) return [];
    const isWithheld = isHeldBack(row.cell);
    return [{row, y: middle, value: printedValue(row), text: printRow(row, mark).text, isWithheld}];
  });
  const bars = totals.flatMap(({value, ...total}) => (value === undefined ? [] : [{...total, x: value}]));
  const hidden = totals.filter(({value}) => value === undefined);
  const start = end + gap;
  const length = Math.max(0, width - start - widest(["00,000"], plain) - gap);
  const x = along(zeroBased(bars.map((bar) => bar.x)), [start, start + length]);
  const colour = colourOf(panel);
  const printed = bars.map(({row, x, y, text}) => ({claim: claims(row, "text"), x, y, text}));
  const marks = hidden.map(({row, ...total}) => ({
    ...total,
    claim: claims(row, "mark"),
    x: width - markWidth(total.text),
  }));
  const drawn = barMarks(
    bars.map(({row, x, y}) => ({claim: claims(row, "x"), x, y, colour})),
    16,
  );
  return [{x, marks: [drawn, labels(printed, {dx: 5})]}, {marks: drawWithheldMarks(marks)}];
}

/** Totals of the columns as bars hanging from the table, with the numbers level beneath them. */
export function drawColumnTotals(grid: Grid, top: number, mark: Mark): {layers: readonly Layer[]; height: number} {
  const {panel, columns, left, cellWidth, x, end, width} = grid;
  const totals = columns.flatMap(({name}): readonly ColumnTotal[] => {
    const row = rowAt(panel, ["total", name]);
    return row ? [{row, name, value: printedValue(row), text: printRow(row, mark).text}] : [];
  });
  // Totals have more digits than cells: every second one stands a line lower where they would touch.
  const isTight = totals.some(({text}) => measureText(text, plain) > cellWidth - 4);
  const base = top + totalHeight + 12;
  const numbers = totals.map(({row, name, text, value}, index) => ({
    claim: claims(row, value === undefined ? "mark" : "text"),
    x: name,
    // Marks stand in one line, whatever they hide.
    y: base + (isTight && (index % 2 === 1 || value === undefined) ? lineHeight : 0),
    text,
    colour: value === undefined ? ("muted" as const) : ("ink" as const),
  }));
  const boxes = totals
    .filter(({row}) => isHeldBack(row.cell))
    .map(({row, name}) => {
      const from = Number(x.apply(name)) + cellWidth / 2 - 8;
      return {claim: claims(row, "mark"), x: from, y: top + 4, width: 16, height: 12};
    });
  const all = rowAt(panel, ["total", "total"]);
  const sum = all
    ? [{claim: claims(all, "text"), x: end + gap, y: base, text: `All: ${printRow(all, mark).text}`}]
    : [];
  const name = labels([{x: left - 10, y: base, text: "Total"}], {anchor: "end"});
  const line = ruleY([top], {x1: left, x2: width, stroke: ink("rule")});
  return {
    layers: [
      drawHanging(totals, grid, top),
      {x, marks: [labels(numbers, {anchor: "middle"})]},
      {marks: [line, name, labels(sum, {style: strong}), ...hatchedBoxes(boxes)]},
    ],
    height: totalHeight + (isTight ? 42 : 24),
  };
}

interface ColumnTotal {
  readonly row: TidyRow;
  /** Of the column. */
  readonly name: string;
  readonly value: number | undefined;
  readonly text: string;
}

function drawHanging(totals: readonly ColumnTotal[], {panel, cellWidth, x}: Grid, top: number): Layer {
  const bars = totals.flatMap(({row, name, value}) =>
    value === undefined ? [] : [{claim: claims(row, "y"), name, value}],
  );
  const y = along(zeroBased(bars.map(({value}) => value)), [top, top + totalHeight]);
  const inset = (cellWidth - Math.min(16, cellWidth - 8)) / 2;
  const place = {x: "name", y1: () => 0, y2: "value", insetLeft: inset, insetRight: inset};
  return {x, y, marks: [barY(bars, {...claiming, className: "bar", ...place, fill: ink(colourOf(panel))})]};
}
