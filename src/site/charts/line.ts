import {lineY, ruleX, ruleY, scale, type Scale} from "@observablehq/plot";
import {z} from "zod";
import type {Mark} from "../../publication/index.ts";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../tidy/figureData.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {axisWords, type AxisWords} from "./parts/axisWords.ts";
import {claims} from "./parts/claim.ts";
import {colourOf} from "./parts/colourOf.ts";
import {dotMarks} from "./parts/dotMarks.ts";
import {labels, plain, strong, widest, type Label} from "./parts/labels.ts";
import {drawList} from "./parts/mapArea.ts";
import {legend} from "./parts/legend.ts";
import {endLines, endOf, nameEnds, nameOnly} from "./parts/lineEnds.ts";
import {measureText} from "./parts/measureText.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {along, roundValues, zeroBased, type LinearScale} from "./parts/scale.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {hatchedBoxes, type Box} from "./parts/drawWithheldMarks.ts";

const milestone = z.strictObject({at: z.union([z.string(), z.number()]).transform(String), text: z.string()});
const options = {
  milestones: {
    schema: z.array(milestone).default([]),
    says: "a list of `at` (a category) and `text`, lettered A, B … and explained beneath",
  },
} satisfies ChartOptions;

const plotHeight = 260;
/** Room over the axis for its unit, in px. */
const unitHeight = 22;

/** Values over time from nought, one line for every population, named at its end, with lettered milestones. */
export const line = defineChart({
  spoken: "Line chart",
  draws: "one variable of times",
  variables: [1],
  ranks: "nothing",
  options,
  draw,
  leavesOut: () => ["totals", "not-stated", "outside", "not-applicable"],
  notes: () => [],
});

type Input = ChartInput<OptionValues<typeof options>>;

function draw({data, options: {milestones}, canvas: {width, isNarrow}}: Input): Drawing {
  const [time] = data.dimensions;
  if (time === undefined) return {width, height: 0, shapes: [], scales: []};
  const times = time.categories.filter(({role}) => role === "value");
  const frame = frameOf(data, {width, isNarrow, times, hasMilestones: milestones.length > 0});
  const {x, y, foot} = frame;
  const events = milestones.map(({at, text}, index) => {
    const category = times.find(({name}) => name === at);
    if (category === undefined)
      throw new ChartError(`milestones.${String(index)}.at`, `"${at}" is not a category of ${time.name}`);
    return {...category, letter: String.fromCharCode(65 + index), text};
  });
  const letters = events.map(({name, letter}) => ({x: name, y: 10, text: letter}));
  const ends = data.panels.length < 2 ? [] : data.panels.map((panel) => endOf(panel, times, data.mark));
  // On a phone names beside the lines would leave these no room.
  const key = isNarrow ? legend(ends.map(nameOnly), "dot", {left: 0, top: foot + 40, width}) : undefined;
  const under = foot + 34 + (key && ends.length > 0 ? key.height + 12 : 0);
  const list = drawList(
    events.map(({letter, label, text}) => ({text: `${letter}  ${label}: ${text}`})),
    {left: 0, top: under, width},
  );
  const uprights = ruleX(events, {x: "name", y1: y.range[1] - 8, y2: foot, stroke: ink("rule")});
  return plotFigure({width, height: under + list.height + 2}, [
    ...drawAxes(times, frame),
    {x, marks: [uprights, labels(letters, {style: strong, anchor: "middle"})]},
    ...data.panels.flatMap((panel) => drawSeries(panel, times, {frame, mark: data.mark, isAlone: ends.length === 0})),
    {marks: [...(key?.marks ?? nameEnds(ends, frame)), ...list.marks]},
  ]);
}

interface Frame {
  /** Times by their names, in px. */
  readonly x: Scale;
  readonly y: LinearScale;
  readonly axis: AxisWords;
  /** Left, right and lower end of the plot, and the right end of the drawing, in px. */
  readonly left: number;
  readonly end: number;
  readonly foot: number;
  readonly right: number;
}

interface FrameInput {
  readonly width: number;
  readonly isNarrow: boolean;
  readonly times: readonly DimensionCategory[];
  readonly hasMilestones: boolean;
}

function frameOf({panels, mark}: FigureData, {width, isNarrow, times, hasMilestones}: FrameInput): Frame {
  const values = panels.flatMap(({rows}) => rows.map(printedValue)).filter((value) => value !== undefined);
  const domain = zeroBased(values);
  const axis = axisWords({panels}, {from: domain[0], values: roundValues(domain, 5)}, "y");
  const top = (hasMilestones ? 28 : 10) + (axis.unit === "" ? 0 : unitHeight);
  const foot = top + plotHeight;
  const printed = axis.ticks.map(({text}) => text);
  const left = widest(printed, plain) + 34;
  const ends = panels.length < 2 || isNarrow ? [] : panels.map((panel) => endOf(panel, times, mark).label);
  const names =
    24 +
    widest(
      ends.flatMap((label) => endLines(label, width)),
      strong,
    );
  const lastLabel = measureText(times.at(-1)?.label ?? "", plain) / 2;
  const end = width - Math.max(names, lastLabel + 2);
  const x = scale({
    x: {type: "point", domain: times.map(({name}) => name), range: [left, end], padding: 0, round: false},
  });
  return {x, y: along(domain, [foot, top]), axis, left, end, foot, right: width};
}

function drawAxes(times: readonly DimensionCategory[], frame: Frame): readonly Layer[] {
  const {x, y, axis, left, end, foot} = frame;
  const {ticks, unit} = axis;
  const levels = ticks.map(({value, ...words}) => ({...words, x: left - 24, y: value}));
  const name = {x: 0, y: y.range[1] - unitHeight + 4, text: unit, colour: "muted"} as const;
  const room = (end - left) / Math.max(1, times.length - 1);
  const needed =
    widest(
      times.map(({label}) => label),
      plain,
    ) + 14;
  const every = Math.max(1, Math.ceil(needed / room));
  // The last label always stands; others keep their distance from it.
  const shown = times.filter((_, index) => (times.length - 1 - index) % every === 0);
  const dates = shown.map(({name, label}) => {
    const centre = Math.max(measureText(label, plain) / 2, Number(x.apply(name)));
    return {x: centre, y: foot + 16, text: label, colour: "muted" as const};
  });
  const stroke = (tick: number) => ink(tick === 0 ? "rule" : "grid");
  return [
    {
      y,
      marks: [
        ruleY(
          ticks.map(({value}) => value),
          {x1: left - 18, x2: end, stroke},
        ),
        labels(levels, {anchor: "end"}),
      ],
    },
    {marks: [labels(unit === "" ? [] : [name]), labels(dates, {anchor: "middle"})]},
  ];
}

function drawSeries(
  panel: Panel,
  times: readonly DimensionCategory[],
  {frame: {x, y, foot}, mark, isAlone}: {frame: Frame; mark: Mark; isAlone: boolean},
): readonly Layer[] {
  const colour = colourOf(panel);
  const points = times.map(({name}) => {
    const row = rowAt(panel, [name]);
    const value = row && printedValue(row);
    return {name, row, value};
  });
  const known = points.flatMap(({name, row, value}) =>
    row === undefined || value === undefined ? [] : [{row, claim: claims(row, "y"), x: name, y: value, colour}],
  );
  // Without a value for it, Plot breaks the line at a time and never draws across.
  const path = lineY(points, {
    className: "line",
    x: "name",
    y: ({value}: {value: number | undefined}) => value ?? NaN,
    stroke: ink(colour),
    strokeWidth: 2,
  });
  return [
    {x, y, marks: [path, dotMarks(known)]},
    {x, marks: [labels(isAlone ? endValues(known, y, mark) : [], {anchor: "middle"})]},
    {marks: hatchedBoxes(points.flatMap((point) => withheldBox(point, {x, foot})))},
  ];
}

interface KnownPoint {
  readonly row: TidyRow;
  readonly x: string;
  readonly y: number;
}

/** The first and the last value of a single line, above their dots. */
function endValues(known: readonly KnownPoint[], y: LinearScale, mark: Mark): readonly Label[] {
  const ends = [...new Set([known[0], known.at(-1)])].filter((point) => point !== undefined);
  return ends.map(({row, x, y: value}) => ({
    claim: claims(row, "text"),
    x,
    y: Math.max(8, y.apply(value) - 16),
    text: printRow(row, mark).text,
  }));
}

/** The mark of a time whose value is withheld: under the axis, whatever the value is. */
function withheldBox(
  {name, row}: {readonly name: string; readonly row: TidyRow | undefined},
  {x, foot}: Pick<Frame, "x" | "foot">,
): readonly Box[] {
  if (row === undefined || !isHeldBack(row.cell)) return [];
  return [{claim: claims(row, "mark"), x: Number(x.apply(name)) - 8, y: foot + 26, width: 16, height: 8}];
}
