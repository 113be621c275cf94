import {line, type Markish} from "@observablehq/plot";
import {z} from "zod";
import type {Mark} from "../../publication/index.ts";
import {rowAt, type DimensionCategory, type FigureData} from "../tidy/figureData.ts";
import {printRow} from "../tidy/printRow.ts";
import {isStillProvisional, type TidyRow} from "../tidy/tidyRow.ts";
import {formatNumber} from "../words/formatCell.ts";
import {listInWords} from "../words/listInWords.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput, type ChartOptions, type OptionValues} from "./defineChart.ts";
import {breaksAmong} from "./parts/breakLines.ts";
import {claiming, claims} from "./parts/claim.ts";
import {dotMarks} from "./parts/dotMarks.ts";
import {hollowDots} from "./parts/hollowDots.ts";
import {labels} from "./parts/labels.ts";
import {nameEnds, type LineEnd} from "./parts/lineEnds.ts";
import {lineAxes, lineFrame, type LineFrame} from "./parts/lineFrame.ts";
import {drawList} from "./parts/mapArea.ts";
import {placeNames} from "./parts/placeNames.ts";
import {plotFigure} from "./parts/plotFigure.ts";
import {pLines, pointsNeeded, signalsOf, xmrLines, type ProcessLine, type Signals} from "./parts/processLimits.ts";
import {alongLine} from "./parts/alongLine.ts";
import {around, withinPercent} from "./parts/scale.ts";
import {ink, type Drawing} from "./parts/svg.ts";

const options = {
  limits: {
    schema: z.enum(["xmr", "p"]).optional(),
    says: "`p` for limits by the base of each share, as shares `within` periods have where it is left out, `xmr` for limits by the differences between neighbours, as all others have",
  },
} satisfies ChartOptions;

const ofXmr =
  "The middle line is the mean of all points. The outer lines are control limits: the mean, and 2.66 times the mean difference between neighbouring points above and below it (XmR chart).";
const ofShares =
  "The middle line is the share of all periods together. The outer lines are control limits: three standard errors above and below it, by the number of records of each period (p-chart).";
const rules =
  "A point beyond a limit, or eight in a row on one side of the middle, tells that more than the usual variation is at work; what that is, it does not tell. A limit where no number can be is not drawn.";
const sharedMonths = "sums of several months share months: draw a line instead, or each month by itself";
const acrossBreak =
  "what is counted changed among its periods, and limits over both kinds would be those of neither: draw a line instead";
const provisional = "With so few points the limits are provisional.";

/** Values over time with the limits within which they vary by themselves, and which of them signal something else. */
export const controlChart = defineChart({
  spoken: "Control chart",
  draws: "one variable of times, eight or more of them, of which every value is published",
  variables: [1],
  ranks: "nothing",
  belowNought: "drawn",
  repeats: "nothing",
  options,
  draw,
  leavesOut: () => ["totals", "not-stated", "outside"],
  notes: (input) => {
    const {kind, points} = processOf(input);
    const few = points.length < pointsNeeded.settled ? [provisional] : [];
    return [kind === "p" ? ofShares : ofXmr, rules, ...few, ...hollowDots(input.data)];
  },
  tells: (input) => signalWords(processOf(input)),
});

type Input = Pick<ChartInput<OptionValues<typeof options>>, "data" | "options">;

interface Point {
  readonly time: DimensionCategory;
  readonly row: TidyRow;
  readonly value: number;
}

/** Points in order, and where they would lie by the usual variation alone. */
interface Process {
  readonly kind: "p" | "xmr";
  readonly points: readonly Point[];
  readonly lines: readonly ProcessLine[];
  readonly signals: Signals;
}

function processOf({data, options: {limits}}: Input): Process {
  const points = pointsOf(data);
  const shares = points.flatMap(({row: {cell, measure}}) =>
    measure === "share" && cell.status === "published" && cell.count !== undefined && cell.of !== undefined
      ? [{count: cell.count, of: cell.of}]
      : [],
  );
  const areOfPeriods = shares.length === points.length && data.panels[0]?.query.by.length === 0;
  if (limits === "p" && !areOfPeriods)
    throw new ChartError(
      "limits",
      "a p-chart draws shares that have each a base of their own. Write within before times",
    );
  const kind = limits ?? (areOfPeriods ? "p" : "xmr");
  const values = points.map(({value}) => value);
  const lines = kind === "p" ? pLines(shares) : xmrLines(values);
  return {kind, points, lines, signals: signalsOf(values, lines)};
}

/** The released value of every time: limits that leave some out would be those of another process. */
function pointsOf(data: FigureData): readonly Point[] {
  const {panels, dimensions: [time]} = data; // prettier-ignore
  const [panel, second] = panels;
  if (panel === undefined || second !== undefined)
    throw new ChartError("show", "a control chart draws one series. Draw the others in figures of their own");
  if ("months" in panel.query) throw new ChartError("show", sharedMonths);
  const times = time?.categories.filter(({role}) => role === "value") ?? [];
  if (breaksAmong(data, times).length > 0) throw new ChartError("show", acrossBreak);
  const points = times.flatMap((category): readonly Point[] => {
    const row = rowAt(panel, [category.name]);
    return row?.cell.status === "published" ? [{time: category, row, value: row.cell.value}] : [];
  });
  if (points.length < times.length)
    throw new ChartError(
      "show",
      "a number is withheld or not there, and limits need all of them. Draw a line instead, or ask longer periods",
    );
  if (points.length < pointsNeeded.least)
    throw new ChartError("show", "there are fewer than eight points, too few for limits. Draw a line instead");
  return points;
}

function draw(input: ChartInput<OptionValues<typeof options>>): Drawing {
  const {data, canvas} = input;
  const {width, isNarrow} = canvas;
  const process = processOf(input);
  const {points} = process;
  const times = points.map(({time}) => time);
  // A percentage of something else, as of the year before, may be more than a hundred.
  const isPercent = points.every(({row, value}) => row.unit === "percent" && value >= 0 && value <= 100);
  const isSigned = points.some(({value}) => value < 0);
  const lines = process.lines.filter(({values}) =>
    values.every((value) => (isSigned || value >= 0) && (!isPercent || value <= 100)),
  );
  const ends = lines.map((one) => endOf(one, points));
  const shown = [...points.map(({value}) => value), ...lines.flatMap(({values}) => values)];
  const domain = isSigned ? around(shown) : atLeastNought(isPercent ? withinPercent(around(shown)) : around(shown));
  const frame = lineFrame(data, {...canvas, times, domain, names: isNarrow ? [] : ends.map(({label}) => label)});
  const {x, y, foot, dots} = frame;
  const under = foot + (frame.axis.beginning === undefined ? 34 : 51);
  const named = isNarrow ? ends.flatMap(({label, claim}) => (claim ? [{text: label, claim}] : [])) : [];
  const told = [...named, ...signalWords(process).map((text) => ({text}))];
  const list = drawList(told, {left: 0, top: under, width});
  const circles = points.map(({time, row, value}) => {
    const isHollow = isStillProvisional(row);
    return {claim: claims(row, "y"), x: time.name, y: value, colour: "population-1" as const, isHollow};
  });
  const joined = {x: "x", y: "y", className: "line", stroke: ink("population-1"), strokeWidth: 2};
  return plotFigure({width, height: under + list.height + 2}, [
    ...lineAxes(times, frame),
    {x, y, marks: [...lines.map((one) => lineMark(one, points)), line(circles, joined), dotMarks(circles, dots)]},
    {
      marks: [
        ...(isNarrow ? [] : nameEnds(ends, frame)),
        labels(beyondNames(process, frame, data.mark)),
        ...list.marks,
      ],
    },
  ]);
}

function atLeastNought([from, to]: readonly [number, number]): readonly [number, number] {
  return [Math.max(0, from), to];
}

function lineMark({formula, values}: ProcessLine, points: readonly Point[]): Markish {
  const claim = {
    ...claims(
      points.map(({row}) => row),
      "limit",
    ),
    formula,
  };
  const data = points.map(({time}, index) => ({claim, x: time.name, y: values[index]}));
  const isCentre = formula.endsWith("centre");
  return line(data, {
    ...claiming,
    x: "x",
    y: "y",
    stroke: ink(isCentre ? "region" : "rule"),
    strokeWidth: isCentre ? 2 : 1.5,
  });
}

const lineNames: Readonly<Record<string, string>> = {upper: "Upper limit", centre: "Mean", lower: "Lower limit"};

/** A line's name, with its number where it stands at one height. */
function endOf({formula, values}: ProcessLine, points: readonly Point[]): LineEnd {
  const [kind, side = ""] = formula.split(" ");
  const name = side === "centre" && kind === "p" ? "All" : (lineNames[side] ?? "");
  const [value] = values.slice(-1);
  const common = {name, colour: "region", value} as const;
  if (value === undefined || new Set(values).size > 1) return {...common, label: name};
  const isPercent = points.every(({row}) => row.unit === "percent");
  const claim = {
    ...claims(
      points.map(({row}) => row),
      "limit-number",
    ),
    formula,
  };
  return {...common, label: `${name} ${formatNumber(value, 1)}${isPercent ? "%" : ""}`, claim};
}

/** The times whose points lie beyond the limits, with their numbers, where there is room beside the dots and off the lines. */
function beyondNames({points, lines, signals: {above, below}}: Process, {x, y, foot, right}: LineFrame, mark: Mark) {
  const dots = points.map((point) => ({...point, x: Number(x.apply(point.time.name)), y: y.apply(point.value)}));
  const limits = lines.map(({values}) => dots.map((dot, index) => ({x: dot.x, y: y.apply(values[index] ?? NaN)})));
  const taken = [...dots, ...[dots, ...limits].flatMap(alongLine)];
  const named = dots
    .filter((_, index) => above.includes(index) || below.includes(index))
    .map((dot) => ({...dot, text: `${dot.time.label}: ${printRow(dot.row, mark).text}`}));
  // The names of the limits stand at the right.
  const placed = placeNames(named, {taken, left: 0, right: right - 12, top: y.range[1] - 10, foot});
  return placed.flatMap((label) => {
    const own = named.find(({text}) => text === label.text);
    return own === undefined ? [] : [{...label, claim: claims(own.row, "text")}];
  });
}

/** Which points signal something, in sentences. */
function signalWords({points, signals: {above, below, runs}}: Process): readonly string[] {
  const labelAt = (index: number): string => points[index]?.time.label ?? "";
  const beyond = [
    ["Above the upper limit", above],
    ["Below the lower limit", below],
  ] as const;
  const said = [
    ...beyond.flatMap(([where, all]) => (all.length === 0 ? [] : [`${where}: ${listInWords(all.map(labelAt))}.`])),
    ...runs.map(
      ({from, to, side}) => `Eight or more in a row ${side} the middle: from ${labelAt(from)} to ${labelAt(to)}.`,
    ),
  ];
  return said.length === 0 ? ["No point signals more than the usual variation."] : said;
}
