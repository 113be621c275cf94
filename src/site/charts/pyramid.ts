import {ruleX} from "@observablehq/plot";
import {z} from "zod";
import type {Mark} from "../../publication/index.ts";
import {rowAt, type Dimension, type DimensionCategory, type FigureData, type Panel} from "../tidy/figureData.ts";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {lowerFirst} from "../words/letterCase.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {barMarks} from "./parts/barMarks.ts";
import {claims} from "./parts/claim.ts";
import {colourOf} from "./parts/colourOf.ts";
import {labels, plain, strong, widest} from "./parts/labels.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {along, zeroBased, type LinearScale} from "./parts/scale.ts";
import {stackDown} from "./parts/stackDown.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {markWidth, drawWithheldMarks} from "./parts/drawWithheldMarks.ts";
import type {Token} from "./theme.ts";

const options = {
  sides: {
    schema: z.string().optional(),
    says: "the variable whose first two categories stand left and right, the second where it is left out",
  },
} satisfies ChartOptions;

const rowHeight = 30;
const barHeight = 22;
const panelGap = 32;
const panelStep = 18;
const valueGap = 6;

/** Ages upwards in the middle, one sex to the left and one to the right, one pyramid for every population. */
export const pyramid = defineChart({
  spoken: "Population pyramid",
  draws: "two variables, the second to the left and right",
  variables: [2],
  ranks: "nothing",
  belowNought: "refused",
  repeats: "nothing",
  options,
  draw,
  leavesOut: () => ["totals", "not-stated", "outside", "categories"],
  tells: () => [],
  notes: ({data, options: {sides}}) => {
    const {sideDimension, others} = sidesOf(data, sides);
    if (others.length === 0) return [];
    return [`${sideDimension.label} ${others.map(({label}) => lowerFirst(label)).join(" and ")}: in the table only.`];
  },
});

type Input = ChartInput<OptionValues<typeof options>>;

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
    throw new ChartError("sides", `the query has no variable "${asked ?? ""}"`);
  }
  const values = sideDimension.categories.filter(({role}) => role === "value");
  const [left, right] = values;
  if (left === undefined || right === undefined) {
    throw new ChartError("sides", `"${sideDimension.name}" has fewer than two categories`);
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
  const height = panelHeight(sides, data);
  const layers = data.panels.flatMap((panel, index) => {
    const top = Math.floor(index / columns) * (height + panelStep);
    return drawPanel({panel, sides, data}, {left: (index % columns) * (full + panelGap), top, width: panelWidth});
  });
  const rows = Math.ceil(data.panels.length / columns);
  return plotFigure({width, height: rows * (height + panelStep) - panelStep + 4}, layers);
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
): readonly Layer[] {
  const ages = agesOf(sides.ageDimension);
  const ageWidth =
    widest(
      ages.map(({label}) => label),
      plain,
    ) + 20;
  const centre = left + width / 2;
  const head = data.panels.length > 1 ? 26 : 0;
  const heading = head > 0 ? [{x: centre, y: top + 9, text: panel.heading}] : [];
  const start = top + head + 24;
  const {rows, bottom} = stackDown(
    ages.map((age) => ({age})),
    start,
    () => rowHeight,
  );
  const names = rows.map(({age, middle}) => ({x: centre, y: middle, text: age.label}));
  const length = width / 2 - ageWidth / 2;
  const sidesDrawn = (["left", "right"] as const).flatMap((side) => {
    const direction = side === "left" ? -1 : 1;
    const scale = scaleOf(data, centre + (direction * ageWidth) / 2, direction * length);
    const cells = rows.flatMap(({age, middle}) => {
      const place = sides.isSideLast ? [age.name, sides[side].name] : [sides[side].name, age.name];
      const row = rowAt(panel, place);
      return row ? [{row, y: middle}] : [];
    });
    const frame = {side, name: sides[side].label, top: top + head + 10, start, bottom, colour: colourOf(panel)};
    return drawSide(cells, {...frame, scale, edge: centre + (direction * width) / 2, mark: data.mark});
  });
  const middle = [labels(heading, {style: strong, anchor: "middle"}), labels(names, {anchor: "middle"})];
  return [{marks: middle}, ...sidesDrawn];
}

/** From `start` outwards over a length in px, to the left where it is negative; room for values is taken off. */
function scaleOf({panels, mark}: FigureData, start: number, length: number): LinearScale {
  const rows = panels.flatMap((panel) => panel.rows);
  const values = rows.map(printedValue).filter((value) => value !== undefined);
  const published = rows.filter(({cell}) => cell.status === "published").map((row) => printRow(row, mark).text);
  const marks = rows.filter(({cell}) => cell.status !== "published").map((row) => markWidth(printRow(row, mark).text));
  const room = widest(published, plain) + valueGap + (marks.length > 0 ? Math.max(...marks) + 6 : 0);
  return along(zeroBased(values), [start, start + length - Math.sign(length) * room]);
}

interface SideFrame {
  readonly side: "left" | "right";
  readonly name: string;
  /** Middle of the side's name; the baseline reaches from `start` to `bottom`. All in px. */
  readonly top: number;
  readonly start: number;
  readonly bottom: number;
  /** Where marks of withheld cells stand. */
  readonly edge: number;
  readonly scale: LinearScale;
  readonly colour: Token;
  readonly mark: Mark;
}

function drawSide(cells: readonly {readonly row: TidyRow; readonly y: number}[], frame: SideFrame): readonly Layer[] {
  const {side, name, top, start, bottom, edge, scale, colour, mark} = frame;
  const isLeft = side === "left";
  const anchor = isLeft ? "end" : "start";
  const bars = cells.flatMap(({row, y}) => {
    const x = printedValue(row);
    return x === undefined ? [] : [{row, x, y, text: printRow(row, mark).text}];
  });
  const hidden = cells.flatMap(({row, y}) => {
    const {text} = printRow(row, mark);
    if (printedValue(row) !== undefined) return [];
    return [
      {
        claim: claims(row, "mark"),
        x: isLeft ? edge + 1 : edge - markWidth(text),
        y,
        text,
        isWithheld: isHeldBack(row.cell),
      },
    ];
  });
  const marks = [
    labels([{x: 0, y: top, text: name, colour: "muted"}], {anchor}),
    barMarks(
      bars.map(({row, x, y}) => ({claim: claims(row, "x"), x, y, colour})),
      barHeight,
    ),
    ruleX([0], {y1: start, y2: bottom, stroke: ink("rule")}),
    labels(
      bars.map(({row, x, y, text}) => ({claim: claims(row, "text"), x, y, text})),
      {anchor, dx: isLeft ? -valueGap : valueGap},
    ),
  ];
  return [{x: scale, marks}, {marks: drawWithheldMarks(hidden)}];
}
