import {z} from "zod";
import type {TidyRow} from "../figures/tidyRow.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {orderCategories, requireDimensions, sortOption} from "./parts/orderCategories.ts";
import {drawTrack, tracksOf} from "./parts/dotTrack.ts";
import {labels, lineHeight, plain} from "./parts/labels.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {stackDown} from "./parts/stackDown.ts";
import type {Drawing} from "./parts/svg.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = z.strictObject({
  sort: sortOption,
  /** 95% intervals as lines through the dots, where the release has them. */
  intervals: z.boolean().default(true),
  /** Whether the scale starts at nought; it does but for means and shares within each category. */
  zero: z.boolean().optional(),
});

/**
 * Many areas or prisons, one dot each, with 95% intervals and the whole region's value as a line where the figure asks
 * for that value beside the others. Values stand in a column of their own.
 */
export const rankedDots = defineChart({
  name: "ranked-dots",
  options,
  draw: (input): Drawing => {
    requireDimensions("ranked-dots", input.data, [1]);
    return draw(input);
  },
  notes: ({panels}, {intervals}) =>
    intervals && panels.some(({rows}) => rows.some(hasInterval))
      ? ["The lines through the dots are 95% confidence intervals (Wilson): how far chance alone may move a share."]
      : [],
});

type Input = ChartInput<z.output<typeof options>>;

function hasInterval({cell}: TidyRow): boolean {
  return cell.status === "published" && cell.lower !== undefined && cell.upper !== undefined;
}

function draw({data, options, canvas: {width, isNarrow}}: Input): Drawing {
  const {sort, intervals} = options;
  const named = orderCategories(data, sort).map((category) => {
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
  return plotFigure({width, height: bottom + 24}, [{marks: [names]}, ...drawn]);
}
