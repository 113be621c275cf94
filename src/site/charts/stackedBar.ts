import {z} from "zod";
import type {Dimension} from "../tidy/figureData.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {paintsOf, type Paint} from "./parts/colourOf.ts";
import {labels, lineHeight, plain, type Label} from "./parts/labels.ts";
import {fitsInOneRow, legend, type Placed} from "./parts/legend.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {along, type LinearScale} from "./parts/scale.ts";
import {barHeight, drawStacks, layOutStack, stackLabels, type StackedBar} from "./parts/stack.ts";
import {stacksOf, type Stack} from "./parts/stacksOf.ts";
import type {Drawing} from "./parts/svg.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const options = {
  colours: {
    schema: z.enum(["categories", "ordered"]).optional(),
    says: "`ordered` (one hue from dark to light) for categories with an order of their own, `categories` otherwise",
  },
} satisfies ChartOptions;

/**
 * Shares that add to one, as one bar for every population, or for every category of a second variable. Where a part is
 * withheld, the published parts stand side by side from nought and the rest is named beneath with its mark: a gap of
 * true width would tell it.
 */
export const stackedBar = defineChart({
  spoken: "Stacked bar chart",
  draws: "shares that add to one; a second variable gives a bar for each of its categories",
  variables: [1, 2],
  ranks: "nothing",
  belowNought: "refused",
  repeats: "nothing",
  options,
  draw: (input): Drawing => {
    if (input.data.dimensions[0]?.isMulti === true) {
      throw new ChartError("", "shares of a question with several answers do not add up: use bars or dots");
    }
    if (input.data.omitted.length > 0) {
      throw new ChartError(
        "omit",
        "a bar of shares that add to one has no part to leave out: ask the shares among stated",
      );
    }
    return draw(input);
  },
  leavesOut: () => ["not-stated", "not-applicable"],
  tells: () => [],
  notes: () => [],
});

type Input = ChartInput<OptionValues<typeof options>>;

function draw({data, options: {colours}, canvas: {width, isNarrow}}: Input): Drawing {
  const [segments] = data.dimensions;
  const stacks = stacksOf(data);
  const [first] = stacks;
  if (segments === undefined || first === undefined) return {width, height: 0, shapes: [], scales: []};
  const values = segments.categories.filter(({role}) => role === "value");
  const paints = paintsOf(segments.categories, colours === undefined ? values.length > 4 : colours === "ordered");
  const hasLabels = stacks.length > 1;
  const named = stacks.map((stack) => {
    const text = hasLabels ? wrapText(stack.label, isNarrow ? width : width * 0.3, plain) : [];
    return {stack, text, nameHeight: text.length * lineHeight};
  });
  const left =
    isNarrow || !hasLabels
      ? 0
      : widestLine(
          named.flatMap(({text}) => text),
          plain,
        ) + 12;
  const scale = along([0, first.whole], [left, width - 1]);
  const head = drawHead({segments, paints, stacks}, scale);
  const bars: StackedBar[] = [];
  const names: Label[] = [];
  let y = head.height;
  for (const {stack, text, nameHeight} of named) {
    // A label of many lines is taller than its bar: the bar then stands at its middle.
    const shift = isNarrow ? nameHeight + (hasLabels ? 4 : 0) : Math.max(0, (nameHeight - barHeight) / 2);
    const bar = layOutStack(stack, {top: y + shift, scale, paints, mark: data.mark});
    names.push(isNarrow ? {x: 0, y: y + nameHeight / 2, text} : {x: left - 12, y: y + shift + barHeight / 2, text});
    bars.push(bar);
    y += Math.max(shift + bar.height, nameHeight) + 14;
  }
  return plotFigure({width, height: y - 8}, [
    {marks: [...head.marks, labels(hasLabels ? names : [], {anchor: isNarrow ? "start" : "end"})]},
    ...drawStacks(bars, scale),
  ]);
}

interface HeadInput {
  readonly segments: Dimension;
  readonly paints: ReadonlyMap<string, Paint>;
  readonly stacks: readonly Stack[];
}

/** The names of the parts: over the first bar where they fit there, beside swatches otherwise. */
function drawHead({segments, paints, stacks}: HeadInput, scale: LinearScale): Placed {
  const drawn = stacks.flatMap(({parts}) => parts.map(({category}) => category.name));
  const shown = segments.categories.filter(({name}) => drawn.includes(name));
  const [left, right] = scale.range;
  const [first] = stacks;
  const isWhole = first?.parts.every(({row}) => row.cell.status === "published") ?? false;
  const names = shown.map(({label}) => label);
  if (isWhole && first && fitsInOneRow(names, right - left)) {
    const placed = stackLabels(first, scale);
    if (placed) return {marks: placed, height: 26};
  }
  const items = shown.map(({label, name}) => ({label, colour: paints.get(name)?.fill ?? ("not-stated" as const)}));
  const start = fitsInOneRow(names, right - left - 100) ? left : 0;
  const key = legend(items, "edged box", {left: start, top: 0, width: right});
  return {marks: key.marks, height: key.height + 12};
}
