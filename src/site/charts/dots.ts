import type {Markish} from "@observablehq/plot";
import type {Mark} from "../../publication/index.ts";
import type {DimensionCategory, FigureData, Panel} from "../tidy/figureData.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {colourOf} from "./parts/colourOf.ts";
import {dotRoom, drawRows, placeRow, type DotRow, type RowLayout, type Series} from "./parts/dotRows.ts";
import {labels, plain, strong, widest, type Label} from "./parts/labels.ts";
import {legend} from "./parts/legend.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {along, zeroBased} from "./parts/scale.ts";
import type {Drawing} from "./parts/svg.ts";
import {markWidth} from "./parts/drawWithheldMarks.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";
import type {Token} from "./theme.ts";

/**
 * Two values for every category as dots on one line from nought: prison and community, or an earlier edition (hollow)
 * and this one. With two editions every population has lines of its own.
 */
export const dots = defineChart({
  spoken: "Dot plot",
  draws: "one variable, two populations, or two editions of each population",
  variables: [1],
  ranks: "categories",
  belowNought: "drawn",
  repeats: "nothing",
  options: {},
  draw,
  leavesOut: () => [],
  tells: () => [],
  notes: () => [],
});

type Input = Pick<ChartInput, "data" | "canvas" | "order">;

/** Dots that share lines. */
interface Group {
  readonly heading: string;
  readonly series: readonly Series[];
}

function draw(input: Input): Drawing {
  const {data, canvas, order: categories} = input;
  const layout = layOut(input);
  let y = 0;
  const groups = groupsOf(data).map((group) => {
    const placed = placeGroup(group, {categories, layout}, y);
    y = placed.bottom + 14;
    return placed;
  });
  const headings = groups.flatMap(({heading}) => heading);
  const rows = groups.flatMap((group) => group.rows);
  return plotFigure({width: canvas.width, height: y - 8}, [
    {marks: [labels(headings, {style: strong}), ...groups.flatMap(({key}) => key)]},
    ...drawRows(rows, layout),
  ]);
}

interface PlacedGroup {
  readonly heading: readonly Label[];
  readonly key: readonly Markish[];
  readonly rows: readonly DotRow[];
  readonly bottom: number;
}

function placeGroup(
  {heading, series}: Group,
  {categories, layout}: {categories: readonly DimensionCategory[]; layout: RowLayout},
  top: number,
): PlacedGroup {
  const {left, width} = layout;
  const keyTop = top + (heading === "" ? 0 : 26);
  const items = series.map(({label, colour, isHollow}) => ({label, colour, isHollow}));
  const key = series.length > 1 ? legend(items, "dot", {left, top: keyTop, width: width - left}) : undefined;
  let bottom = keyTop + (key ? key.height + 8 : 0);
  const rows = categories.map((category) => {
    const row = placeRow({series, category, layout}, bottom);
    bottom += row.height;
    return row;
  });
  return {
    heading: heading === "" ? [] : [{x: 0, y: top + 10, text: heading}],
    key: key?.marks ?? [],
    rows,
    bottom,
  };
}

function groupsOf({panels, editions}: FigureData): readonly Group[] {
  const byPopulation = [...Map.groupBy(panels, ({population}) => population.name).values()];
  const groups =
    editions.length === 1
      ? [{heading: "", series: panels.map((panel) => seriesOf(panel, colourOf(panel)))}]
      : byPopulation.map((group) => editionsOf(group, {editions, isAlone: byPopulation.length === 1}));
  if (groups.some(({series}) => series.length > 2)) {
    throw new ChartError("", "more than two values a category cannot be told apart: show fewer populations");
  }
  return groups;
}

function seriesOf(panel: Panel, colour: Token): Series {
  return {panel, label: panel.heading, colour, isHollow: false};
}

/** The editions of one population, in its colour: an earlier one hollow. */
function editionsOf(
  panels: readonly Panel[],
  {editions, isAlone}: {editions: FigureData["editions"]; isAlone: boolean},
): Group {
  const current = panels.find(({edition}) => edition.id === editions[0]?.id) ?? panels[0];
  return {
    heading: isAlone ? "" : (current?.population.heading ?? ""),
    series: panels.map((panel) => ({
      ...seriesOf(panel, colourOf(current ?? panel)),
      label: panel.edition.label,
      isHollow: panel.edition.id !== editions[0]?.id,
    })),
  };
}

function layOut({data, canvas: {width, isNarrow}}: Input): RowLayout {
  const {panels, mark, dimensions} = data;
  const labels = (dimensions[0]?.categories ?? []).flatMap(({label}) => wrapText(label, width * 0.34, plain));
  const left = isNarrow ? 0 : widestLine(labels, plain) + 12;
  const rows = panels.flatMap((panel) => panel.rows);
  const values = rows.map(printedValue).filter((value) => value !== undefined);
  const room = widest(
    rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text),
    plain,
  );
  const marks = groupsOf(data).flatMap(({series}) => series.flatMap((one) => marksOf(one, series.length > 1, mark)));
  const gutterWidth = isNarrow ? 0 : Math.max(0, ...marks.map(markWidth));
  const gutter = width - gutterWidth;
  const end = gutter - room - dotRoom - (gutterWidth > 0 ? 10 : 0);
  return {
    width,
    left,
    labelWidth: isNarrow ? width : left - 12,
    scale: along(zeroBased(values), [left + room + dotRoom, end]),
    gutter: isNarrow ? 0 : gutter,
    isNarrow,
    mark,
  };
}

function marksOf({panel, label}: Series, isNamed: boolean, mark: Mark): readonly string[] {
  return panel.rows
    .filter(({cell}) => cell.status !== "published")
    .map((row) => (isNamed ? `${printRow(row, mark).text} ${label}` : printRow(row, mark).text));
}
