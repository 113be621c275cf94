import {z} from "zod";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../figures/figureData.ts";
import {exactValue, printRow} from "../figures/printRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {amountPaint} from "./parts/amountClass.ts";
import {colourOf} from "./parts/colourOf.ts";
import {drawCompactRows} from "./parts/compactRows.ts";
import {measureText} from "./parts/measureText.ts";
import {requireDimensions} from "./parts/orderCategories.ts";
import {rule} from "./parts/shapes.ts";
import {ink, shape, type Drawing, type Shape} from "./parts/svg.ts";
import {lineHeight, plain, strong, textAt, widest} from "./parts/textAt.ts";
import {hatchedBox, markWidth, withheldMark} from "./parts/withheldMark.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = z.strictObject({});

const rowHeight = 26;
const stair = 18;
const totalBar = 90;
const totalHeight = 48;
const leastColumn = 26;

/**
 * A cross-table as tinted cells with their values printed, and the totals of rows and columns as bars at
 * the margins. Column names
 * go down like a stair, so that all text is level. A table too wide for a phone becomes its rows' totals there, each
 * with its three largest published cells.
 */
export const heatMap = defineChart({
  name: "heat-map",
  options,
  draw: (input): Drawing => {
    requireDimensions("heat-map", input.data, [2]);
    const [panel] = input.data.panels;
    if (panel === undefined || input.data.panels.length > 1) {
      throw new ChartError("heat-map", "", "a heat map shows one population: give each a figure of its own");
    }
    const drawn = gridOf(input, panel);
    const isTooWide = drawn.cellWidth < Math.max(leastColumn, drawn.widestValue + 4);
    if (input.canvas.isNarrow && isTooWide) return drawCompactRows(input.data, panel, input.canvas.width);
    return draw(drawn, input.data);
  },
  notes: ({dimensions}) => {
    const hasTotals = dimensions.some(({categories}) => categories.some(({role}) => role === "total"));
    const totals = hasTotals ? "; the bars at the margins are totals" : "";
    return [`The stronger a cell's colour, the larger its value${totals}.`];
  },
});

type Input = ChartInput<z.output<typeof options>>;

interface Grid {
  readonly panel: Panel;
  readonly rows: readonly DimensionCategory[];
  readonly columns: readonly DimensionCategory[];
  readonly hasTotals: boolean;
  readonly left: number;
  readonly cellWidth: number;
  readonly widestValue: number;
  readonly width: number;
}

function gridOf({data, canvas: {width: asked, isNarrow}}: Input, panel: Panel): Grid {
  const [first, second] = data.dimensions;
  const inner = (categories: readonly DimensionCategory[] | undefined) =>
    (categories ?? []).filter(({role}) => role !== "total");
  const rows = inner(first?.categories);
  const columns = inner(second?.categories);
  const hasTotals = second?.categories.some(({role}) => role === "total") ?? false;
  const labels = rows.flatMap(({label}) => wrapText(label, isNarrow ? asked * 0.3 : 220, plain));
  const left = widestLine(labels, plain) + 10;
  const texts = columns
    .flatMap(({name}) => rows.map((row) => rowAt(panel, [row.name, name])))
    .flatMap((row) => (row ? [printRow(row, data.mark).text] : []));
  const widestValue = widest(texts, plain);
  const total = isNarrow ? widest(["All: 00,000"], strong) + 10 : totalBar + widest(["00,000"], plain) + 14;
  const right = Math.max(hasTotals ? total : 4, overhang(columns));
  const available = (asked - left - right) / Math.max(1, columns.length);
  const cellWidth = isNarrow ? available : Math.min(64, Math.max(available, leastColumn, widestValue + 6));
  // A table of many columns makes its drawing as wide as it needs; the page lets it scroll.
  return {
    panel,
    rows,
    columns,
    hasTotals,
    left,
    cellWidth,
    widestValue,
    width: Math.max(isNarrow ? 0 : asked, left + columns.length * cellWidth + right),
  };
}

/** How far a column's name may reach beyond the last column, in px, where the columns are as narrow as they get. */
function overhang(columns: readonly DimensionCategory[]): number {
  const beyond = columns.map(
    ({label}, index) => measureText(label, plain) - (columns.length - index - 0.5) * leastColumn,
  );
  return Math.max(0, ...beyond);
}

function draw(grid: Grid, data: FigureData): Drawing {
  const head = drawHead(grid);
  const values = grid.rows.flatMap((row) => grid.columns.map((column) => valueAt(grid.panel, [row.name, column.name])));
  const largest = Math.max(0, ...values);
  let y = head.height;
  const shapes: Shape[] = [...head.shapes];
  for (const row of grid.rows) {
    const lines = wrapText(row.label, grid.left - 9.9, plain);
    const height = Math.max(rowHeight, lines.length * lineHeight + 4);
    shapes.push(textAt(lines, {x: grid.left - 10, y: y + height / 2}, {anchor: "end"}));
    grid.columns.forEach((column, index) => {
      const box = {x: grid.left + index * grid.cellWidth, y, width: grid.cellWidth, height};
      shapes.push(...drawCell({panel: grid.panel, names: [row.name, column.name], mark: data.mark, largest}, box));
    });
    if (grid.hasTotals) shapes.push(...drawTotal(grid, row, {y: y + height / 2, mark: data.mark}));
    y += height;
  }
  const foot = grid.hasTotals ? drawFoot(grid, data, y + 4) : {shapes: [], height: 0};
  return {width: grid.width, height: y + foot.height + 8, shapes: [...shapes, ...foot.shapes]};
}

function valueAt(panel: Panel, names: readonly string[]): number {
  const row = rowAt(panel, names);
  return (row && exactValue(row)) ?? 0;
}

/** The leftmost name stands highest, so that no line down to a column crosses a name. */
function drawHead({columns, left, cellWidth}: Grid): {shapes: readonly Shape[]; height: number} {
  const labels = columns.map(({label}) => label);
  const wrapped = labels.map((label) => wrapText(label, cellWidth - 6, plain));
  if (wrapped.every((lines) => lines.length <= 3 && widestLine(lines, plain) <= cellWidth - 6)) {
    const height = Math.max(1, ...wrapped.map((lines) => lines.length)) * lineHeight + 8;
    const shapes = wrapped.map((lines, index) => {
      const place = {x: left + (index + 0.5) * cellWidth, y: height - 8 - (lines.length * lineHeight) / 2};
      return textAt(lines, place, {anchor: "middle"});
    });
    return {shapes, height};
  }
  const height = columns.length * stair + 8;
  const shapes = labels.flatMap((label, index): readonly Shape[] => {
    const x = left + (index + 0.5) * cellWidth;
    const y = index * stair + 10;
    return [textAt(label, {x: x - 4, y}), rule({from: [x, y + 9], to: [x, height - 2]}, "rule")];
  });
  return {shapes, height};
}

interface CellInput {
  readonly panel: Panel;
  readonly names: readonly string[];
  readonly mark: string;
  readonly largest: number;
}

function drawCell(
  {panel, names, mark, largest}: CellInput,
  box: {x: number; y: number; width: number; height: number},
): readonly Shape[] {
  const row = rowAt(panel, names);
  if (row === undefined) return [];
  const {text} = printRow(row, mark);
  const centre = {x: box.x + box.width / 2, y: box.y + box.height / 2};
  const value = exactValue(row);
  if (value === undefined) {
    const back = row.cell.status === "suppressed" ? hatchedBox(box) : [];
    const room = measureText(text, plain) + 4;
    const clear = shape("rect", {x: centre.x - room / 2, y: centre.y - 9, width: room, height: 18, fill: ink("paper")});
    return [...back, clear, textAt(text, centre, {anchor: "middle", colour: "muted"})];
  }
  const paint = amountPaint(value, largest);
  return [
    shape("rect", {class: "cell", ...box, fill: ink(paint.fill), stroke: ink("grid")}),
    textAt(text, centre, {anchor: "middle", colour: paint.on}),
  ];
}

function drawTotal(
  {panel, rows, columns, left, cellWidth, width}: Grid,
  row: DimensionCategory,
  {y, mark}: {y: number; mark: string},
): readonly Shape[] {
  const start = left + columns.length * cellWidth + 8;
  const found = rowAt(panel, [row.name, "total"]);
  if (found === undefined) return [];
  const {text} = printRow(found, mark);
  const value = exactValue(found);
  if (value === undefined)
    return withheldMark(text, found.cell.status === "suppressed", {x: width - markWidth(text), y});
  const largest = Math.max(1, ...rows.map(({name}) => valueAt(panel, [name, "total"])));
  const length = (value / largest) * Math.max(0, width - start - widest(["00,000"], plain) - 8);
  return [
    shape("rect", {class: "bar", x: start, y: y - 8, width: length, height: 16, fill: ink(colourOf(panel))}),
    textAt(text, {x: start + length + 5, y}),
  ];
}

/** Totals of the columns as bars hanging from the table, with the numbers level beneath them. */
function drawFoot(
  {panel, columns, left, cellWidth, width}: Grid,
  {mark}: FigureData,
  top: number,
): {shapes: readonly Shape[]; height: number} {
  const totals = columns.map(({name}) => rowAt(panel, ["total", name]));
  const texts = totals.map((row) => (row ? printRow(row, mark).text : ""));
  const largest = Math.max(1, ...totals.map((row) => (row && exactValue(row)) ?? 0));
  // Totals have more digits than cells: every second one stands a line lower where they would touch.
  const isTight = texts.some((text) => measureText(text, plain) > cellWidth - 4);
  const base = top + totalHeight + 12;
  const marks = totals.flatMap((row, index): readonly Shape[] => {
    const x = left + (index + 0.5) * cellWidth;
    const value = row && exactValue(row);
    const place = {x, y: base + (isTight && index % 2 === 1 ? lineHeight : 0)};
    const label = textAt(texts[index] ?? "", place, {anchor: "middle", colour: value === undefined ? "muted" : "ink"});
    const thickness = Math.min(16, cellWidth - 8);
    const height = ((value ?? 0) / largest) * totalHeight;
    if (row?.cell.status === "suppressed") return [...hatchedBox({x: x - 8, y: top + 4, width: 16, height: 12}), label];
    return [
      shape("rect", {class: "bar", x: x - thickness / 2, y: top, width: thickness, height, fill: ink(colourOf(panel))}),
      label,
    ];
  });
  const all = rowAt(panel, ["total", "total"]);
  const start = left + columns.length * cellWidth + 8;
  const sum = all ? [textAt(`All: ${printRow(all, mark).text}`, {x: start, y: base}, {style: strong})] : [];
  const label = textAt("Total", {x: left - 10, y: base}, {anchor: "end"});
  return {
    shapes: [rule({from: [left, top], to: [width, top]}, "rule"), label, ...marks, ...sum],
    height: totalHeight + (isTight ? 42 : 24),
  };
}
