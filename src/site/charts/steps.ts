import {ruleX} from "@observablehq/plot";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../tidy/printRow.ts";
import {markOf} from "../words/marks.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {barMarks} from "./parts/barMarks.ts";
import {claims, madeOf} from "./parts/claim.ts";
import {colourOf} from "./parts/colourOf.ts";
import {drawWithheldMarks, markWidth} from "./parts/drawWithheldMarks.ts";
import {labels, lineHeight, plain, widest} from "./parts/labels.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {along, zeroBased} from "./parts/scale.ts";
import {stackDown} from "./parts/stackDown.ts";
import {stepsOf, type PathwayStep} from "./parts/stepShares.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

/** Of a bar, and of the room over it for the share that it is of the bar before, in px. */
const sizes = {bar: 22, share: 28, gap: 6} as const;

/** How many of those who began a pathway reached each of its steps, and which share of the step before they are. */
export const steps = defineChart({
  spoken: "Step chart",
  draws:
    "a pathway: counts of one population in a list, each asked with all that the one before is asked with, and more",
  variables: [1],
  ranks: "nothing",
  repeats: "nothing",
  belowNought: "refused",
  options: {},
  draw,
  leavesOut: () => [],
  tells: (input) =>
    stepsIn(input).flatMap(({label, share}) =>
      share?.cell.status === "published" ? [`${label}: ${share.text} of the step before.`] : [],
    ),
  notes: (input) => [
    "Each bar counts those of the bar before who went on; each percentage is of the bar before.",
    ...marksOfShares(stepsIn(input), input),
  ],
});

function stepsIn({data, order}: Pick<ChartInput, "data" | "order">): readonly PathwayStep[] {
  return stepsOf(data, order);
}

/** What the marks of shares mean that no count has. */
function marksOfShares(all: readonly PathwayStep[], {data: {mark}}: Pick<ChartInput, "data">): readonly string[] {
  const told = all.flatMap(({share}) => {
    if (share?.cell.status !== "unreliable" && share?.cell.status !== "not-applicable") return [];
    const {text, meaning} = markOf(share.cell, mark);
    return [`${text}: ${meaning}.`];
  });
  return [...new Set(told)];
}

type Placed = PathwayStep & {readonly y: number};

function draw(input: ChartInput): Drawing {
  const {width, isNarrow} = input.canvas;
  const named = stepsIn(input).map((step) => {
    const name = wrapText(step.label, isNarrow ? width : width * 0.34, plain);
    // On a phone a step's name stands over its bar, and the share over the name.
    return {...step, name, over: (step.share ? sizes.share : 0) + (isNarrow ? name.length * lineHeight + 3 : 0)};
  });
  const names = named.flatMap(({name}) => name);
  const left = isNarrow ? 0 : widestLine(names, plain) + 12;
  const {rows, bottom} = stackDown(named, 4, ({name, over}) => over + Math.max(sizes.bar, isNarrow ? 0 : name.length * lineHeight)); // prettier-ignore
  const placed = rows.map((row) => ({...row, y: row.top + row.over + (row.height - row.over) / 2}));
  const words = placed.map(({name, y}) =>
    isNarrow ? {x: 0, y: y - sizes.bar / 2 - 3 - (name.length * lineHeight) / 2, text: name} : {x: left - 12, y, text: name},
  ); // prettier-ignore
  return plotFigure({width, height: bottom + 4}, [
    {marks: [labels(words, {anchor: isNarrow ? "start" : "end"})]},
    ...drawBars(placed, left, input),
    {marks: drawShares(rows, left)},
  ]);
}

/** Bars from nought with their counts at their ends, and marks at the right for counts that are not published. */
function drawBars(placed: readonly Placed[], left: number, {data, canvas: {width}}: ChartInput): readonly Layer[] {
  const cells = placed.map(({row, y}) => ({row, y, text: printRow(row, data.mark).text, value: printedValue(row)}));
  const shown = cells.flatMap(({value, ...cell}) => (value === undefined ? [] : [{...cell, x: value}]));
  const hidden = cells.filter(({value}) => value === undefined);
  const gutter = width - Math.max(0, ...hidden.map(({text}) => markWidth(text)));
  const texts = shown.map(({text}) => text);
  const end = gutter - widest(texts, plain) - sizes.gap - (hidden.length > 0 ? 10 : 0);
  const x = along(zeroBased(shown.map((cell) => cell.x)), [left, end]);
  const [panel] = data.panels;
  const colour = panel ? colourOf(panel) : "population-1";
  const ground = placed.map(({y}) => ({from: y - sizes.bar / 2 - 2, to: y + sizes.bar / 2 + 2}));
  return [
    {
      x,
      marks: [
        barMarks(
          shown.map((cell) => ({claim: claims(cell.row, "x"), x: cell.x, y: cell.y, colour})),
          sizes.bar,
        ),
        ruleX(ground, {x: () => 0, y1: "from", y2: "to", stroke: ink("rule")}),
        labels(
          shown.map((cell) => ({claim: claims(cell.row, "text"), x: cell.x, y: cell.y, text: cell.text})),
          {dx: sizes.gap},
        ),
      ],
    },
    {
      marks: drawWithheldMarks(
        hidden.map(({row, y, text}) => ({
          claim: claims(row, "mark"),
          text,
          isWithheld: isHeldBack(row.cell),
          x: gutter,
          y,
        })),
      ),
    },
  ];
}

/** Between two bars, at their beginning, the share that the lower one is of the upper one. */
function drawShares(rows: readonly (PathwayStep & {readonly top: number})[], left: number): Layer["marks"] {
  const texts = rows.flatMap(({row, share, top}) => {
    if (share === undefined) return [];
    const isTold = share.cell.status === "published";
    const claim = madeOf([share.before, row], "share that went on", isTold ? "made-number" : "made-mark");
    const text = isTold ? `↓ ${share.text} of these` : `↓ ${share.text}`;
    return [{claim, x: left, y: top + sizes.share / 2, text, colour: "muted" as const}];
  });
  return [labels(texts)];
}
