import {line, ruleY, type Markish} from "@observablehq/plot";
import {median} from "d3";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../tidy/figureData.ts";
import {printRow} from "../tidy/printRow.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {formatNumber} from "../words/formatCell.ts";
import {ChartError} from "./ChartError.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {axisWords, type AxisWords} from "./parts/axisWords.ts";
import {claiming, claims, scaleClaim} from "./parts/claim.ts";
import {clearGround} from "./parts/clearGround.ts";
import {isOfCounts, funnelKindOf, type FunnelShare} from "./parts/funnelKinds.ts";
import type {FunnelLimits} from "./parts/funnelLimits.ts";
import {dotMarks} from "./parts/dotMarks.ts";
import {labels, lineHeight, plain, widest} from "./parts/labels.ts";
import {drawList, type ListItem} from "./parts/mapArea.ts";
import {measureText} from "./parts/measureText.ts";
import {placeNames} from "./parts/placeNames.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {along, around, roundValues, withinPercent, zeroBased, type LinearScale} from "./parts/scale.ts";
import {ink, type Drawing} from "./parts/svg.ts";

const plotHeight = 320;
/** Room over the plot for the name of its line, and under it for ticks and what the axis shows, in px. */
const headHeight = 26;
const footHeight = 48;

/** Shares or rates of each area by the size of its base, with the limits within which chance alone would leave most of them. */
export const funnel = defineChart({
  spoken: "Funnel plot",
  draws:
    "a share `within` each of many areas, or a rate or ratio of figures by area, and the same of all in `show`, which the limits of chance are drawn around",
  variables: [1],
  ranks: "nothing",
  belowNought: "refused",
  repeats: "nothing",
  options: {},
  draw,
  leavesOut: () => ["totals", "not-stated", "outside"],
  tells: () => [],
  notes: ({data}) => {
    const {noun} = funnelKindOf(panelOf(data));
    return [
      `The further to the right a dot stands, the larger the base of its ${noun}, and the less chance moves it. The curves are control limits: if all differed from the line by chance alone, nineteen dots of twenty would lie between the inner curves, and all but one of five hundred between the outer ones.`,
      "Dots outside the inner curves are named. Why they differ the limits do not tell: it may be who is counted, how it is recorded, or what is done.",
    ];
  },
});

interface FunnelDot extends FunnelShare {
  readonly category: DimensionCategory;
  /** Beyond the inner limits. */
  readonly side: "above" | "below" | undefined;
}

interface Frame {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly axis: AxisWords;
  readonly left: number;
  readonly end: number;
  readonly foot: number;
}

function draw({data, order, canvas: {width}}: ChartInput): Drawing {
  const panel = panelOf(data);
  const whole = wholeOf(data, panel);
  const limits = funnelKindOf(panel).limitsAround(whole);
  const areas = order.filter(({role}) => role === "value");
  const dots = areas.flatMap((category): readonly FunnelDot[] => {
    const share = shareIn(rowAt(panel, [category.name]));
    return share === undefined ? [] : [{...share, category, side: limits.side(share)}];
  });
  const frame = frameOf(data, {dots, whole, limits}, width);
  const {x, y, foot} = frame;
  const places = dots.map((dot) => ({...dot, x: x.apply(dot.of), y: y.apply(dot.value), text: dot.category.label}));
  const outside = places.filter(({side}) => side !== undefined);
  const names = placeNames(outside, {taken: places, left: frame.left, right: width, top: headHeight, foot});
  const unnamed = outside.filter(({text}) => !names.some((name) => name.text === text));
  const list = drawList([...listOutside(unnamed), ...listHidden(panel, areas, data)], {
    left: 0,
    top: foot + footHeight,
    width,
  });
  const circles = dots.map(({row, of, value}) => {
    return {claim: claims(row, "x-base", "y"), x: of, y: value, colour: "population-1" as const};
  });
  return plotFigure({width, height: foot + footHeight + list.height + 4}, [
    ...axesOf(frame, funnelKindOf(panel).base),
    {x, y, marks: limitLines({dots, whole, limits}, frame)},
    {y, marks: [wholeLine(whole, frame)]},
    {marks: [clearGround(names)]},
    {x, y, marks: [dotMarks(circles)]},
    {marks: [labels(names), wholeName(whole, data, frame), ...list.marks]},
  ]);
}

/** The one series: numbers that have each a base of their own. */
function panelOf({panels}: FigureData): Panel {
  const [panel, second] = panels;
  if (panel === undefined || second !== undefined)
    throw new ChartError("show", "a funnel draws one series. Ask the others in another figure");
  const {noun} = funnelKindOf(panel);
  const {by, within} = panel.query;
  if (noun === "share" && (by.length > 0 || within.length !== 1))
    throw new ChartError("show", "a funnel draws shares that have each a base of their own. Write within before areas");
  if (noun !== "share" && !panel.rows.every(isOfCounts))
    throw new ChartError(
      "show",
      "a funnel draws rates of counted events over a base that is certain. These rest on an estimate, whose uncertainty the limits would leave out: draw them as ranked-dots",
    );
  return panel;
}

interface Whole extends FunnelShare {
  readonly name: string;
}

/** The number of all, which the dots are held against: of figures, that of the region in the same columns. */
function wholeOf({benchmarks}: FigureData, {rows, query}: Panel): Whole {
  const [first, second] = benchmarks;
  const share = shareIn(first?.row);
  const isWhole = query.measure === "share" ? first?.isWhole === true : first?.row.named === rows[0]?.named;
  if (first === undefined || !isWhole || second !== undefined || share === undefined)
    throw new ChartError(
      "show",
      query.measure === "share"
        ? "a funnel needs the published share of all beside the others, and no other number. Ask the same share without within"
        : "a funnel needs the same number of all beside the others, and no other number. Ask it at area=region, without by",
    );
  return {...share, name: first.name};
}

/** As released, for all of its decimals: a whole percent would move a large area across its limit. */
function shareIn(row: TidyRow | undefined): FunnelShare | undefined {
  if (row?.cell.status !== "published") return undefined;
  const {value, count, of} = row.cell;
  return count === undefined || of === undefined ? undefined : {row, value, count, of};
}

interface Shares {
  readonly dots: readonly FunnelShare[];
  readonly whole: Whole;
  readonly limits: FunnelLimits;
}

function frameOf({panels}: FigureData, shares: Shares, width: number): Frame {
  const values = [...shares.dots, shares.whole].map(({value}) => value);
  const within = panels.map((panel) => funnelKindOf(panel).within)[0] ?? withinPercent;
  const domain = within(around([...values, ...limitsInView(shares)]));
  const axis = axisWords({panels}, {domain, values: roundValues(domain, 5)}, "y");
  const printed = axis.ticks.map(({text}) => text);
  const left = widest(printed, plain) + 12;
  const most = zeroBased(shares.dots.map(({of}) => of));
  const end = width - measureText(formatNumber(most[1], 0), plain) / 2 - 2;
  const foot = headHeight + plotHeight;
  return {x: along(most, [left, end]), y: along(domain, [foot, headHeight]), axis, left, end, foot};
}

/** As far as half of the dots have their limits in view: those of the smallest bases would squeeze all others. */
function limitsInView({dots, whole, limits}: Shares): readonly number[] {
  return limits.around(median(dots, ({of}) => of) ?? whole.of);
}

function axesOf({x, y, axis, left, end, foot}: Frame, base: string): readonly Layer[] {
  const levels = axis.ticks.map(({value, ...words}) => ({...words, x: left - 8, y: value}));
  const heights = axis.ticks.map(({value}) => value);
  const stroke = (tick: number) => ink(tick === 0 ? "rule" : "grid");
  const claim = scaleClaim("x-tick");
  const bases = roundValues(x.domain, end - left > 400 ? 5 : 3).map((value) => {
    return {claim, x: value, y: foot + 16, text: formatNumber(value, 0), colour: "muted" as const};
  });
  const under = foot + 16 + lineHeight;
  const [low, high] = y.domain;
  // In the units of its scale, which it names.
  const y0 = low - ((high - low) * (under - foot)) / plotHeight;
  const beginning = axis.beginning && {...axis.beginning, x: 0, y: y0};
  return [
    {y, marks: [ruleY(heights, {x1: left, x2: end, stroke}), labels(levels, {anchor: "end"})]},
    {x, marks: [labels(bases, {anchor: "middle"})]},
    {y, marks: [labels(beginning ? [beginning] : [])]},
    {marks: [labels(axis.unit === "" ? [] : [{x: 0, y: 10, text: axis.unit, colour: "muted"}])]},
    {marks: [labels([{x: end, y: under, text: base, colour: "muted"}], {anchor: "end"})]},
  ];
}

/** The limits, each from where it enters the drawing to the largest base. */
function limitLines({dots, whole: {row}, limits}: Shares, {x, y}: Frame): readonly Markish[] {
  const least = Math.min(...dots.map(({of}) => of), x.domain[1]);
  return limits.lines({bases: [least, x.domain[1]], percent: y.domain}).map(({formula, points}) => {
    const claim = {...claims(row, "limit"), formula};
    const data = points.map((point) => ({...point, claim}));
    return line(data, {...claiming, x: "base", y: "limit", stroke: ink("rule"), strokeWidth: 1.5});
  });
}

function wholeLine({row, value}: Whole, {left, end}: Frame): Markish {
  const ends = {x1: left, x2: end, stroke: ink("region"), strokeWidth: 2};
  return ruleY([{claim: claims(row, "y")}], {...claiming, y: () => value, ...ends});
}

function wholeName({row, name}: Whole, {mark}: FigureData, {end}: Frame): Markish {
  const text = `Line: ${name}, ${printRow(row, mark).text}`;
  return labels([{claim: claims(row, "text"), x: end, y: 10, text, colour: "muted"}], {anchor: "end"});
}

/** Under the plot, who lies outside and has no room for a name by the dot. */
function listOutside(dots: readonly FunnelDot[]): readonly ListItem[] {
  return (["above", "below"] as const).flatMap((side) => {
    const own = dots.filter((dot) => dot.side === side).map(({category}) => category.label);
    return own.length === 0 ? [] : [{text: `Also ${side} the limits: ${own.join(", ")}`}];
  });
}

/** And who has no dot: in one text, so that no place along a scale is any area's own. */
function listHidden(panel: Panel, areas: readonly DimensionCategory[], {mark}: FigureData): readonly ListItem[] {
  const rows = areas.flatMap(({name}) => rowAt(panel, [name]) ?? []);
  const hidden = rows.filter((row) => shareIn(row) === undefined);
  const words = hidden.map((row) => `${row.place[0]?.category.label ?? ""} ${printRow(row, mark).text}`);
  return words.length === 0 ? [] : [{claim: claims(hidden, "mark"), text: `Without a dot: ${words.join(", ")}`}];
}
