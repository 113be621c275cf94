import {z} from "zod";
import type {Dimension, DimensionCategory, FigureData} from "../figures/figureData.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {paintsOf, type Paint} from "./parts/colourOf.ts";
import {fitsInOneRow, legend} from "./parts/legend.ts";
import {requireDimensions} from "./parts/orderCategories.ts";
import {barHeight, drawStack, stacksOf, stackLabels, type Stack} from "./parts/stack.ts";
import {ink, shape, type Drawing, type Shape} from "./parts/svg.ts";
import {lineHeight, plain, textAt} from "./parts/textAt.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = z.strictObject({
  /** One hue from dark to light, for categories with an order of their own; different hues otherwise. */
  colours: z.enum(["categories", "ordered"]).optional(),
});

/**
 * Shares that add to one, as one bar for every population, or for every category of a second variable. Where a part is
 * withheld, the published parts stand side by side from nought and the rest is named beneath with its mark: a gap of
 * true width would tell it.
 */
export const stackedBar = defineChart({
  name: "stacked-bar",
  options,
  draw: (input): Drawing => {
    requireDimensions("stacked-bar", input.data, [1, 2]);
    if (input.data.dimensions[0]?.isMulti === true) {
      throw new ChartError(
        "stacked-bar",
        "",
        "shares of a question with several answers do not add up: use bars or dots",
      );
    }
    return draw(input);
  },
});

type Input = ChartInput<z.output<typeof options>>;

function draw({data, options: {colours}, canvas: {width, isNarrow}}: Input): Drawing {
  const [segments] = data.dimensions;
  if (segments === undefined) return {width, height: 0, shapes: []};
  const values = segments.categories.filter(({role}) => role === "value");
  const paints = paintsOf(segments.categories, colours === undefined ? values.length > 4 : colours === "ordered");
  const stacks = stacksOf(data);
  const labels = stacks.map(({label}) => wrapText(label, isNarrow ? width : width * 0.3, plain));
  const hasLabels = stacks.length > 1;
  const left = isNarrow || !hasLabels ? 0 : widestLine(labels.flat(), plain) + 12;
  const bar = {left, width: width - left - 1};
  const head = drawHead({data, segments, paints, stacks}, bar);
  const shapes: Shape[] = [...head.shapes];
  let y = head.height;
  for (const [index, stack] of stacks.entries()) {
    const lines = labels[index] ?? [];
    if (isNarrow && hasLabels) {
      shapes.push(textAt(lines, {x: 0, y: y + (lines.length * lineHeight) / 2}));
      y += lines.length * lineHeight + 4;
    }
    const labelHeight = isNarrow || !hasLabels ? 0 : lines.length * lineHeight;
    // A label of many lines is taller than its bar: the bar then stands at its middle.
    const drawn = drawStack(stack, {
      ...bar,
      top: y + Math.max(0, (labelHeight - barHeight) / 2),
      paints,
      mark: data.mark,
    });
    if (labelHeight > 0) shapes.push(textAt(lines, {x: left - 12, y: drawn.middle}, {anchor: "end"}));
    shapes.push(...drawn.shapes);
    y += Math.max(drawn.height + Math.max(0, (labelHeight - barHeight) / 2), labelHeight) + 14;
  }
  return {width, height: y - 8, shapes};
}

interface HeadInput {
  readonly data: FigureData;
  readonly segments: Dimension;
  readonly paints: ReadonlyMap<string, Paint>;
  readonly stacks: readonly Stack[];
}

/** The names of the parts: over the first bar where they fit there, beside swatches otherwise. */
function drawHead({segments, paints, stacks}: HeadInput, bar: {left: number; width: number}) {
  const drawn = stacks.flatMap(({parts}) => parts.map(({category}) => category.name));
  const shown = segments.categories.filter(({name}) => drawn.includes(name));
  const [first] = stacks;
  const isWhole = first?.parts.every(({row}) => row.cell.status === "published") ?? false;
  const names = shown.map(({label}) => label);
  if (isWhole && first && fitsInOneRow(names, bar.width)) {
    const placed = stackLabels(first, bar);
    if (placed) return {shapes: placed, height: 26};
  }
  const items = shown.map((category) => ({label: category.label, swatch: swatch(category, paints)}));
  const all = bar.left + bar.width;
  const key = legend(items, {left: fitsInOneRow(names, bar.width - 100) ? bar.left : 0, top: 0, width: all});
  return {shapes: key.shapes, height: key.height + 12};
}

function swatch({name}: DimensionCategory, paints: ReadonlyMap<string, Paint>) {
  return ([x, y]: readonly [number, number]): readonly Shape[] => [
    shape("rect", {
      x: x - 7,
      y: y - 7,
      width: 14,
      height: 14,
      fill: ink(paints.get(name)?.fill ?? "not-stated"),
      stroke: ink("rule"),
    }),
  ];
}
