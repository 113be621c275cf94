import type {DimensionCategory, FigureData} from "../../figures/figureData.ts";
import {nameInFigure} from "../../figures/nameInFigure.ts";
import {exactValue, printRow} from "../../figures/printRow.ts";
import type {TidyRow} from "../../figures/tidyRow.ts";
import {lowerFirst} from "../../words/lowerFirst.ts";
import type {Paint} from "./colourOf.ts";
import {measureText} from "./measureText.ts";
import {rule} from "./shapes.ts";
import {spreadLabels} from "./spreadLabels.ts";
import {ink, shape, type Shape} from "./svg.ts";
import {lineHeight, plain, textAt} from "./textAt.ts";
import {hatchedBox} from "./withheldMark.ts";
import {wrapText} from "./wrapText.ts";

/** Thickness of a stacked bar in px. */
export const barHeight = 32;
const labelGap = 10;
const padding = 5;

/** One bar and its parts in published order. */
export interface Stack {
  readonly label: string;
  readonly parts: readonly {readonly category: DimensionCategory; readonly row: TidyRow}[];
  /** What the whole bar stands for: 100 for shares, the largest sum of the figure for counts. */
  readonly whole: number;
}

/** The bars of a figure: its panels, or for every panel the categories of the second variable. */
export function stacksOf({panels, dimensions}: FigureData): readonly Stack[] {
  const [, second] = dimensions;
  const labelOf = (heading: string, name: string) => (panels.length > 1 ? `${heading}, ${lowerFirst(name)}` : name);
  const stacks = panels.flatMap(({heading, rows}) => {
    if (second === undefined) return [{label: heading, rows}];
    return second.categories.map((category) => ({
      label: labelOf(heading, nameInFigure({variable: second, category}, dimensions)),
      rows: rows.filter(({place}) => place[1]?.category.name === category.name),
    }));
  });
  const isShare = panels.every(({query}) => query.measure === "share");
  // Nobody not stated anywhere needs no part, and a group of nobody no bar; the table has both.
  const isNeeded = ({place, cell}: TidyRow) =>
    !(
      place[0]?.category.role === "not-stated" &&
      stacks.every(({rows}) => rows.filter(isNotStated).every(isNought)) &&
      cell.status !== "suppressed"
    );
  const sums = stacks.map(({rows}) => rows.filter(isPart).reduce((sum, row) => sum + (exactValue(row) ?? 0), 0));
  const whole = isShare ? Math.max(100, ...sums) : Math.max(1, ...sums);
  const drawn = stacks.filter(({rows}) => rows.some(({cell}) => cell.status !== "not-applicable"));
  return drawn.map(({label, rows}) => ({
    label,
    whole,
    parts: rows
      .filter(isPart)
      .filter(isNeeded)
      .flatMap((row) => (row.place[0] ? [{category: row.place[0].category, row}] : [])),
  }));
}

function isNotStated({place}: TidyRow): boolean {
  return place[0]?.category.role === "not-stated";
}

function isNought(row: TidyRow): boolean {
  return exactValue(row) === 0 || row.cell.status === "not-applicable";
}

function isPart({place}: TidyRow): boolean {
  return place[0]?.category.role !== "total";
}

interface Bar {
  readonly left: number;
  readonly width: number;
}

interface Piece {
  readonly category: DimensionCategory;
  readonly row: TidyRow;
  readonly start: number;
  readonly end: number;
}

/** The published parts side by side from nought. */
function piecesOf({parts, whole}: Stack, {left, width}: Bar): readonly Piece[] {
  let start = left;
  return parts.flatMap(({category, row}) => {
    const value = exactValue(row);
    if (value === undefined) return [];
    const piece = {category, row, start, end: start + (value / whole) * width};
    start = piece.end;
    return [piece];
  });
}

/** The names of the parts over a bar, each with a tick to its part; nothing where they do not fit. */
export function stackLabels(stack: Stack, bar: Bar): readonly Shape[] | undefined {
  const pieces = piecesOf(stack, bar);
  const wishes = pieces.map(({category, start, end}) => ({
    centre: (start + end) / 2,
    width: measureText(category.label, plain),
  }));
  const centres = spreadLabels(wishes, {from: bar.left, to: bar.left + bar.width, gap: 14});
  return centres?.flatMap((x, index) => {
    const piece = pieces[index];
    if (piece === undefined) return [];
    const middle = (piece.start + piece.end) / 2;
    return [
      textAt(piece.category.label, {x, y: 8}, {anchor: "middle"}),
      rule({from: [x, 17], to: [middle, 25]}, "rule"),
    ];
  });
}

interface StackPlace extends Bar {
  readonly top: number;
  readonly paints: ReadonlyMap<string, Paint>;
  readonly mark: string;
}

/** One bar with its values inside, or beneath with a tick where a part is too thin for them. */
export function drawStack(stack: Stack, place: StackPlace): {shapes: readonly Shape[]; height: number; middle: number} {
  const {top, mark} = place;
  const pieces = piecesOf(stack, place);
  const isThin = ({row, start, end}: Piece) => measureText(printRow(row, mark).text, plain) + 2 * padding > end - start;
  const shapes = pieces.flatMap((piece) => drawPiece(piece, place, !isThin(piece)));
  const thin = drawThin(pieces.filter(isThin), place);
  const bottom = top + barHeight + thin.height;
  const hidden = drawHidden(stack, place, bottom);
  return {
    shapes: [...shapes, ...thin.shapes, ...hidden.shapes],
    height: barHeight + thin.height + hidden.height,
    middle: top + barHeight / 2,
  };
}

function drawPiece(
  {category, row, start, end}: Piece,
  {top, paints, mark}: StackPlace,
  hasRoom: boolean,
): readonly Shape[] {
  const paint = paints.get(category.name) ?? {fill: "not-stated", on: "on-not-stated"};
  // Pale parts need an edge; between strong ones a line of paper tells them apart.
  const isPale = paint.fill.startsWith("amount") || paint.fill === "not-stated";
  const outline = {stroke: ink(isPale ? "rule" : "paper"), "stroke-width": 1};
  const rect = shape("rect", {
    class: "bar",
    x: start,
    y: top,
    width: end - start,
    height: barHeight,
    fill: ink(paint.fill),
    ...outline,
  });
  if (!hasRoom) return [rect];
  const {text} = printRow(row, mark);
  return [rect, textAt(text, {x: (start + end) / 2, y: top + barHeight / 2}, {anchor: "middle", colour: paint.on})];
}

function drawThin(
  pieces: readonly Piece[],
  {left, width, top, mark}: StackPlace,
): {shapes: readonly Shape[]; height: number} {
  const texts = pieces.map(({row}) => printRow(row, mark).text);
  const wishes = pieces.map(({start, end}, index) => ({
    centre: (start + end) / 2,
    width: measureText(texts[index] ?? "", plain),
  }));
  const centres = spreadLabels(wishes, {from: left, to: left + width, gap: labelGap}) ?? [];
  const bottom = top + barHeight;
  const shapes = pieces.flatMap(({start, end}, index) => {
    const x = centres[index] ?? start;
    return [
      rule({from: [(start + end) / 2, bottom], to: [x, bottom + 7]}, "rule"),
      textAt(texts[index] ?? "", {x, y: bottom + 16}, {anchor: "middle"}),
    ];
  });
  return {shapes, height: pieces.length > 0 ? 24 : 0};
}

/** What is not published is named under the bar beside its mark, hatched where a number is withheld. */
function drawHidden(
  {parts}: Stack,
  {left, width, mark}: StackPlace,
  top: number,
): {shapes: readonly Shape[]; height: number} {
  const hidden = parts.filter(({row}) => row.cell.status !== "published");
  const groups = [...Map.groupBy(hidden, ({row}) => printRow(row, mark).text)];
  let y = top;
  const shapes: Shape[] = [];
  for (const [text, group] of groups) {
    const isWithheld = group.some(({row}) => row.cell.status === "suppressed");
    const indent = isWithheld ? 22 : 0;
    const lines = wrapText(`${text} ${group.map(({category}) => category.label).join(", ")}`, width - indent, plain);
    if (isWithheld) shapes.push(...hatchedBox({x: left, y: y + 7, width: 16, height: 12}));
    shapes.push(textAt(lines, {x: left + indent, y: y + 4 + (lines.length * lineHeight) / 2}, {colour: "muted"}));
    y += lines.length * lineHeight + 4;
  }
  return {shapes, height: y - top};
}
