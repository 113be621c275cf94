import {z} from "zod";
import type {TidyRow} from "../figures/tidyRow.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {orderCategories, requireDimensions, sortOption} from "./parts/orderCategories.ts";
import {frameOf, rowOf, tracksOf} from "./parts/dotTrack.ts";
import type {Drawing, Shape} from "./parts/svg.ts";
import {lineHeight, plain, textAt} from "./parts/textAt.ts";
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
  const categories = orderCategories(data, sort);
  const labels = categories.map(({label}) => wrapText(label, isNarrow ? width - 70 : width * 0.34, plain));
  const left = isNarrow ? 0 : widestLine(labels.flat(), plain) + 12;
  const {tracks, heading} = tracksOf(data, options, {width, isNarrow, left});
  const bands: (readonly [number, number])[] = [];
  const shapes: Shape[] = [];
  let y = heading;
  for (const [index, category] of categories.entries()) {
    const lines = labels[index] ?? [];
    const labelHeight = lines.length * lineHeight;
    const rowHeight = isNarrow ? labelHeight + 20 : Math.max(24, labelHeight + 6);
    const middle = isNarrow ? y + labelHeight + 8 : y + rowHeight / 2;
    const place = isNarrow ? {x: 0, y: y + labelHeight / 2} : {x: left - 12, y: middle};
    shapes.push(textAt(lines, place, {anchor: isNarrow ? "start" : "end"}));
    const valueY = isNarrow && tracks.length === 1 ? y + labelHeight / 2 : middle;
    for (const track of tracks) shapes.push(...rowOf({track, category, data, intervals}, {y: middle, valueY}));
    if (isNarrow) bands.push([middle - 9, middle + 9]);
    y += rowHeight;
  }
  if (!isNarrow) bands.push([heading, y]);
  const frames = tracks.flatMap((track) => frameOf(track, {data, bands, top: heading, bottom: y}));
  return {width, height: y + 24, shapes: [...frames, ...shapes]};
}
