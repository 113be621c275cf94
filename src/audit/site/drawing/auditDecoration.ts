import {attribute, elementsOf, textOf, type PageElement} from "../html/parsePage.ts";
import {numberAlone} from "../../tells/printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import {breakDays, stops} from "./auditBreakLines.ts";
import {placeOn, type DrawnScale} from "./DrawnScale.ts";
import {seriesName} from "./drawnRows.ts";
import {claimsBy, type DrawnClaim, type ReadClaims} from "./readClaims.ts";
import {
  colourName,
  extentOf,
  hasClass,
  isAt,
  isOn,
  middleOf,
  pointsOf,
  px,
  shapesOf,
  type Point,
  type ShapeFault,
} from "./Shapes.ts";
import {textWidth} from "./textWidth.ts";
import {milestonesOf, placeOfTime, timeOfRow} from "./timeOfRow.ts";

/** Width and height of a box that stands for a withheld number, wherever it stands. */
const withheldSizes = ["16 12", "16 8", "24 8"];

/** What a drawing has beside the shapes that show something. */
interface Decorated {
  readonly svg: PageElement;
  readonly figure: ShownFigure;
  readonly claims: readonly DrawnClaim[];
  readonly scales: readonly DrawnScale[];
  readonly texts: readonly PageElement[];
}

/**
 * Holds every shape that names no cell to a small grammar: lines at ticks, at nought, at the end of a scale or at a
 * category; lines from shape to shape and from a shape to its name; hatching; clear ground under a text; swatches before
 * a name. Nothing else is decoration, so that no shape shows a number without naming its cell.
 */
export function auditDecoration(
  svg: PageElement,
  figure: ShownFigure,
  {claims, scales}: ReadClaims,
): readonly ShapeFault[] {
  const claiming = new Set(claims.map(({shape}) => shape));
  const drawn = {svg, figure, claims, scales, texts: shapesOf(svg, "text")};
  const single = elementsOf(svg).flatMap((shape): readonly ShapeFault[] => {
    const what = curveFault(shape) ?? (claiming.has(shape) ? sizeFault(shape, drawn) : faultOf(shape, drawn));
    return what === undefined ? [] : [{shape, what}];
  });
  return [...single, ...swatchesTwice(drawn, claiming)];
}

/** Paths are straight, so that every point of them is read. */
function curveFault(shape: PageElement): string | undefined {
  const isStraight = shape.name !== "path" || /^(?:[ML]-?[\d.]+,-?[\d.]+|Z)+$/.test(attribute(shape, "d"));
  return isStraight ? undefined : "a path is not made of straight lines";
}

function sizeFault(shape: PageElement, drawn: Decorated): string | undefined {
  if (!hasClass(shape, "withheld")) return undefined;
  const size = `${attribute(shape, "width")} ${attribute(shape, "height")}`;
  return withheldSizes.includes(size) || isCellSize(shape, drawn) ? undefined : "a mark has a size of its own";
}

/** A withheld cell of a heat map is as large as the published ones of its row and its columns. */
function isCellSize(box: PageElement, {claims}: Decorated): boolean {
  const cells = claimsBy(claims, "fill").map(({shape}) => shape);
  const row = cells.find((cell) => attribute(cell, "y") === attribute(box, "y"));
  const [first] = cells;
  if (first === undefined) return false;
  const isWide = isAt(px(box, "width"), px(first, "width"));
  return isWide && (row === undefined || isAt(px(box, "height"), px(row, "height")));
}

function faultOf(shape: PageElement, drawn: Decorated): string | undefined {
  switch (shape.name) {
    case "rect":
      return isSwatch(shape, drawn) || isClearGround(shape, drawn)
        ? undefined
        : "a box is neither a mark, a key nor the ground of a text, and names no cell";
    case "circle":
      return isSwatch(shape, drawn) ? undefined : "a dot names no cell and is none of the legend";
    case "line":
      return isLine(pointsOf(shape), drawn) && !isComparison(shape)
        ? undefined
        : "a line is at no tick and leads from no shape to another";
    case "path":
      return isPath(shape, drawn)
        ? undefined
        : "a path is neither hatching, a line through dots nor a leader of a label, and names no cell";
    default:
      return undefined;
  }
}

/** A sign of fixed size right before a name. */
function isSwatch(shape: PageElement, {texts}: Decorated): boolean {
  const {left, right} = extentOf(shape);
  const isBox = shape.name === "rect" && isAt(px(shape, "width"), 14) && isAt(px(shape, "height"), 14);
  const isDot = shape.name === "circle" && [5, 6].includes(px(shape, "r"));
  const start = (left + right) / 2 + 13;
  const isNamed = texts.some(
    (text) => isAt(px(text, "x"), start) && Math.abs(px(text, "y") - middleOf(shape).y) <= 10 && textOf(text) !== "",
  );
  return (isBox || isDot) && isNamed;
}

/** Every sign of a legend has a paint of its own: two alike would be shapes that stand for something else. */
function swatchesTwice({svg}: Decorated, claiming: ReadonlySet<PageElement>): readonly ShapeFault[] {
  const signs = [...shapesOf(svg, "rect"), ...shapesOf(svg, "circle")].filter(
    (shape) => !claiming.has(shape) && !["paper", "#FFFFFF"].includes(colourName(shape, "fill")),
  );
  const twice = Map.groupBy(signs, (sign) => `${sign.name} ${attribute(sign, "fill")}`);
  return [...twice.values()].flatMap((alike) =>
    alike.slice(1).map((shape) => ({shape, what: "a sign of the legend is there twice"})),
  );
}

/** Paper behind one text, hardly larger than it. */
function isClearGround(rect: PageElement, {texts}: Decorated): boolean {
  if (!["paper", "#FFFFFF"].includes(colourName(rect, "fill")) || rect.attributes.has("stroke")) return false;
  const on = texts.find((text) => isOn(pointsOf(text)[0] ?? [NaN, NaN], rect));
  return on !== undefined && px(rect, "width") <= textWidth(textOf(on)) + 8 && px(rect, "height") <= 18.1;
}

/** The colour of lines that numbers are held against: at a tick too, such a line shows a number. */
function isComparison(line: PageElement): boolean {
  return colourName(line, "stroke") === "region";
}

function isLine(points: readonly Point[], drawn: Decorated): boolean {
  const [[x1, y1] = [NaN, NaN], [x2, y2] = [NaN, NaN]] = points;
  const across = (axis: string, place: number) => drawn.scales.some((scale) => isMarked(scale, {axis, place}, drawn));
  if (x1 === x2 && across("x", x1)) return true;
  if (y1 === y2 && (across("y", y1) || isAlong([x1, x2], y1, drawn))) return true;
  return isLeader(points, drawn);
}

/** Whether a scale has something to mark at a place: a tick, nought, one of its ends, or a category. */
function isMarked(
  scale: DrawnScale,
  {axis, place}: {axis: string; place: number},
  {claims, figure}: Decorated,
): boolean {
  if (scale.axis !== axis) return false;
  const ticks = claimsBy(claims, `${axis}-tick`).filter(({scales}) => scales.get(axis) === scale);
  const at = ticks.map(({shape}) => placeOn(scale, numberAlone(textOf(shape))));
  if (scale.kind === "utc") return timesIn(figure).some((time) => isAt(placeOfTime(scale, time), place));
  const ends = scale.kind === "linear" ? [placeOn(scale, 0), ...scale.range.map(Number)] : stops(scale, figure);
  return [...at, ...ends].some((one) => isAt(one, place));
}

/** The periods of a figure, the months of its milestones, and the days of its breaks. */
function timesIn(figure: ShownFigure): readonly number[] {
  const breaks = figure.cells.flatMap(breakDays).map((day) => Date.parse(day));
  return [...figure.cells.map(timeOfRow), ...milestonesOf(figure).map(({time}) => time), ...breaks];
}

/** A line along a scale runs between its ends, nought, and the dots that it passes through. */
function isAlong(ends: readonly number[], y: number, {claims, scales}: Decorated): boolean {
  return scales
    .filter(({axis, kind}) => axis === "x" && kind === "linear")
    .some((scale) => {
      const own = claimsBy(claims, "x").filter(
        ({shape, scales: on}) => shape.name === "circle" && on.get("x") === scale,
      );
      const dots = own.filter(({shape}) => Math.abs(px(shape, "cy") - y) <= 5).map(({shape}) => px(shape, "cx"));
      const fixed = [...scale.range.map(Number), placeOn(scale, 0)];
      // A line from nought to a dot stands for one number: beside another series it would show nought for what is not there.
      const isSingle = new Set(own.flatMap(({rows}) => rows.map(seriesName))).size === 1;
      const ways = isSingle ? [[...fixed, ...dots]] : [fixed, dots];
      return ways.some((places) => ends.every((end) => places.some((place) => isAt(place, end))));
    });
}

function isPath(path: PageElement, drawn: Decorated): boolean {
  const {claims, svg} = drawn;
  const points = pointsOf(path);
  if (hasClass(path, "area")) return isAreaOfMap(path, drawn);
  if (colourName(path, "fill") !== "none" && attribute(path, "fill") !== "none") return false;
  const dots = claimsBy(claims, "x", "y", "x-made", "y-made").filter(({shape}) => shape.name === "circle");
  const isOnDot = ([x, y]: Point) => dots.some(({shape}) => isAt(px(shape, "cx"), x) && isAt(px(shape, "cy"), y));
  const [first, ...others] = points;
  if (
    first !== undefined &&
    others.every(isOnDot) &&
    (isOnDot(first) || (others.length > 0 && isAtNought(first, drawn)))
  )
    return true;
  if (isDiagonal(points, drawn)) return true;
  const boxes = shapesOf(svg, "rect").filter((box) => hasClass(box, "withheld"));
  return boxes.some((box) => points.every((point) => isOn(point, box))) || isLeader(points, drawn);
}

/** The corner where both scales of some dots are nought: a curve of running sums begins there. */
function isAtNought([x, y]: Point, {claims}: Decorated): boolean {
  return claimsBy(claims, "x-made").some(({scales}) => {
    const [across, upwards] = [scales.get("x"), scales.get("y")];
    return across !== undefined && upwards !== undefined && isAt(placeOn(across, 0), x) && isAt(placeOn(upwards, 0), y);
  });
}

/** A line from end to end of two scales that are alike: where both numbers are the same. */
function isDiagonal(points: readonly Point[], {scales}: Decorated): boolean {
  const alike = scales.flatMap((x) =>
    scales
      .filter((y) => x.axis === "x" && y.axis === "y" && x.domain.join(" ") === y.domain.join(" "))
      .map((y) => ({x, y})),
  );
  return (
    points.length === 2 &&
    alike.some(({x, y}) =>
      points.every(([px, py], at) => isAt(px, Number(x.range[at])) && isAt(py, Number(y.range[at]))),
    )
  );
}

/** An area of which nothing is shown, on a map of areas that are tinted by what they show: drawn as these are. */
function isAreaOfMap(path: PageElement, {claims}: Decorated): boolean {
  const tinted = claimsBy(claims, "fill").filter(({shape}) => shape.name === "path");
  const isLikeThese = tinted.some(({shape}) => attribute(shape, "stroke") === attribute(path, "stroke"));
  return isLikeThese && ["paper", "#FFFFFF"].includes(colourName(path, "fill"));
}

/** A line from a label to the middle of the shape that it names. */
function isLeader(points: readonly Point[], {claims, texts, svg}: Decorated): boolean {
  if (points.length !== 2) return false;
  const areas = shapesOf(svg, "path").filter((path) => hasClass(path, "area"));
  const bars = claimsBy(claims, "x", "y")
    .map(({shape}) => shape)
    .filter(({name}) => name === "rect");
  const isAtShape = ([x, y]: Point) =>
    bars.some((bar) => isAt(middleOf(bar).x, x) && y >= extentOf(bar).top - 60 && y <= extentOf(bar).bottom + 12) ||
    areas.some((area) => isOn([x, y], area));
  const isAtText = ([x, y]: Point) =>
    texts.some((text) => isAt(px(text, "x"), x) && Math.abs(middleOf(text).y - y) <= 12);
  return points.some((point, index) => isAtShape(point) && points.some((other, at) => at !== index && isAtText(other)));
}
