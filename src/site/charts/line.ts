import {ruleX} from "@observablehq/plot";
import {z} from "zod";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {labels, strong} from "./parts/labels.ts";
import {legend} from "./parts/legend.ts";
import {endOf, nameEnds, nameOnly} from "./parts/lineEnds.ts";
import {lineAxes, lineFrame} from "./parts/lineFrame.ts";
import {lineSeries} from "./parts/lineSeries.ts";
import {drawList} from "./parts/mapArea.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {ink, type Drawing} from "./parts/svg.ts";

const milestone = z.strictObject({at: z.union([z.string(), z.number()]).transform(String), text: z.string()});
const options = {
  milestones: {
    schema: z.array(milestone).default([]),
    says: "a list of `at` (a category) and `text`, lettered A, B … and explained beneath",
  },
} satisfies ChartOptions;

/** Values over time from nought, one line for every population, named at its end, with lettered milestones. */
export const line = defineChart({
  spoken: "Line chart",
  draws: "one variable of times",
  variables: [1],
  ranks: "nothing",
  repeats: "panels",
  options,
  draw,
  leavesOut: () => ["totals", "not-stated", "outside", "not-applicable"],
  tells: () => [],
  notes: () => [],
});

type Input = ChartInput<OptionValues<typeof options>>;

function draw({data, scaled, options: {milestones}, canvas}: Input): Drawing {
  const {width, isNarrow, isPanel = false} = canvas;
  const [time] = data.dimensions;
  if (time === undefined) return {width, height: 0, shapes: [], scales: []};
  const times = time.categories.filter(({role}) => role === "value");
  const ends = data.panels.length < 2 || isPanel ? [] : data.panels.map((panel) => endOf(panel, times, data.mark));
  const names = isNarrow ? [] : ends.map(({label}) => label);
  const frame = lineFrame(scaled, {...canvas, times, names, hasMilestones: milestones.length > 0});
  const {x, y, foot} = frame;
  const events = milestones.map(({at, text}, index) => {
    const category = times.find(({name}) => name === at);
    if (category === undefined)
      throw new ChartError(`milestones.${String(index)}.at`, `"${at}" is not a category of ${time.name}`);
    return {...category, letter: String.fromCharCode(65 + index), text};
  });
  const letters = events.map(({name, letter}) => ({x: name, y: 10, text: letter}));
  // On a phone names beside the lines would leave these no room.
  const key = isNarrow ? legend(ends.map(nameOnly), "dot", {left: 0, top: foot + 40, width}) : undefined;
  const under = foot + 34 + (key && ends.length > 0 ? key.height + 12 : 0);
  const list = drawList(
    events.map(({letter, label, text}) => ({text: `${letter}  ${label}: ${text}`})),
    {left: 0, top: under, width},
  );
  const uprights = ruleX(events, {x: "name", y1: y.range[1] - 8, y2: foot, stroke: ink("rule")});
  return plotFigure({width, height: under + list.height + 2}, [
    ...lineAxes(times, frame),
    {x, marks: [uprights, labels(letters, {style: strong, anchor: "middle"})]},
    ...data.panels.flatMap((panel) =>
      lineSeries(panel, times, {frame, mark: data.mark, isAlone: data.panels.length < 2}),
    ),
    {marks: [...(key?.marks ?? nameEnds(ends, frame)), ...list.marks]},
  ]);
}
