import {breakMark} from "./auditBreakLines.ts";
import {textOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import {printedNumbers} from "../../tells/printedNumbers.ts";
import {yearsIn} from "../phrases.ts";
import type {ShownFigure} from "../scope.ts";
import {isHeldBack, isPercent, leastOf, printedValue, rowKey, unitOf} from "./drawnRows.ts";
import {numbersBeside} from "./numbersBeside.ts";
import {claimsBy, type DrawnClaim} from "./readClaims.ts";
import {bare, bareText, hasClass, isOn, middleOf, pointsOf, shapesOf, type ShapeFault} from "./Shapes.ts";
import {milestonesOf} from "./timeOfRow.ts";

const bareNumber = /^[<>−]?[\d,.]+%?$/;
const bareMark = /^\[\w+\]/;

/**
 * Checks the texts of a drawing: a number names its cell or stands on the box of one, is printed as that cell is, and
 * stands by the shape of that cell and no other; a mark names cells that are not published.
 */
export function auditNumbers(
  svg: PageElement,
  figure: ShownFigure,
  claims: readonly DrawnClaim[],
): readonly ShapeFault[] {
  const claiming = new Set(claims.map(({shape}) => shape));
  const free = shapesOf(svg, "text").filter((text) => !claiming.has(text) && !hasClass(text, "caption"));
  const names = namesIn(figure);
  const onShapes = free.flatMap((text) => {
    const claim = shapeUnder(text, claims);
    return claim === undefined ? [] : [{shape: text, claim}];
  });
  const alone = free.filter((text) => !onShapes.some(({shape}) => shape === text));
  const unnamed = alone.filter((text) => numbersBeside(text, names).length > 0);
  const unmarked = alone.filter((text) => bareMark.test(textOf(text)) && textOf(text) !== breakMark);
  const signs = alone.filter(
    (text) => !/[\p{L}\p{N}]/u.test(textOf(text)) && !unnamed.includes(text) && textOf(text) !== "",
  );
  return [
    ...signs.map((shape) => ({shape, what: "a sign stands in the place of a text and names no cell"})),
    ...onShapes.flatMap(({shape, claim}) => faultsOf({...claim, shape}, textOnShapeFault(shape, claim))),
    ...unnamed.map((shape) => ({shape, what: "a number names no cell that it is of"})),
    ...unmarked.map((shape) => ({shape, what: "a mark names no cell that it stands for"})),
    ...claimsBy(claims, "text").flatMap((claim) => faultsOf(claim, textFault(claim, claims))),
    ...claimsBy(claims, "made-number", "made-word").flatMap((claim) =>
      faultsOf(claim, misnamedFault(claim) ?? strayFault(claim, claims)),
    ),
    ...claimsBy(claims, "mark").flatMap((claim) => faultsOf(claim, markFault(claim))),
  ];
}

/** The box that a number or mark without a claim of its own stands on: it is then of that box's cell. */
function shapeUnder(text: PageElement, claims: readonly DrawnClaim[]): DrawnClaim | undefined {
  if (!bareNumber.test(textOf(text)) && !bareMark.test(textOf(text))) return undefined;
  const [point = [NaN, NaN]] = pointsOf(text);
  return claims.find(({shape}) => shape.name === "rect" && isOn(point, shape));
}

function textOnShapeFault(text: PageElement, {channels, rows}: DrawnClaim): string | undefined {
  const numbers = printedNumbers(textOf(text)).map(({key}) => key);
  const isRight = channels.includes("mark") ? numbers.length === 0 : rows.every((row) => isPrinted(row, numbers));
  return isRight ? undefined : "a number is not the one released for the cell of the box that it stands on";
}

/** Wordings with digits that name categories, series and times and are no numbers of a cell. */
function namesIn(figure: ShownFigure): readonly string[] {
  const {cells, scope} = figure;
  const names = cells.flatMap((row) => {
    const {asked, query, release} = row;
    return [
      ...asked.place.map(({category}) => (category === "total" ? "" : category.label)),
      query.label ?? "",
      release.edition.period.label,
      release.edition.period.text,
      ...release.vocabulary.references.flatMap(({source}) => yearsIn(source)),
      unitOf(row),
    ];
  });
  const months = milestonesOf(figure).map(({words}) => words);
  return [...scope.phrases, ...months, ...new Set(names)].filter((name) => /\d/.test(name));
}

function faultsOf({shape}: DrawnClaim, what: string | undefined): readonly ShapeFault[] {
  return what === undefined ? [] : [{shape, what}];
}

function textFault({shape, rows}: DrawnClaim, claims: readonly DrawnClaim[]): string | undefined {
  const numbers = printedNumbers(textOf(shape)).map(({key}) => key);
  const missing = rows.filter((row) => !isPrinted(row, numbers));
  if (missing.length > 0) return "a number is not the one released for the cell that it names";
  if (bareNumber.test(textOf(shape)) && (numbers.length > 1 || rows.length > 1)) return "a number names several cells";
  return rows.length > 1 ? undefined : strayFault({shape, rows}, claims);
}

/** What is made of cells, and written after a name, is written after theirs. */
function misnamedFault({shape, rows: [row]}: DrawnClaim): string | undefined {
  const isNamed = row !== undefined && (!textOf(shape).includes(":") || namesItself(shape, row));
  return isNamed ? undefined : "a number stands under the name of another cell than its own";
}

/** A number stands by the shape of its first cell, unless it names that cell itself. */
function strayFault(
  {shape, rows: [row]}: Pick<DrawnClaim, "shape" | "rows">,
  claims: readonly DrawnClaim[],
): string | undefined {
  return row === undefined || namesItself(shape, row) || isByItsShape(shape, row, claims)
    ? undefined
    : "a number stands by a shape of another cell than its own";
}

/** Whether a text begins with the names of its number's row, "Q2 2007/08: 89%", "Up to Kent: 89%": wherever it stands, it is of no other. */
function namesItself(text: PageElement, {asked}: PublicCell): boolean {
  const labels = asked.place.map(({category}) => (category === "total" ? "Total" : category.label));
  const name = `${bare(labels.join(", "))}:`;
  return labels.length > 0 && [name, bare(`Up to ${name}`)].some((start) => bareText(text).startsWith(start));
}

function isPrinted(row: PublicCell, numbers: readonly string[]): boolean {
  const value = printedValue(row);
  if (value === undefined) return false;
  // "<1%" stands at a half and prints a one.
  const least = 1 / 10 ** (row.query.decimals ?? 0);
  const ends = [...(value === least / 2 ? [least] : []), ...(value === 100 - least / 2 ? [100 - least] : [])];
  const tiny = leastOf(row.asked.address.measure);
  const sure = isPercent(row) ? [value, ...ends] : [value, ...(value === tiny / 2 ? [tiny] : [])];
  return numbers.some((key) => key.endsWith("%") === isPercent(row) && sure.includes(Number(key.replace("%", ""))));
}

/** Marks stand for what is not published. A hatched box stands for numbers that exist. */
function markFault({shape, rows}: DrawnClaim): string | undefined {
  if (rows.some(({cell}) => cell.status === "published")) return "a mark stands for a cell that is published";
  const isHatched = shape.name === "rect";
  if (isHatched && (rows.length === 0 || !rows.some(isHeldBack))) return "a hatched box stands for nothing withheld";
  return undefined;
}

/**
 * Whether a number stands by its own shape: on it, where it stands on shapes at all, and otherwise in its row, or its
 * column, and no nearer to another one of the same scale.
 */
function isByItsShape(text: PageElement, row: PublicCell, claims: readonly DrawnClaim[]): boolean {
  const key = rowKey(row);
  const shapes = claimsBy(claims, "x", "y", "x-made", "y-made", "fill").filter(({shape}) => shape.name !== "line");
  const isOwn = ({rows}: DrawnClaim) => rows.some((one) => rowKey(one) === key);
  const [point] = pointsOf(text);
  const under = shapes.filter(({shape}) => point !== undefined && shape.name !== "circle" && isOn(point, shape));
  if (under.length > 0) return under.some(isOwn);
  const own = shapes.filter(isOwn).filter(({channels}) => !channels.includes("fill"));
  return (
    own.length === 0 ||
    own.some(({channels, shape, scales}) => {
      const axis = channels.includes("y") || channels.includes("y-made") ? "y" : "x";
      const kin = shapes.filter((other) => other.scales.get(axis) === scales.get(axis));
      const nearest = Math.min(...kin.map((other) => acrossFrom(text, other.shape, axis)));
      return acrossFrom(text, shape, axis) <= nearest + 10;
    })
  );
}

/** How far a text stands from a shape's row, or from its column where the shape is measured upwards. */
function acrossFrom(text: PageElement, shape: PageElement, axis: "x" | "y"): number {
  const [from, to] = [middleOf(text), middleOf(shape)];
  return axis === "x" ? Math.abs(from.y - to.y) : Math.abs(from.x - to.x);
}
