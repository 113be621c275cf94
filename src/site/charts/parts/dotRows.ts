import {ruleY} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory, type Panel} from "../../tidy/figureData.ts";
import {isHeldBack} from "../../tidy/isHeldBack.ts";
import {printedValue, printRow} from "../../tidy/printRow.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import type {Token} from "../theme.ts";
import {claims} from "./claim.ts";
import {dotMarks} from "./dotMarks.ts";
import {labels, lineHeight, plain, type Label} from "./labels.ts";
import type {Layer} from "./plotFigure.ts";
import {noughtOn, type LinearScale} from "./scale.ts";
import {ink} from "./svg.ts";
import {drawWithheldMarks, type WithheldMark} from "./drawWithheldMarks.ts";
import {wrapText} from "./wrapText.ts";

/** From a dot to its value, in px. */
export const dotRoom = 10;

/** Dots of one kind in every row: a population, or an edition of it. */
export interface Series {
  readonly panel: Panel;
  readonly label: string;
  /** An earlier edition is hollow, in the colour of its population. */
  readonly colour: Token;
  readonly isHollow: boolean;
}

/** What all rows of a figure have in common, in px. */
export interface RowLayout {
  readonly width: number;
  readonly left: number;
  readonly labelWidth: number;
  readonly scale: LinearScale;
  readonly gutter: number;
  readonly isNarrow: boolean;
  readonly mark: Mark;
}

interface RowInput {
  readonly series: readonly Series[];
  readonly category: DimensionCategory;
  readonly layout: RowLayout;
}

/** A published value of a row, the smallest first. */
interface Point {
  readonly row: TidyRow;
  readonly x: number;
  /** Middle of the row. */
  readonly y: number;
  readonly text: string;
  readonly colour: Token;
  readonly isHollow: boolean;
  /** From the row's middle to the dot's, in px. */
  readonly shift: number;
}

/** A row of dots at its place. */
export interface DotRow {
  readonly name: Label;
  readonly points: readonly Point[];
  /** Of several series: what is not published of one of them leaves a gap, and no line from nought. */
  readonly isShared: boolean;
  readonly hidden: readonly WithheldMark[];
  readonly height: number;
}

/** Places the name, the values and the marks of one category. */
export function placeRow({series, category, layout}: RowInput, top: number): DotRow {
  const {left, labelWidth, gutter, isNarrow, mark, scale} = layout;
  const text = wrapText(category.label, labelWidth + 0.01, plain);
  const cells = series.flatMap(({panel, label, colour, isHollow}) => {
    const row = rowAt(panel, [category.name]);
    if (row === undefined) return [];
    const isWithheld = isHeldBack(row.cell);
    return [{row, value: printedValue(row), text: printRow(row, mark).text, label, isWithheld, isHollow, colour}];
  });
  const marks = cells.filter(({value}) => value === undefined);
  const labelHeight = text.length * lineHeight;
  const marksHeight = marks.length * lineHeight;
  const plotHeight = marks.length === cells.length ? 0 : 22;
  const height = isNarrow ? labelHeight + plotHeight + marksHeight + 8 : Math.max(20, labelHeight, marksHeight) + 8;
  const middle = isNarrow ? top + labelHeight + 11 : top + height / 2;
  const marksTop = isNarrow ? top + labelHeight + plotHeight : middle - marksHeight / 2;
  return {
    name: isNarrow ? {x: 0, y: top + labelHeight / 2, text} : {x: left - 12, y: middle, text},
    points: pointsOf(cells, middle, scale),
    isShared: series.length > 1,
    hidden: marks.map((cell, index) => ({
      claim: claims(cell.row, "mark"),
      text: series.length > 1 ? `${cell.text} ${cell.label}` : cell.text,
      isWithheld: cell.isWithheld,
      x: gutter,
      y: marksTop + (index + 0.5) * lineHeight,
    })),
    height,
  };
}

type Cell = Pick<Point, "row" | "text" | "colour" | "isHollow"> & {readonly value: number | undefined};

function pointsOf(cells: readonly Cell[], y: number, scale: LinearScale): readonly Point[] {
  const points = cells
    .flatMap(({value, ...cell}) => (value === undefined ? [] : [{...cell, x: value, y}]))
    .toSorted((a, b) => a.x - b.x);
  const [first, last] = points;
  const areTouching = first !== undefined && last !== undefined && scale.apply(last.x) - scale.apply(first.x) < 8;
  // Two dots on nearly the same value are drawn a little apart, so that neither hides the other.
  return points.map((point, index) => ({...point, shift: areTouching ? ([-4, 4][index] ?? 0) : 0}));
}

/** All rows of a figure. Values stand on the outer side of their dots. */
export function drawRows(rows: readonly DotRow[], {scale, isNarrow}: RowLayout): readonly Layer[] {
  const [from, to] = scale.domain;
  const names = rows.map(({name}) => name);
  const lines = rows.flatMap(({points: [first]}) => (first === undefined ? [] : [{y: first.y}]));
  const spans = rows.flatMap(({points, isShared}) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || (isShared && points.length < 2)) return [];
    return [{y: first.y, from: isShared ? first.x : noughtOn(scale), to: last.x}];
  });
  // On the outer side: of one dot, on that to which its line from nought does not go.
  const isBefore = ({x}: Point, points: readonly Point[]): boolean => points.length > 1 || x < 0;
  const before = rows.flatMap(({points}) => points.slice(0, 1).filter((point) => isBefore(point, points)));
  const after = rows.flatMap(({points}) => points.slice(-1).filter((point) => !before.includes(point)));
  const dots = rows.flatMap(({points}) =>
    points.map((point) => ({...point, claim: claims(point.row, "x"), y: point.y + point.shift})),
  );
  const hidden = drawWithheldMarks(rows.flatMap((row) => row.hidden));
  return [
    {marks: [labels(names, {anchor: isNarrow ? "start" : "end"}), ...hidden]},
    {
      x: scale,
      marks: [
        ruleY(lines, {x1: () => from, x2: () => to, y: "y", stroke: ink("grid")}),
        ruleY(spans, {x1: "from", x2: "to", y: "y", stroke: ink("rule"), strokeWidth: 2}),
        dotMarks(dots),
        labels(before.map(plainLabel), {anchor: "end", dx: -dotRoom}),
        labels(after.map(plainLabel), {dx: dotRoom}),
      ],
    },
  ];
}

function plainLabel({row, x, y, text}: Point): Label {
  return {claim: claims(row, "text"), x, y, text};
}
