import {line, rect, ruleY, type Markish} from "@observablehq/plot";
import type {FigureData} from "../tidy/figureData.ts";
import {formatNumber} from "../words/formatCell.ts";
import {lowerFirst} from "../words/letterCase.ts";
import {defineChart, type ChartInput} from "./defineChart.ts";
import {claiming, madeOf, scaleClaim, type ShapeClaim} from "./parts/claim.ts";
import {clearGround} from "./parts/clearGround.ts";
import {dotMarks} from "./parts/dotMarks.ts";
import {labels, lineHeight, plain, widest, type Label} from "./parts/labels.ts";
import {drawList} from "./parts/mapArea.ts";
import {measureText} from "./parts/measureText.ts";
import {plotFigure, type Layer} from "./parts/plotFigure.ts";
import {runningShares, type RunningGroup} from "./parts/runningShares.ts";
import {along, roundValues, zeroBased, type LinearScale} from "./parts/scale.ts";
import {ink, type Drawing} from "./parts/svg.ts";

/** Heights of the curve and of the bars, between these, and over each for what its axis shows, in px. */
const sizes = {curve: 290, bars: 120, gap: 14, head: 26} as const;
const percent: readonly [number, number] = [0, 100];

/** Which share of what is counted belongs to which share of the people, those with most of it first. */
export const concentration = defineChart({
  spoken: "Concentration curve",
  draws: "two series over groups of people: how many people each group has, and how much of what is counted",
  variables: [1],
  ranks: "nothing",
  repeats: "nothing",
  belowNought: "refused",
  options: {},
  draw,
  leavesOut: () => ["totals", "not-stated", "outside"],
  tells: ({data}) =>
    runningShares(data)
      .slice(0, -1)
      .map((group) => `${wordsOf(group, data)}.`),
  notes: ({data}) => [
    `From left to right stand all ${unitsOf(data).people}, in groups, those with most ${unitsOf(data).things} each first. The dots show which share of all ${unitsOf(data).things} is that of the groups up to there; the straight line, where they would be if everybody had equally many. Between the dots nobody is drawn.`,
    `Each bar is as wide as its group, and as high as it has ${unitsOf(data).things} for each of its ${unitsOf(data).people}: its area is the group's share of the ${unitsOf(data).things}.`,
  ],
});

interface Frame {
  readonly x: LinearScale;
  /** Of the curve, and of the bars under it. */
  readonly curve: LinearScale;
  readonly bars: LinearScale;
  readonly left: number;
  readonly end: number;
  /** Lower end of the bars, in px. */
  readonly foot: number;
}

function draw({data, canvas: {width, isNarrow}}: ChartInput): Drawing {
  const groups = runningShares(data);
  const frame = frameOf(groups, width);
  const {x, curve, bars, foot} = frame;
  const dots = groups.map((group) => {
    const claim = made(group, "running share", ["x-made", "y-made"]);
    return {claim, x: group.people[1], y: group.things, colour: "population-1" as const};
  });
  // All of the people have all of it: that of the last group nobody needs to be told.
  const named = groups.slice(0, -1).map((group) => {
    const place = {x: x.apply(group.people[1]), y: curve.apply(group.things)};
    return {...place, text: wordsOf(group, data), claim: made(group, "running share", ["made-number"])};
  });
  const names = isNarrow ? [] : underCurve(named, width);
  const rest = named.filter(({text}) => !names.some((name) => name.text === text));
  const list = drawList(rest, {left: 0, top: foot + 24 + lineHeight, width});
  const joined = [{x: 0, y: 0}, ...dots];
  return plotFigure({width, height: foot + 24 + lineHeight + list.height + 4}, [
    ...axesOf(frame, data),
    {x, y: curve, marks: [evenLine(), line(joined, curveLook)]},
    {marks: [clearGround(names)]},
    {x, y: curve, marks: [dotMarks(dots)]},
    {x, y: bars, marks: [groupBars(groups)]},
    {marks: [labels(names), labels(barNumbers(groups, frame)), ...list.marks]},
  ]);
}

const curveLook = {x: "x", y: "y", className: "line", stroke: ink("population-1"), strokeWidth: 2} as const;

function frameOf(groups: readonly RunningGroup[], width: number): Frame {
  const most = zeroBased(groups.map(({each}) => each));
  const printed = [...roundValues(most, 3).map(tickText), "100%"];
  const left = widest(printed, plain) + 12;
  const end = width - measureText("100%", plain) / 2 - 2;
  const curveFoot = sizes.head + sizes.curve;
  const barsTop = curveFoot + sizes.gap + sizes.head;
  const foot = barsTop + sizes.bars;
  return {
    x: along(percent, [left, end]),
    curve: along(percent, [curveFoot, sizes.head]),
    bars: along(most, [foot, barsTop]),
    left,
    end,
    foot,
  };
}

type MadeChannel = "x-made" | "y-made" | "made-number";

function made({rows, isReversed}: RunningGroup, formula: string, channels: readonly MadeChannel[]): ShapeClaim {
  return madeOf(rows, isReversed ? `${formula} from last` : formula, ...channels);
}

function unitsOf({panels: [people, things]}: FigureData): {readonly people: string; readonly things: string} {
  return {people: people?.rows[0]?.unit ?? "", things: lowerFirst(things?.heading ?? "")};
}

/** "Up to Third: 8% of people, 36% of proven offences"; before the first group there is none. */
function wordsOf({label, people: [from, people], things}: RunningGroup, data: FigureData): string {
  const units = unitsOf(data);
  return `${from === 0 ? "" : "Up to "}${label}: ${percentText(people)} of ${units.people}, ${percentText(things)} of ${units.things}`;
}

function percentText(value: number): string {
  return `${formatNumber(value, value > 0 && value < 1 ? 1 : 0)}%`;
}

function tickText(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

/** To the right of their dots and a little lower, where the curve never is; those that have no room are left out. */
function underCurve(named: readonly (Label & {readonly x: number})[], width: number): readonly Label[] {
  return named.reduce<readonly Label[]>((placed, {x, y, text, ...name}) => {
    const place = {x: x + 12, y: y + 9};
    const isWithin = place.x + measureText(String(text), plain) + 2 <= width;
    const last = placed.at(-1)?.y ?? Infinity;
    return isWithin && last - place.y >= lineHeight + 1 ? [...placed, {...name, ...place, text}] : placed;
  }, []);
}

/** Where the curve would run if everybody had equally many. */
function evenLine(): Markish {
  const ends = [
    {x: 0, y: 0},
    {x: 100, y: 100},
  ];
  return line(ends, {x: "x", y: "y", stroke: ink("rule"), strokeWidth: 1});
}

function groupBars(groups: readonly RunningGroup[]): Markish {
  const bars = groups
    .filter(({people: [from, to]}) => to > from)
    .map((group) => ({...group, claim: made(group, "for each", ["x-made", "y-made"])}));
  return rect(bars, {
    ...claiming,
    className: "bar",
    x1: ({people}: RunningGroup) => people[0],
    x2: ({people}: RunningGroup) => people[1],
    y1: () => 0,
    y2: "each",
    fill: ink("population-1"),
    stroke: ink("paper"),
  });
}

interface BarNumber extends Label {
  readonly x: number;
  /** Where the text ends, in px. */
  readonly end: number;
}

/** What each of a group has, over its bar where that is wide enough, or beside its top where the next one is lower. */
function barNumbers(groups: readonly RunningGroup[], {x, bars, end}: Frame): readonly BarNumber[] {
  const boxes = groups.map((group) => {
    const [from, to] = group.people.map((share) => x.apply(share));
    return {group, from: from ?? 0, to: to ?? 0, top: bars.apply(group.each)};
  });
  return boxes.reduce<readonly BarNumber[]>((placed, {group, from, to, top}, at) => {
    const text = formatNumber(group.each, 1);
    const width = measureText(text, plain);
    const over = {x: (from + to - width) / 2, y: top - 10};
    const beside = {x: to + 4, y: top + 8};
    const isLower = boxes.slice(at + 1).every((box) => box.from > to + width + 6 || box.top - top >= lineHeight + 1);
    const isWithin = to > from && to + width + 6 <= end && isLower;
    const place = to - from >= width + 4 ? over : isWithin ? beside : undefined;
    const last = placed.at(-1);
    const isFree =
      place !== undefined && (last === undefined || place.x >= last.end + 2 || place.y - last.y >= lineHeight);
    const claim = made(group, "for each", ["made-number"]);
    return isFree ? [...placed, {...place, claim, text, end: place.x + width}] : placed;
  }, []);
}

/** Shares along both sides of the curve, what each of a group has beside the bars, and what the axes show. */
function axesOf({x, curve, bars, left, end, foot}: Frame, data: FigureData): readonly Layer[] {
  const units = unitsOf(data);
  const shares = [0, 20, 40, 60, 80, 100];
  const named = (values: readonly number[], axis: "x-tick" | "y-tick", text: (value: number) => string) =>
    values.map((value) => ({claim: scaleClaim(axis), value, text: text(value), colour: "muted" as const}));
  const stroke = (tick: number) => ink(tick === 0 ? "rule" : "grid");
  const heights = roundValues(bars.domain, 3);
  const upwards = (values: readonly number[], text: (value: number) => string): readonly Markish[] => [
    ruleY(values, {x1: left, x2: end, stroke}),
    labels(
      named(values, "y-tick", text).map(({value, ...words}) => ({...words, x: left - 8, y: value})),
      {anchor: "end"},
    ),
  ];
  const across = named(shares, "x-tick", percentText).map(({value, ...words}) => ({...words, x: value, y: foot + 14}));
  const title = (text: string, y: number): Label => ({x: 0, y, text, colour: "muted"});
  return [
    {y: curve, marks: upwards(shares, percentText)},
    {y: bars, marks: upwards(heights, tickText)},
    {
      x,
      marks: [labels(across, {anchor: "middle"})],
    },
    {
      marks: [
        labels([
          title(`Share of all ${units.things}`, 8),
          title(`${data.panels[1]?.heading ?? ""} for each of the ${units.people}`, bars.range[1] - 18),
        ]),
        labels([{...title(`Share of all ${units.people}`, foot + 14 + lineHeight), x: end}], {anchor: "end"}),
      ],
    },
  ];
}
