import {ruleX, ruleY, type Markish} from "@observablehq/plot";
import {z} from "zod";
import type {Mark} from "../../publication/index.ts";
import type {Benchmark, FigureData} from "../tidy/figureData.ts";
import {printRow, releasedValue} from "../tidy/printRow.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {breakLines, breaksAmong} from "./parts/breakLines.ts";
import {claiming, claims} from "./parts/claim.ts";
import {hollowDots} from "./parts/hollowDots.ts";
import {labels, strong} from "./parts/labels.ts";
import {legend} from "./parts/legend.ts";
import {endOf, nameEnds, nameOnly} from "./parts/lineEnds.ts";
import {lineAxes, lineFrame, type LineFrame, type TimePlace} from "./parts/lineFrame.ts";
import {lineSeries} from "./parts/lineSeries.ts";
import {drawList, type ListItem} from "./parts/mapArea.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {monthAt} from "./parts/timeOf.ts";

const milestone = z.strictObject({
  at: z.union([z.string(), z.number()]).transform(String),
  letter: z
    .string()
    .regex(/^[A-Z]$/, "one capital letter")
    .optional(),
  text: z.string(),
});
const options = {
  milestones: {
    schema: z.array(milestone).default([]),
    says: "a list of `at` (a category, or on a scale of time a month such as `2003-04`) and `text`, lettered A, B … or by `letter` and explained beneath",
  },
} satisfies ChartOptions;

/** Values over time from nought, one line for every population, named at its end, with lettered milestones. */
export const line = defineChart({
  spoken: "Line chart",
  draws: "one variable of times; a single number in `show` becomes a line to compare with",
  variables: [1],
  ranks: "nothing",
  belowNought: "drawn",
  repeats: "panels",
  options,
  draw,
  leavesOut: () => ["totals", "not-stated", "outside", "not-applicable"],
  tells: ({data, options: {milestones}}) =>
    eventsIn(data, milestones).map(({letter, label, text}) => `Milestone ${letter}, ${label}: ${text}.`),
  notes: ({data}) => [
    // Of one chart the line is named under it.
    ...(data.dimensions.length < 2 ? [] : data.benchmarks).map(
      ({name, isWhole}) => `${isWhole ? "Line across" : "Dashed line across"}: ${name}.`,
    ),
    ...hollowDots(data),
  ],
});

type Input = ChartInput<OptionValues<typeof options>>;

function draw({data, scaled, options: {milestones}, canvas}: Input): Drawing {
  const {width, isNarrow, isPanel = false} = canvas;
  const [time] = data.dimensions;
  if (time === undefined) return {width, height: 0, shapes: [], scales: []};
  const times = time.categories.filter(({role}) => role === "value");
  const ends = data.panels.length < 2 || isPanel ? [] : data.panels.map((panel) => endOf(panel, times, data.mark));
  const names = isNarrow ? [] : ends.map(({label}) => label);
  const breaks = breaksAmong(data, times);
  const frame = lineFrame(scaled, {
    ...canvas,
    times,
    names,
    isTimed: true,
    hasValues: data.panels.length < 2 && !isPanel,
    hasMarks: milestones.length + breaks.length > 0,
  });
  const {x, y, foot} = frame;
  const events = eventsIn(data, milestones).map((event, index) => ({...event, at: placeOf(event, {frame, index})}));
  if (events.length > 0 && isPanel)
    throw new ChartError("milestones", "small charts have no room for milestones: draw one chart, or leave them out");
  const letters = events.map(({at, letter}) => ({x: at, y: 10, text: letter}));
  // On a phone names beside the lines would leave these no room.
  const key = isNarrow ? legend(ends.map(nameOnly), "dot", {left: 0, top: foot + 40, width}) : undefined;
  const under = foot + 34 + (key && ends.length > 0 ? key.height + 12 : 0);
  const compared = isPanel ? [] : data.benchmarks.map((one) => benchmarkWords(one, data.mark));
  const told = [...compared, ...events.map((event) => ({text: wordsOfEvent(event)}))];
  const list = drawList(told, {left: 0, top: under, width});
  const uprights = ruleX(events, {x: "at", y1: y.range[1] - 8, y2: foot, stroke: ink("rule")});
  return plotFigure({width, height: under + list.height + 2}, [
    ...lineAxes(times, frame),
    {y, marks: data.benchmarks.flatMap((one) => benchmarkLine(one, frame))},
    {x, marks: [uprights, labels(letters, {style: strong, anchor: "middle"})]},
    ...breakLines(breaks, times, frame),
    ...data.panels.flatMap((panel) =>
      lineSeries(panel, times, {frame, mark: data.mark, isAlone: data.panels.length < 2}),
    ),
    {marks: [...(key?.marks ?? nameEnds(ends, frame)), ...list.marks]},
  ]);
}

interface Event {
  /** A category, or a month. */
  readonly name: string;
  readonly label: string;
  readonly letter: string;
  readonly text: string;
  readonly day?: Date;
}

/** The milestones with their letters. Throws ChartError for a time that is none of the figure's and no month. */
function eventsIn({dimensions: [time]}: FigureData, milestones: Input["options"]["milestones"]): readonly Event[] {
  return milestones.map(({at, letter, text}, index) => {
    const known = {name: at, letter: letter ?? String.fromCharCode(65 + index), text};
    const category = time?.categories.find(({name}) => name === at);
    if (category !== undefined) return {...known, label: category.label};
    const month = monthAt(at);
    if (month === undefined)
      throw new ChartError(
        optionAt(index),
        `"${at}" is neither a category of ${time?.name ?? ""} nor a month such as 2003-04`,
      );
    return {...known, ...month};
  });
}

function placeOf({name, day}: Event, {frame, index}: {frame: LineFrame; index: number}): TimePlace {
  if (day === undefined) return frame.at(name);
  const place = Number(frame.x.apply(day));
  if (frame.isTimed && place >= frame.left && place <= frame.end) return day;
  const why = frame.isTimed ? "lies outside the times drawn" : "is a month, and the times drawn are not all periods";
  throw new ChartError(optionAt(index), `"${name}" ${why}`);
}

function optionAt(index: number): string {
  return `milestones.${String(index)}.at`;
}

function wordsOfEvent({letter, label, text}: Event): string {
  return `${letter}, ${label}: ${text}`;
}

/** A number that the lines are held against, drawn across; dashed where it is no whole of theirs. */
function benchmarkLine({row, isWhole}: Benchmark, {left, end}: LineFrame): readonly Markish[] {
  const value = releasedValue(row);
  if (value === undefined) return [];
  const ends = {x1: left, x2: end, stroke: ink("region"), strokeWidth: 2, ...(!isWhole && {strokeDasharray: "6 3"})};
  return [ruleY([{claim: claims(row, "y")}], {...claiming, y: () => value, ...ends})];
}

function benchmarkWords({row, name, isWhole}: Benchmark, mark: Mark): ListItem {
  const claim = claims(row, releasedValue(row) === undefined ? "mark" : "text");
  return {claim, text: `${isWhole ? "Line across" : "Dashed line across"}: ${name}, ${printRow(row, mark).text}`};
}
