import {ruleX, ruleY, type Markish} from "@observablehq/plot";
import {rowAt, type FigureData} from "../tidy/figureData.ts";
import type {Change} from "../tidy/changesOf.ts";
import {isHeldBack} from "../tidy/isHeldBack.ts";
import {printRow} from "../tidy/printRow.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {formatNumber} from "../words/formatCell.ts";
import {signedNumber} from "../words/signedNumber.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {claiming, claims, madeOf, scaleClaim} from "./parts/claim.ts";
import {colourOf} from "./parts/colourOf.ts";
import {dotMarks} from "./parts/dotMarks.ts";
import {drawWithheldMarks, markWidth} from "./parts/drawWithheldMarks.ts";
import {labels, lineHeight, plain, widest, type Label} from "./parts/labels.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {along, around, roundValues, type LinearScale} from "./parts/scale.ts";
import {stackDown} from "./parts/stackDown.ts";
import {ink, type Drawing} from "./parts/svg.ts";
import {widestLine, wrapText} from "./parts/wrapText.ts";

const formula = "change in points";
const gap = 14;

/** How a share changed between two periods or editions, category by category, with intervals round nought and in words. */
export const change = defineChart({
  spoken: "Chart of changes",
  draws: "two series over one variable: a share of a period or an edition, and the same share of an earlier one",
  variables: [1],
  ranks: "nothing",
  repeats: "nothing",
  belowNought: "refused",
  options: {},
  draw,
  leavesOut: () => [],
  tells: (input) =>
    changedIn(input).flatMap(({label, made}) =>
      made === undefined
        ? []
        : [`${label}: ${signedNumber(made.points)} points, 95% interval ${endsOf(made)}, ${wordOf(made)}.`],
    ),
  notes: (input) => notesOf(input.data, changedIn(input)),
});

/** A category with its later and its earlier number, and what parts them where both are published. */
interface Changed {
  readonly label: string;
  readonly rows: readonly [later: TidyRow, earlier: TidyRow];
  readonly made?: Change;
}

function changedIn({data, order}: Pick<ChartInput, "data" | "order">): readonly Changed[] {
  const [later, earlier] = data.panels;
  if (later === undefined || earlier === undefined || data.panels.length > 2 || later.query.measure !== "share")
    throw new ChartError("show", "it draws two series of shares, the later one first. Ask these");
  return order.map(({name, label}) => {
    const rows = [rowAt(later, [name]), rowAt(earlier, [name])] as const;
    const [one, other] = rows;
    if (one?.key === undefined || other?.key === undefined)
      throw new ChartError(
        "show",
        `“${label}” is a category of one of the two series alone. Leave it out, or ask what both have`,
      );
    const made = data.changes.find(({at}) => at[0] === name);
    if (made === undefined && [one, other].every(({cell}) => cell.status === "published"))
      throw new ChartError(
        "show",
        "the first series is no share of a later period or edition than the second, of the same population and with nobody in both. Ask one share of two periods, the later one first",
      );
    return {label, rows: [one, other], ...(made && {made})};
  });
}

function notesOf({panels: [later, earlier]}: FigureData, all: readonly Changed[]): readonly string[] {
  const isMadeByUnanswered = all.some(({made}) => made?.isMadeByUnanswered === true);
  return [
    `Each dot is the share of ${later?.heading ?? ""} less that of ${earlier?.heading ?? ""}, in percentage points.`,
    "The lines through the dots are 95% intervals (Newcombe): how far chance alone may move a difference. Only where a line leaves out nought is it said that a share rose or fell; elsewhere it cannot be told.",
    ...(isMadeByUnanswered
      ? [
          "Nor can it be told where a line leaves out nought and the shares of those who answered do not differ beyond chance.",
        ]
      : []),
  ];
}

function wordOf({side}: Change): string {
  return {"1": "rose", "-1": "fell", "0": "cannot be told"}[`${side}`];
}

/** "−0.4 to +2.7" */
function endsOf({lower, upper}: Change): string {
  return `${signedNumber(lower)} to ${signedNumber(upper)}`;
}

function numbersOf(made: Change): string {
  return `${signedNumber(made.points)} (${endsOf(made)})`;
}

/** Where things stand along a row, in px. */
interface Columns {
  /** Right end of the names, on a wide page. */
  readonly names: number;
  readonly scale: LinearScale;
  /** Right end of the numbers. */
  readonly numbers: number;
}

function draw(input: ChartInput): Drawing {
  const {data, canvas: {width, isNarrow}} = input; // prettier-ignore
  const all = changedIn(input);
  const named = all.map((one) => ({...one, name: wrapText(one.label, isNarrow ? width - 110 : width * 0.27, plain)}));
  const columns = columnsOf(named, input);
  const {rows, bottom} = stackDown(named, 6, ({name}) =>
    isNarrow ? name.length * lineHeight + 24 : Math.max(26, name.length * lineHeight + 6),
  );
  const placed = rows.map((row) => {
    const line = row.top + (row.name.length * lineHeight) / 2;
    return {...row, nameY: isNarrow ? line : row.middle, y: isNarrow ? row.top + row.name.length * lineHeight + 10 : row.middle};
  }); // prettier-ignore
  const names = placed.map(({name, nameY}) => ({x: isNarrow ? 0 : columns.names, y: nameY, text: name}));
  const words = placed.flatMap(({made, rows: own, nameY}): readonly Label[] =>
    made === undefined ? [] : [{claim: madeOf(own, formula, "made-word"), x: width, y: nameY, text: wordOf(made), colour: "muted"}],
  ); // prettier-ignore
  return plotFigure({width, height: bottom + 24 + lineHeight}, [
    {marks: [labels(names, {anchor: isNarrow ? "start" : "end"}), labels(words, {anchor: "end"})]},
    ...drawDifferences(placed, columns, {data, bottom, bands: isNarrow ? placed.map(({y}) => [y - 9, y + 9]) : [[6, bottom]]}),
  ]); // prettier-ignore
}

function columnsOf(
  named: readonly (Changed & {readonly name: readonly string[]})[],
  {data, canvas: {width, isNarrow}}: ChartInput,
): Columns {
  const made = named.flatMap((one) => one.made ?? []);
  const marks = named.flatMap(({rows, made: one}) => (one === undefined ? markWidth(markIn(rows, data)) : []));
  const numbers = Math.max(0, ...marks, widest(made.map(numbersOf), plain));
  const words = isNarrow ? 0 : widest(made.map(wordOf), plain) + gap;
  const end = width - words;
  const names = isNarrow ? 0 : widestLine(named.flatMap(({name}) => name), plain); // prettier-ignore
  const domain = around([0, ...made.flatMap(({points, lower, upper}) => [points, lower, upper])]);
  // The number of the first tick reaches to the left of it.
  const half = isNarrow ? widest([formatNumber(domain[0], 0)], plain) / 2 + 2 : gap;
  return {names, numbers: end, scale: along(domain, [names + half, end - numbers - gap])};
}

/** The mark of a change of which one number is not published: the later one's, if that is not. */
function markIn(rows: Changed["rows"], {mark}: FigureData): string {
  const hidden = rows.find(({cell}) => cell.status !== "published");
  return hidden === undefined ? "" : printRow(hidden, mark).text;
}

interface DifferenceFrame {
  readonly data: FigureData;
  readonly bottom: number;
  /** From and to where upright lines are drawn. */
  readonly bands: readonly (readonly number[])[];
}

type PlacedChange = Changed & {readonly y: number};

/** Dots with their intervals on one scale, nought as a line, numbers beside, and marks where a number is not published. */
function drawDifferences(
  placed: readonly PlacedChange[],
  {scale, numbers}: Columns,
  frame: DifferenceFrame,
): readonly Layer[] {
  const [panel] = frame.data.panels;
  const colour = panel ? colourOf(panel) : "population-1";
  const told = placed.flatMap(({made, ...row}) => (made === undefined ? [] : [{...row, ...made, made}]));
  const dots = told.map(({rows, points, y}) => ({claim: madeOf(rows, formula, "x-made"), x: points, y, colour}));
  const lines = told.map(({rows, ...one}) => ({...one, claim: madeOf(rows, formula, "x-made-interval")}));
  const texts = told.map(({rows, made, y}) => ({
    claim: madeOf(rows, formula, "made-number"),
    x: numbers,
    y,
    text: numbersOf(made),
  }));
  const [from, to] = scale.domain;
  const measured = [
    ...axisMarks(scale, frame),
    ruleY(placed, {x1: () => from, x2: () => to, y: "y", stroke: ink("grid")}),
    ruleY(lines, {...claiming, x1: "lower", x2: "upper", y: "y", stroke: ink(colour), strokeWidth: 2}),
    dotMarks(dots),
  ];
  return [
    // Where no change is told, there is nothing that a scale would say.
    ...(told.length > 0 ? [{x: scale, marks: measured}] : []),
    {marks: [labels(texts, {anchor: "end"})]},
    {marks: drawWithheldMarks(placed.flatMap((row) => markOfRow(row, numbers, frame.data)))},
  ];
}

function markOfRow({rows, made, y}: PlacedChange, right: number, data: FigureData) {
  const hidden = rows.filter(({cell}) => cell.status !== "published");
  if (made !== undefined) return [];
  const text = markIn(rows, data);
  const isWithheld = hidden.some(({cell}) => isHeldBack(cell));
  return [
    {
      claim: claims(hidden, "mark"),
      textClaim: madeOf(rows, formula, "made-mark"),
      text,
      isWithheld,
      x: right - markWidth(text),
      y,
    },
  ];
}

/** Lines at round values, nought darker, with their numbers beneath and what they are of. */
function axisMarks(scale: LinearScale, {bands, bottom}: DifferenceFrame): readonly Markish[] {
  const values = roundValues(scale.domain, scale.range[1] - scale.range[0] > 300 ? 7 : 5);
  const step = (values[1] ?? 1) - (values[0] ?? 0);
  const decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
  const at = values.flatMap((value) => bands.map(([from = 0, to = 0]) => ({value, from, to})));
  const ticks = values.map((value) => ({
    claim: scaleClaim("x-tick"),
    x: value,
    y: bottom + 12,
    text: formatNumber(value, decimals),
    colour: "muted" as const,
  }));
  const [from, to] = scale.domain;
  const title = [
    {x: (from + to) / 2, y: bottom + 12 + lineHeight, text: "percentage points", colour: "muted" as const},
  ];
  return [
    ruleX(at, {
      x: "value",
      y1: "from",
      y2: "to",
      stroke: ({value}: {value: number}) => ink(value === 0 ? "muted" : "grid"),
    }),
    labels(ticks, {anchor: "middle"}),
    labels(title, {anchor: "middle"}),
  ];
}
