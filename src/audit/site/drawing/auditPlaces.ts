import {attribute, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import {baseOf, printedValue} from "./drawnRows.ts";
import {classOf, placeOn, type DrawnScale} from "./DrawnScale.ts";
import {isOnLimit} from "./limitLine.ts";
import {claimsBy, type DrawnClaim} from "./readClaims.ts";
import {colourName, extentOf, isAt, middleOf, pointsOf, px, type ShapeFault} from "./Shapes.ts";
import {placeOfTime, timeOfRow} from "./timeOfRow.ts";

/**
 * Holds every shape against the cell and the scale that it names: the cell has to be published, and the shape has to be
 * as long, or to stand, or to be tinted, as the scale says for the number printed of it.
 */
export function auditPlaces(claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const placed = claimsBy(claims, "x", "y", "x-interval", "x-base", "x-time", "fill", "limit", "limit-number");
  const faults = placed.flatMap((claim) =>
    claim.channels.flatMap((channel) => {
      const what = faultOf(channel, claim, claims);
      return what === undefined ? [] : [{shape: claim.shape, what}];
    }),
  );
  return [...faults, ...oddSizes([...placed, ...claimsBy(claims, "x-made", "y-made")])];
}

function faultOf(channel: string, claim: DrawnClaim, all: readonly DrawnClaim[]): string | undefined {
  const {shape, rows, scales} = claim;
  const [row] = rows;
  if (channel.startsWith("limit")) return isOnLimit(claim) ? undefined : "a limit is not drawn as its formula says";
  if (row === undefined) return undefined;
  const value = channel === "x-base" ? baseOf(row) : standsAt(claim, row, all);
  if (value === undefined) return "a shape shows a number that is withheld or not there";
  const scale = scales.get(channel === "fill" ? "color" : channel.charAt(0));
  if (scale === undefined) return "a shape names no scale that the drawing has for it";
  if (channel === "x-time")
    return scale.kind === "utc" && isAt(middleOf(shape).x, placeOfTime(scale, timeOfRow(row)))
      ? undefined
      : "a shape stands at another time than its period is";
  if (channel === "fill")
    return classOf(scale, value) === tintName(shape)
      ? undefined
      : "a shape is tinted otherwise than its released value is";
  if (channel === "x-interval") return intervalFault(shape, row, scale);
  const axis = channel.startsWith("x") ? "x" : "y";
  if (shape.name === "rect") return barFault(claim, {axis, value, scale}, all);
  const isRight = pointsOf(shape).every(([x, y]) => isAt(axis === "x" ? x : y, placeOn(scale, value)));
  return isRight ? undefined : "a shape stands elsewhere than its released value is";
}

/**
 * A cell stands at the number that is printed of it. Dots and lines that are read upwards, as those of a line over time are, stand
 * at the released one, which a whole percent is too coarse for; so does what is drawn beside intervals, because it is held
 * against them.
 */
function standsAt({shape, channels}: DrawnClaim, row: PublicCell, all: readonly DrawnClaim[]): number | undefined {
  const isUpwards = channels.includes("y") && shape.name !== "rect";
  const isPrecise = isUpwards || claimsBy(all, "x-interval").length > 0;
  return isPrecise && row.cell.status === "published" ? row.cell.value : printedValue(row);
}

/** In files colours stand by themselves: a file is compared with the page, where they have names. */
function tintName(shape: PageElement): string {
  return colourName(shape, "fill");
}

function intervalFault(shape: PageElement, {cell}: PublicCell, scale: DrawnScale): string | undefined {
  if (cell.status !== "published" || cell.lower === undefined || cell.upper === undefined)
    return "an interval is drawn of a cell that has none";
  const {left, right, top, bottom} = extentOf(shape);
  const isRight = isAt(left, placeOn(scale, cell.lower)) && isAt(right, placeOn(scale, cell.upper));
  return isRight && top === bottom ? undefined : "an interval ends elsewhere than its released bounds are";
}

interface Bar {
  readonly axis: "x" | "y";
  readonly value: number;
  readonly scale: DrawnScale;
}

/** A bar is as long as its value, from nought or from the end of another bar of its row. */
function barFault(claim: DrawnClaim, {axis, value, scale}: Bar, all: readonly DrawnClaim[]): string | undefined {
  const [from, to] = sidesOf(claim.shape, axis);
  const [nought, end] = [placeOn(scale, 0), placeOn(scale, value)];
  if (!isAt(to - from, Math.abs(end - nought))) return "a bar is not as long as its released value";
  const start = end < nought ? to : from;
  if (isAt(start, nought)) return undefined;
  const cross = axis === "x" ? "y" : "x";
  const follows = all.some(
    ({shape, scales}) =>
      shape.name === "rect" &&
      shape !== claim.shape &&
      scales.get(axis) === scale &&
      attribute(shape, cross) === attribute(claim.shape, cross) &&
      sidesOf(shape, axis).some((side) => isAt(side, start)),
  );
  return follows ? undefined : "a bar starts neither at nought nor where another one ends";
}

function sidesOf(shape: PageElement, axis: "x" | "y"): readonly [number, number] {
  const {left, right, top, bottom} = extentOf(shape);
  return axis === "x" ? [left, right] : [top, bottom];
}

/** Sizes that no channel names say nothing: bars of a scale have one thickness, dots of a colour one radius. */
function oddSizes(claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const sizes = claims.flatMap(({shape, channels, scales}): readonly (readonly [string, number, PageElement])[] => {
    if (shape.name === "circle") return [[`circle ${attribute(shape, "fill")}`, px(shape, "r"), shape]];
    if (shape.name !== "rect" || channels.some((channel) => channel === "fill" || channel.endsWith("-made"))) return [];
    const axis = channels[0] ?? "";
    const scale = scales.get(axis);
    return [[`${axis} ${scale?.range.join(" ") ?? ""}`, px(shape, axis === "x" ? "height" : "width"), shape]];
  });
  return [...Map.groupBy(sizes, ([kind]) => kind).values()].flatMap((alike) => {
    const usual = alike[0]?.[1] ?? 0;
    const odd = alike.filter(([, size]) => !isAt(size, usual));
    return odd.map(([, , shape]) => ({shape, what: "a shape is larger or smaller than the others of its kind"}));
  });
}
