import {z} from "zod";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../figures/figureData.ts";
import {exactValue, printRow} from "../figures/printRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {colourOf} from "./parts/colourOf.ts";
import {legend} from "./parts/legend.ts";
import {orderCategories, requireDimensions, sortOption} from "./parts/orderCategories.ts";
import {position, zeroBased, type Scale} from "./parts/scale.ts";
import {dot, rule} from "./parts/shapes.ts";
import type {Drawing, Shape} from "./parts/svg.ts";
import {lineHeight, plain, strong, textAt, widest} from "./parts/textAt.ts";
import {markWidth, withheldMark} from "./parts/withheldMark.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = z.strictObject({sort: sortOption});

const dotRoom = 10;

/**
 * Two values for every category as dots on one line from nought: prison and community, or an earlier edition (hollow)
 * and this one. With two editions every population has lines of its own.
 */
export const dots = defineChart({
  name: "dots",
  options,
  draw: (input): Drawing => {
    requireDimensions("dots", input.data, [1]);
    return draw(input);
  },
});

type Input = ChartInput<z.output<typeof options>>;

/** Dots that share lines. */
interface Group {
  readonly heading: string;
  readonly series: readonly Series[];
}

interface Series {
  readonly panel: Panel;
  readonly label: string;
  readonly isHollow: boolean;
}

function draw(input: Input): Drawing {
  const {data, canvas} = input;
  const layout = layOut(input);
  const shapes: Shape[] = [];
  let y = 0;
  for (const {heading, series} of groupsOf(data)) {
    if (heading !== "") {
      shapes.push(textAt(heading, {x: 0, y: y + 10}, {style: strong}));
      y += 26;
    }
    if (series.length > 1) {
      const key = legend(series.map(legendItem), {left: layout.left, top: y, width: canvas.width - layout.left});
      shapes.push(...key.shapes);
      y += key.height + 8;
    }
    for (const category of orderCategories(data, input.options.sort)) {
      const row = drawRow({series, category, layout}, y);
      shapes.push(...row.shapes);
      y += row.height;
    }
    y += 14;
  }
  return {width: canvas.width, height: y - 8, shapes};
}

function groupsOf({panels, editions}: FigureData): readonly Group[] {
  const byPopulation = [...Map.groupBy(panels, ({population}) => population.name).values()];
  const groups =
    editions.length === 1
      ? [{heading: "", series: panels.map((panel) => ({panel, label: panel.heading, isHollow: false}))}]
      : byPopulation.map((group) => ({
          heading: byPopulation.length > 1 ? (group[0]?.population.heading ?? "") : "",
          series: group.map((panel) => ({
            panel,
            label: panel.edition.label,
            isHollow: panel.edition.id !== editions[0]?.id,
          })),
        }));
  if (groups.some(({series}) => series.length > 2)) {
    throw new ChartError("dots", "", "more than two values a category cannot be told apart: show fewer populations");
  }
  return groups;
}

function legendItem({panel, label, isHollow}: Series) {
  return {label, swatch: (centre: readonly [number, number]) => [dot(centre, colourOf(panel), isHollow)]};
}

interface Layout {
  readonly left: number;
  readonly labelWidth: number;
  readonly scale: Scale;
  readonly gutter: number;
  readonly isNarrow: boolean;
  readonly mark: string;
}

function layOut({data, canvas: {width, isNarrow}}: Input): Layout {
  const {panels, mark, dimensions} = data;
  const labels = (dimensions[0]?.categories ?? []).flatMap(({label}) => wrapText(label, width * 0.34, plain));
  const left = isNarrow ? 0 : widestLine(labels, plain) + 12;
  const rows = panels.flatMap((panel) => panel.rows);
  const values = rows.map(exactValue).filter((value) => value !== undefined);
  const room = widest(
    rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text),
    plain,
  );
  const marks = groupsOf(data).flatMap(({series}) => series.flatMap((one) => marksOf(one, series.length > 1, mark)));
  const gutterWidth = isNarrow ? 0 : Math.max(0, ...marks.map(markWidth));
  const gutter = width - gutterWidth;
  const end = gutter - room - dotRoom - (gutterWidth > 0 ? 10 : 0);
  return {
    left,
    labelWidth: isNarrow ? width : left - 12,
    scale: {domain: zeroBased(values), range: [left + room + dotRoom, end]},
    gutter: isNarrow ? 0 : gutter,
    isNarrow,
    mark,
  };
}

function marksOf({panel, label}: Series, isNamed: boolean, mark: string): readonly string[] {
  return panel.rows
    .filter(({cell}) => cell.status !== "published")
    .map((row) => (isNamed ? `${printRow(row, mark).text} ${label}` : printRow(row, mark).text));
}

interface RowPlace {
  readonly series: readonly Series[];
  readonly category: DimensionCategory;
  readonly layout: Layout;
}

function drawRow({series, category, layout}: RowPlace, top: number): {shapes: readonly Shape[]; height: number} {
  const lines = wrapText(category.label, layout.labelWidth + 0.01, plain);
  const hidden = series.flatMap(({panel, label}) => {
    const row = rowAt(panel, [category.name]);
    if (row === undefined || row.cell.status === "published") return [];
    const {text} = printRow(row, layout.mark);
    return [{text: series.length > 1 ? `${text} ${label}` : text, isWithheld: row.cell.status === "suppressed"}];
  });
  const labelHeight = lines.length * lineHeight;
  const marksHeight = hidden.length * lineHeight;
  const plotted = drawDots({series, category, layout});
  const marksAt = (y: number) =>
    hidden.flatMap(({text, isWithheld}, index) =>
      withheldMark(text, isWithheld, {x: layout.gutter, y: y + (index + 0.5) * lineHeight}),
    );
  if (layout.isNarrow) {
    const plotHeight = plotted.isEmpty ? 0 : 22;
    const label = textAt(lines, {x: 0, y: top + labelHeight / 2});
    const shapes = plotted.at(top + labelHeight + 11);
    return {
      shapes: [label, ...shapes, ...marksAt(top + labelHeight + plotHeight)],
      height: labelHeight + plotHeight + marksHeight + 8,
    };
  }
  const height = Math.max(20, labelHeight, marksHeight) + 8;
  const middle = top + height / 2;
  const label = textAt(lines, {x: layout.left - 12, y: middle}, {anchor: "end"});
  return {shapes: [label, ...plotted.at(middle), ...marksAt(middle - marksHeight / 2)], height};
}

/** The line of one category, to be placed at a height. Values stand on the outer side of their dots. */
function drawDots({series, category, layout: {scale, mark}}: RowPlace) {
  const marks = series
    .flatMap(({panel, isHollow}) => {
      const row = rowAt(panel, [category.name]);
      const value = row && exactValue(row);
      if (row === undefined || value === undefined) return [];
      return [{x: position(value, scale), text: printRow(row, mark).text, colour: colourOf(panel), isHollow}];
    })
    .toSorted((a, b) => a.x - b.x);
  const [first] = marks;
  const last = marks.at(-1);
  const touch = marks.length === 2 && first !== undefined && last !== undefined && last.x - first.x < 8;
  const at = (y: number): readonly Shape[] => {
    if (first === undefined || last === undefined) return [];
    const from = marks.length > 1 ? first.x : scale.range[0];
    const line = rule({from: [from, y], to: [last.x, y]}, "rule", 2);
    const labels = marks.map(({x, text}, index) => {
      const isLeft = marks.length > 1 && index === 0;
      return textAt(text, {x: isLeft ? x - dotRoom : x + dotRoom, y}, {anchor: isLeft ? "end" : "start"});
    });
    // Two dots on nearly the same value are drawn a little apart, so that neither hides the other.
    const circles = marks.map(({x, colour, isHollow}, index) =>
      dot([x, touch ? y + (index === 0 ? -4 : 4) : y], colour, isHollow),
    );
    return [rule({from: [scale.range[0], y], to: [scale.range[1], y]}, "grid"), line, ...circles, ...labels];
  };
  return {isEmpty: first === undefined, at};
}
