import {z} from "zod";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {axisHeight, drawTrack, tracksOf} from "./parts/dotTrack.ts";
import {intervalNotes} from "./parts/intervalNotes.ts";
import {labels, lineHeight, plain} from "./parts/labels.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {stackDown} from "./parts/stackDown.ts";
import type {Drawing} from "./parts/svg.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = {
  intervals: {schema: z.boolean().default(true), says: "`false` for dots without their 95% intervals"},
  zero: {
    schema: z.boolean().optional(),
    says: "whether the scale starts at nought, as it does but for means and shares within each category",
  },
} satisfies ChartOptions;

/**
 * Many areas or prisons, one dot each, with 95% intervals and the whole region's value as a line where the figure asks
 * for that value beside the others. Values stand in a column of their own.
 */
export const rankedDots = defineChart({
  spoken: "Dot plot",
  draws: "one variable of many categories; a single number in `show` becomes a line to compare with",
  variables: [1],
  ranks: "categories",
  belowNought: "drawn",
  repeats: "nothing",
  options,
  draw,
  leavesOut: () => [],
  tells: () => [],
  notes: ({data: {panels}, options: {intervals}}) =>
    intervals ? intervalNotes(panels.flatMap(({rows}) => rows).filter(hasInterval)) : [],
});

type Input = ChartInput<OptionValues<typeof options>>;

function hasInterval({cell}: TidyRow): boolean {
  return cell.status === "published" && cell.lower !== undefined && cell.upper !== undefined;
}

function draw({data, options, order, canvas: {width, isNarrow}}: Input): Drawing {
  const {intervals} = options;
  const named = order.map((category) => {
    const text = wrapText(category.label, isNarrow ? width - 70 : width * 0.34, plain);
    return {category, text, nameHeight: text.length * lineHeight};
  });
  const left = isNarrow
    ? 0
    : widestLine(
        named.flatMap(({text}) => text),
        plain,
      ) + 12;
  const {tracks, heading} = tracksOf(data, options, {width, isNarrow, left});
  const {rows, bottom} = stackDown(named, heading, ({nameHeight}) =>
    isNarrow ? nameHeight + 20 : Math.max(24, nameHeight + 6),
  );
  const placed = rows.map(({category, text, top, middle, nameHeight}) => {
    // On a phone the dots stand beneath their name, and a single panel's value beside it.
    const name = isNarrow ? {x: 0, y: top + nameHeight / 2, text} : {x: left - 12, y: middle, text};
    const y = isNarrow ? top + nameHeight + 8 : middle;
    return {category, name, y, valueY: isNarrow && tracks.length === 1 ? name.y : y};
  });
  const bands = isNarrow ? placed.map(({y}) => ({from: y - 9, to: y + 9})) : [{from: heading, to: bottom}];
  const frame = {data, intervals, bands, top: heading, bottom};
  const names = labels(
    placed.map(({name}) => name),
    {anchor: isNarrow ? "start" : "end"},
  );
  const drawn = tracks.flatMap((track) => drawTrack(track, placed, frame));
  const foot = Math.max(...tracks.map(({axis}) => axisHeight(axis)));
  return plotFigure({width, height: bottom + foot}, [{marks: [names]}, ...drawn]);
}
