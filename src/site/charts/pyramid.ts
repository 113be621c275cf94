import {z} from "zod";
import {rowAt, type Dimension, type DimensionCategory, type FigureData, type Panel} from "../figures/figureData.ts";
import {exactValue, printRow} from "../figures/printRow.ts";
import {lowerFirst} from "../words/lowerFirst.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {colourOf} from "./parts/colourOf.ts";
import {requireDimensions} from "./parts/orderCategories.ts";
import {position, zeroBased, type Scale} from "./parts/scale.ts";
import {rule} from "./parts/shapes.ts";
import {ink, shape, type Drawing, type Shape} from "./parts/svg.ts";
import {plain, strong, textAt, widest} from "./parts/textAt.ts";
import {markWidth, withheldMark} from "./parts/withheldMark.ts";
import type {Token} from "./theme.ts";

const options = z.strictObject({
  /** The variable whose first two categories stand left and right; the last of the query where absent. */
  sides: z.string().optional(),
});

const rowHeight = 30;
const barHeight = 22;
const panelGap = 32;
const valueGap = 6;

/** Ages upwards in the middle, one sex to the left and one to the right, one pyramid for every population. */
export const pyramid = defineChart({
  name: "pyramid",
  options,
  draw: (input): Drawing => {
    requireDimensions("pyramid", input.data, [2]);
    return draw(input);
  },
  notes: (data, {sides}) => {
    const {sideDimension, others} = sidesOf(data, sides);
    if (others.length === 0) return [];
    return [`${sideDimension.label} ${others.map(({label}) => lowerFirst(label)).join(" and ")}: in the table only.`];
  },
});

type Input = ChartInput<z.output<typeof options>>;

interface Sides {
  readonly sideDimension: Dimension;
  readonly ageDimension: Dimension;
  readonly left: DimensionCategory;
  readonly right: DimensionCategory;
  /** Categories that no side shows. */
  readonly others: readonly DimensionCategory[];
  readonly isSideLast: boolean;
}

function sidesOf({dimensions}: FigureData, asked: string | undefined): Sides {
  const [first, second] = dimensions;
  const isSideLast = asked === undefined || second?.name === asked;
  const sideDimension = isSideLast ? second : first;
  const ageDimension = isSideLast ? first : second;
  if (
    sideDimension === undefined ||
    ageDimension === undefined ||
    (asked !== undefined && sideDimension.name !== asked)
  ) {
    throw new ChartError("pyramid", "sides", `the query has no variable "${asked ?? ""}"`);
  }
  const values = sideDimension.categories.filter(({role}) => role === "value");
  const [left, right] = values;
  if (left === undefined || right === undefined) {
    throw new ChartError("pyramid", "sides", `"${sideDimension.name}" has fewer than two categories`);
  }
  const others = sideDimension.categories.filter((category) => category !== left && category !== right);
  return {sideDimension, ageDimension, left, right, others, isSideLast};
}

function draw({data, options: {sides: asked}, canvas: {width, isNarrow}}: Input): Drawing {
  const sides = sidesOf(data, asked);
  const columns = isNarrow ? 1 : Math.min(2, data.panels.length);
  const full = (width - panelGap * (columns - 1)) / columns;
  // One pyramid alone need not be as wide as two.
  const panelWidth = columns === 1 ? Math.min(full, 560) : full;
  const shapes: Shape[] = [];
  let bottom = 0;
  data.panels.forEach((panel, index) => {
    const top = Math.floor(index / columns) * (panelHeight(sides, data) + 18);
    const drawn = drawPanel(
      {panel, sides, data},
      {left: (index % columns) * (full + panelGap), top, width: panelWidth},
    );
    shapes.push(...drawn);
    bottom = Math.max(bottom, top + panelHeight(sides, data));
  });
  return {width, height: bottom + 4, shapes};
}

function panelHeight({ageDimension}: Sides, {panels}: FigureData): number {
  return agesOf(ageDimension).length * rowHeight + 26 + (panels.length > 1 ? 26 : 0);
}

/** Eldest on top, as in every pyramid; ages not stated at the foot. */
function agesOf({categories}: Dimension): readonly DimensionCategory[] {
  const ages = categories.filter(({role}) => role === "value");
  return [...ages.toReversed(), ...categories.filter(({role}) => role === "not-stated")];
}

interface PanelInput {
  readonly panel: Panel;
  readonly sides: Sides;
  readonly data: FigureData;
}

function drawPanel(
  {panel, sides, data}: PanelInput,
  {left, top, width}: {left: number; top: number; width: number},
): readonly Shape[] {
  const ages = agesOf(sides.ageDimension);
  const labelWidth =
    widest(
      ages.map(({label}) => label),
      plain,
    ) + 20;
  const scales = scalesOf(data, {left, width, labelWidth});
  const centre = left + width / 2;
  const head = data.panels.length > 1 ? 26 : 0;
  const shapes: Shape[] =
    head > 0 ? [textAt(panel.heading, {x: centre, y: top + 9}, {style: strong, anchor: "middle"})] : [];
  shapes.push(
    textAt(sides.left.label, {x: scales.left.range[0], y: top + head + 10}, {anchor: "end", colour: "muted"}),
    textAt(sides.right.label, {x: scales.right.range[0], y: top + head + 10}, {colour: "muted"}),
  );
  const start = top + head + 24;
  ages.forEach((age, index) => {
    const y = start + (index + 0.5) * rowHeight;
    shapes.push(textAt(age.label, {x: centre, y}, {anchor: "middle"}));
    for (const side of ["left", "right"] as const) {
      const names = sides.isSideLast ? [age.name, sides[side].name] : [sides[side].name, age.name];
      shapes.push(
        ...barAt(
          {panel, names, mark: data.mark},
          {scale: scales[side], y, edge: side === "left" ? left : left + width},
        ),
      );
    }
  });
  const end = start + ages.length * rowHeight;
  for (const {range} of [scales.left, scales.right])
    shapes.push(rule({from: [range[0], start], to: [range[0], end]}, "rule"));
  return shapes;
}

function scalesOf(
  {panels, mark}: FigureData,
  {left, width, labelWidth}: {left: number; width: number; labelWidth: number},
) {
  const rows = panels.flatMap((panel) => panel.rows);
  const values = rows.map(exactValue).filter((value) => value !== undefined);
  const published = rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text);
  const marks = rows.filter(({cell}) => cell.status !== "published").map((row) => markWidth(printRow(row, mark).text));
  const room = widest(published, plain) + valueGap + (marks.length > 0 ? Math.max(...marks) + 6 : 0);
  const domain = zeroBased(values);
  const centre = left + width / 2;
  return {
    left: {domain, range: [centre - labelWidth / 2, left + room]},
    right: {domain, range: [centre + labelWidth / 2, left + width - room]},
  } satisfies Record<string, Scale>;
}

interface BarInput {
  readonly panel: Panel;
  readonly names: readonly string[];
  readonly mark: string;
}

function barAt(
  {panel, names, mark}: BarInput,
  {scale, y, edge}: {scale: Scale; y: number; edge: number},
): readonly Shape[] {
  const row = rowAt(panel, names);
  if (row === undefined) return [];
  const {text} = printRow(row, mark);
  const value = exactValue(row);
  const isLeft = scale.range[1] < scale.range[0];
  if (value === undefined) {
    return withheldMark(text, row.cell.status === "suppressed", {x: isLeft ? edge + 1 : edge - markWidth(text), y});
  }
  const [start] = scale.range;
  const end = position(value, scale);
  const colour: Token = colourOf(panel);
  const bar = {x: Math.min(start, end), y: y - barHeight / 2, width: Math.abs(end - start), height: barHeight};
  return [
    shape("rect", {class: "bar", ...bar, fill: ink(colour)}),
    textAt(text, {x: isLeft ? end - valueGap : end + valueGap, y}, {anchor: isLeft ? "end" : "start"}),
  ];
}
