import {link, rect, type Markish} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import type {DimensionCategory} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {claiming, claims, type ShapeClaim} from "./claim.ts";
import type {Paint} from "./colourOf.ts";
import {labels, lineHeight, plain, type Label} from "./labels.ts";
import {measureText} from "./measureText.ts";
import type {Layer} from "./plotFigure.ts";
import type {LinearScale} from "./scale.ts";
import {spreadLabels} from "./spreadLabels.ts";
import type {Stack} from "./stacksOf.ts";
import {ink} from "./svg.ts";
import {hatchedBoxes, type Box} from "./drawWithheldMarks.ts";
import {wrapText} from "./wrapText.ts";

/** Thickness of a stacked bar in px. */
export const barHeight = 32;
const labelGap = 10;
const padding = 5;

/** A published part, on the scale of the bar. */
interface Piece {
  readonly category: DimensionCategory;
  readonly row: TidyRow;
  readonly start: number;
  readonly end: number;
}

/** The published parts side by side from nought. */
function piecesOf({parts}: Stack): readonly Piece[] {
  let start = 0;
  return parts.flatMap(({category, row}) => {
    const value = printedValue(row);
    if (value === undefined) return [];
    const piece = {category, row, start, end: start + value};
    start = piece.end;
    return [piece];
  });
}

function middleOf({start, end}: Piece, scale: LinearScale): number {
  return scale.apply((start + end) / 2);
}

/** A line from a part to its text, in px. */
interface Tick {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function drawTicks(ticks: readonly Tick[]): Markish {
  return link(ticks, {x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: ink("rule"), strokeWidth: 1});
}

/** The names of the parts over a bar, each with a tick to its part; nothing where they do not fit. */
export function stackLabels(stack: Stack, scale: LinearScale): readonly Markish[] | undefined {
  const [from, to] = scale.range;
  const pieces = piecesOf(stack);
  const wishes = pieces.map((piece) => ({
    centre: middleOf(piece, scale),
    width: measureText(piece.category.label, plain),
  }));
  const centres = spreadLabels(wishes, {from, to, gap: 14});
  if (centres === undefined) return undefined;
  const placed = pieces.map((piece, index) => ({piece, x: centres[index] ?? from}));
  const names = placed.map(({piece, x}) => ({x, y: 8, text: piece.category.label}));
  const ticks = placed.map(({piece, x}) => ({x1: x, y1: 17, x2: middleOf(piece, scale), y2: 25}));
  return [labels(names, {anchor: "middle"}), drawTicks(ticks)];
}

interface StackPlace {
  readonly top: number;
  readonly scale: LinearScale;
  readonly paints: ReadonlyMap<string, Paint>;
  readonly mark: Mark;
}

/** A bar with all that stands in it and beneath it. */
export interface StackedBar {
  readonly segments: readonly Segment[];
  /** Values in the bar, on its scale. */
  readonly inside: readonly Label[];
  /** Values of thin parts, and their ticks, in px. */
  readonly beneath: readonly Label[];
  readonly ticks: readonly Tick[];
  /** What is not published, in px. */
  readonly hidden: readonly Label[];
  readonly boxes: readonly Box[];
  readonly height: number;
}

interface Segment {
  readonly claim: ShapeClaim;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly fill: string;
  readonly stroke: string;
}

/** Places a bar with its values inside, or beneath with a tick where a part is too thin for them. */
export function layOutStack(stack: Stack, place: StackPlace): StackedBar {
  const {top, scale, paints, mark} = place;
  const pieces = piecesOf(stack).map((piece) => {
    const {text} = printRow(piece.row, mark);
    const room = scale.apply(piece.end) - scale.apply(piece.start);
    const paint = paints.get(piece.category.name) ?? ({fill: "not-stated", on: "on-not-stated"} as const);
    return {...piece, text, paint, isThin: measureText(text, plain) + 2 * padding > room};
  });
  const segments = pieces.map(({row, start, end, paint: {fill}}) => {
    // Pale parts need an edge; between strong ones a line of paper tells them apart.
    const isPale = fill.startsWith("amount") || fill === "not-stated";
    return {claim: claims(row, "x"), start, end, top, fill: ink(fill), stroke: ink(isPale ? "rule" : "paper")};
  });
  const inside = pieces
    .filter(({isThin}) => !isThin)
    .map(({start, end, text, paint}) => ({
      x: (start + end) / 2,
      y: top + barHeight / 2,
      text,
      colour: paint.on,
    }));
  const thin = layOutThin(
    pieces.filter(({isThin}) => isThin),
    place,
  );
  const hidden = layOutHidden(stack, place, top + barHeight + thin.height);
  return {segments, inside, ...thin, ...hidden, height: barHeight + thin.height + hidden.height};
}

function layOutThin(pieces: readonly (Piece & {readonly text: string})[], {top, scale}: StackPlace) {
  const [from, to] = scale.range;
  const wishes = pieces.map((piece) => ({centre: middleOf(piece, scale), width: measureText(piece.text, plain)}));
  const centres = spreadLabels(wishes, {from, to, gap: labelGap}) ?? [];
  const bottom = top + barHeight;
  const placed = pieces.map((piece, index) => ({piece, x: centres[index] ?? scale.apply(piece.start)}));
  return {
    beneath: placed.map(({piece, x}) => ({claim: claims(piece.row, "text"), x, y: bottom + 16, text: piece.text})),
    ticks: placed.map(({piece, x}) => ({x1: middleOf(piece, scale), y1: bottom, x2: x, y2: bottom + 7})),
    height: pieces.length > 0 ? 24 : 0,
  };
}

/** What is not published is named under the bar beside its mark, hatched where a number is withheld. */
function layOutHidden({parts}: Stack, {scale, mark}: StackPlace, top: number) {
  const [left, right] = scale.range;
  const unpublished = parts.filter(({row}) => row.cell.status !== "published");
  const groups = [...Map.groupBy(unpublished, ({row}) => printRow(row, mark).text)];
  let y = top;
  const hidden: Label[] = [];
  const boxes: Box[] = [];
  for (const [words, group] of groups) {
    const isWithheld = group.some(({row}) => isHeldBack(row.cell));
    const indent = isWithheld ? 22 : 0;
    const names = group.map(({category}) => category.label).join(", ");
    const text = wrapText(`${words} ${names}`, right - left - indent, plain);
    const claim = claims(
      group.map(({row}) => row),
      "mark",
    );
    if (isWithheld) boxes.push({claim, x: left, y: y + 7, width: 16, height: 12});
    hidden.push({claim, x: left + indent, y: y + 4 + (text.length * lineHeight) / 2, text, colour: "muted"});
    y += text.length * lineHeight + 4;
  }
  return {hidden, boxes, height: y - top};
}

/** All bars of a figure. */
export function drawStacks(bars: readonly StackedBar[], scale: LinearScale): readonly Layer[] {
  const segments = rect(
    bars.flatMap((bar) => bar.segments),
    {
      ...claiming,
      className: "bar",
      x1: "start",
      x2: "end",
      y1: "top",
      y2: ({top}: Segment) => top + barHeight,
      fill: "fill",
      stroke: "stroke",
    },
  );
  const inside = bars.flatMap((bar) => bar.inside);
  const hidden = [...hatchedBoxes(bars.flatMap(({boxes}) => boxes)), labels(bars.flatMap((bar) => bar.hidden))];
  const beneath = labels(
    bars.flatMap((bar) => bar.beneath),
    {anchor: "middle"},
  );
  return [
    {x: scale, marks: [segments, labels(inside, {anchor: "middle"})]},
    {marks: [drawTicks(bars.flatMap(({ticks}) => ticks)), beneath, ...hidden]},
  ];
}
