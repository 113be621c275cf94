import {ruleX} from "@observablehq/plot";
import type {Mark} from "../../publication/index.ts";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../tidy/figureData.ts";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {barMarks} from "./parts/barMarks.ts";
import {claims} from "./parts/claim.ts";
import {colourOf} from "./parts/colourOf.ts";
import {legend} from "./parts/legend.ts";
import {labels, lineHeight, plain, strong, widest} from "./parts/labels.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {along, zeroBased, type LinearScale} from "./parts/scale.ts";
import {stackDown} from "./parts/stackDown.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {markWidth, drawWithheldMarks} from "./parts/drawWithheldMarks.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const barHeight = 16;
const barStep = barHeight + 3;
const panelGap = 28;
const valueGap = 6;
const headingHeight = 28;

/**
 * Bars from nought for every category, one panel for every population, all on one scale, with the values at their
 * ends. On a phone the bars of all populations stand under their category's label.
 */
export const bars = defineChart({
  spoken: "Bar chart",
  draws: "one variable, any number of populations side by side",
  variables: [1],
  ranks: "categories",
  belowNought: "drawn",
  repeats: "panels",
  options: {},
  draw: (input): Drawing => (input.canvas.isNarrow ? drawNarrow(input) : drawWide(input)),
  leavesOut: () => [],
  tells: () => [],
  notes: () => [],
});

type Input = Pick<ChartInput, "data" | "scaled" | "canvas" | "order">;

/** Scale of one panel and the column beside it for cells without a bar. */
interface Track {
  readonly scale: LinearScale;
  readonly gutter: number;
}

/** Where a category's bar stands. */
interface BarPlace {
  readonly panel: Panel;
  readonly category: DimensionCategory;
  readonly y: number;
}

/** An upright line at nought, in px. */
interface Baseline {
  readonly from: number;
  readonly to: number;
}

function drawWide({data, scaled, order, canvas: {width}}: Input): Drawing {
  const {panels, mark} = data;
  const named = order.map((category) => ({
    category,
    text: wrapText(category.label, width * 0.34, plain),
  }));
  const left =
    widestLine(
      named.flatMap(({text}) => text),
      plain,
    ) + 12;
  const top = panels.length > 1 ? headingHeight : 4;
  const {rows, bottom} = stackDown(named, top, ({text}) => Math.max(barHeight, text.length * lineHeight) + 10);
  const names = labels(
    rows.map(({text, middle}) => ({x: left - 12, y: middle, text})),
    {anchor: "end"},
  );
  const panelWidth = (width - left - panelGap * (panels.length - 1)) / panels.length;
  const starts = panels.map((_, index) => left + index * (panelWidth + panelGap));
  const headings =
    panels.length > 1 ? panels.map(({heading}, at) => ({x: starts[at] ?? left, y: 10, text: heading})) : [];
  const drawn = panels.flatMap((panel, at) => {
    const places = rows.map(({category, middle}) => ({panel, category, y: middle}));
    return drawBars(places, [{from: top, to: bottom}], {...trackOf(scaled, starts[at] ?? left, panelWidth), mark});
  });
  return plotFigure({width, height: bottom + 4}, [{marks: [names, labels(headings, {style: strong})]}, ...drawn]);
}

function drawNarrow({data, scaled, order, canvas: {width, isPanel = false}}: Input): Drawing {
  const {panels, mark} = data;
  const items = panels.map((panel) => ({label: panel.heading, colour: colourOf(panel)}));
  const key = panels.length > 1 && !isPanel ? legend(items, "box", {left: 0, top: 0, width}) : {marks: [], height: 0};
  const named = order.map((category) => {
    const text = wrapText(category.label, width, plain);
    return {category, text, nameHeight: text.length * lineHeight};
  });
  const {rows, bottom} = stackDown(
    named,
    key.height + 6,
    ({nameHeight}) => nameHeight + 3 + panels.length * barStep + 9,
  );
  const names = labels(rows.map(({text, top, nameHeight}) => ({x: 0, y: top + nameHeight / 2, text})));
  const starts = rows.map((row) => ({...row, start: row.top + row.nameHeight + 3}));
  const places = starts.flatMap(({category, start}) =>
    panels.map((panel, index) => ({panel, category, y: start + index * barStep + barHeight / 2})),
  );
  const baselines = starts.map(({start}) => ({from: start - 1, to: start + panels.length * barStep - 2}));
  const drawn = drawBars(places, baselines, {...trackOf(scaled, 0, width), mark});
  return plotFigure({width, height: bottom}, [{marks: [...key.marks, names]}, ...drawn]);
}

function trackOf({panels, mark}: FigureData, left: number, width: number): Track {
  const rows = panels.flatMap((panel) => panel.rows);
  const values = rows.map(printedValue).filter((value) => value !== undefined);
  const unpublished = rows.filter(({cell}) => cell.status !== "published").map((row) => printRow(row, mark).text);
  const published = rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text);
  const gutterWidth = Math.max(0, ...unpublished.map(markWidth));
  const gutter = left + width - gutterWidth;
  const end = gutter - widest(published, plain) - valueGap - (gutterWidth > 0 ? 10 : 0);
  // The value of a bar to the left of nought stands at its left.
  const below = rows.filter((row) => (printedValue(row) ?? 0) < 0).map((row) => printRow(row, mark).text);
  const start = below.length === 0 ? left : left + widest(below, plain) + valueGap;
  return {scale: along(zeroBased(values), [start, end]), gutter};
}

/** Bars from nought with their values at their ends, and marks in the gutter for cells that have none. */
function drawBars(
  places: readonly BarPlace[],
  baselines: readonly Baseline[],
  {scale, gutter, mark}: Track & {mark: Mark},
): readonly Layer[] {
  const cells = places.flatMap(({panel, category, y}) => {
    const row = rowAt(panel, [category.name]);
    if (row === undefined) return [];
    const colour = category.role === "not-stated" ? ("not-stated" as const) : colourOf(panel);
    const isWithheld = isHeldBack(row.cell);
    return [{row, y, text: printRow(row, mark).text, value: printedValue(row), isWithheld, colour}];
  });
  const bars = cells.flatMap(({value, ...cell}) => (value === undefined ? [] : [{...cell, x: value}]));
  const hidden = cells
    .filter(({value}) => value === undefined)
    .map(({row, ...cell}) => ({...cell, claim: claims(row, "mark"), x: gutter}));
  const values = bars.map(({row, x, y, text}) => ({claim: claims(row, "text"), x, y, text}));
  const marks = [
    barMarks(
      bars.map(({row, ...bar}) => ({...bar, claim: claims(row, "x")})),
      barHeight,
    ),
    ruleX(baselines, {x: () => 0, y1: "from", y2: "to", stroke: ink("rule")}),
    labels(
      values.filter(({x}) => x >= 0),
      {dx: valueGap},
    ),
    labels(
      values.filter(({x}) => x < 0),
      {anchor: "end", dx: -valueGap},
    ),
  ];
  return [{x: scale, marks}, {marks: drawWithheldMarks(hidden)}];
}
