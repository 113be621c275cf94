import {attribute, elementsOf, textOf, type PageElement} from "../html/parsePage.ts";
import {printedNumbers} from "../../tells/printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import type {PublicCell} from "../editionInDist.ts";
import {unitOf} from "./drawnRows.ts";
import {numbersBeside} from "./numbersBeside.ts";
import {placeOn, type DrawnScale} from "./DrawnScale.ts";
import {madeNumber, type MadeNumber} from "./madeNumber.ts";
import {claimsBy, type DrawnClaim} from "./readClaims.ts";
import {bareText, extentOf, isAt, type ShapeFault} from "./Shapes.ts";

/** How what is made of several cells by a formula is shown: at a place, from bound to bound, as a number, in words, or by a mark. */
export const madeChannels = ["x-made", "y-made", "x-made-interval", "made-number", "made-mark", "made-word"] as const;

/**
 * Holds every shape and every text that shows what a formula makes of several cells against what it does make of them: worked
 * out anew from the released cells, whatever the chart is.
 */
export function auditMade(figure: ShownFigure, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  return claimsBy(claims, ...madeChannels).flatMap((claim) => {
    const {shape, formula, rows, channels} = claim;
    const made = madeNumber(formula, rows, figure);
    if (made === undefined) return [{shape, what: "a shape names a formula that makes nothing of its cells"}];
    const isRight = channels.every((channel) => isMade(channel, claim, made));
    return isRight ? [] : [{shape, what: "a shape shows another number than its formula makes of its cells"}];
  });
}

/** The numbers that formulas make of cells on a scale: it may end at them. */
export function madeOn(scale: DrawnScale, figure: ShownFigure, claims: readonly DrawnClaim[]): readonly number[] {
  const axis = scale.axis === "x" ? "x" : "y";
  return claimsBy(claims, `${axis}-made`)
    .filter(({scales}) => scales.get(axis) === scale)
    .flatMap(({formula, rows}) => {
      const made = madeNumber(formula, rows, figure);
      return made?.reach ?? made?.[axis] ?? [];
    });
}

/** The keys of the numbers that a drawing writes as made of its cells; {@link auditMade} holds each against them. */
export function numbersMadeIn(svg: PageElement): readonly string[] {
  return elementsOf(svg)
    .filter((text) => attribute(text, "data-channel") === "made-number")
    .flatMap((text) => printedNumbers(textOf(text)).map(({key}) => key));
}

function isMade(channel: string, claim: DrawnClaim, made: MadeNumber): boolean {
  if (channel === "made-number") return made.numbers.length > 0 && isWritten(claim, made);
  if (channel === "made-mark") return made.numbers.length === 0 && isMarkAlone(claim.shape);
  if (channel === "made-word") return made.words?.includes(textOf(claim.shape)) === true;
  const isInterval = channel === "x-made-interval";
  if (channel !== "x-made" && channel !== "y-made" && !isInterval) return true;
  const axis = channel === "y-made" ? "y" : "x";
  const [scale, ends] = [claim.scales.get(axis), isInterval ? made.interval : made[axis]];
  if (scale === undefined || ends === undefined) return false;
  const {left, right, top, bottom} = extentOf(claim.shape);
  if (isInterval && top !== bottom) return false;
  const drawn = axis === "x" ? [left, right] : [bottom, top];
  return ends.every((end, at) => isAt(drawn[at] ?? NaN, placeOn(scale, end)));
}

/** A text has the numbers of its formula besides names, in their order and as exactly as it writes them. */
function isWritten({shape, rows}: DrawnClaim, {numbers, isPercent}: MadeNumber): boolean {
  const names = rows.flatMap((row) => [...labelsOf(row), row.query.label ?? "", unitOf(row)]);
  const written = numbersBeside(shape, names);
  return (
    written.length === numbers.length &&
    written.every(({text}, at) => {
      const digits = text.replace(/[,%]/g, "").replace("−", "-");
      const decimals = digits.split(".")[1]?.length ?? 0;
      const [sign, expected] = inPrint(numbers[at] ?? NaN, {decimals, isPercent});
      const isSigned = sign === "" || bareText(shape).includes(`${sign}${text}`);
      return text.endsWith("%") === isPercent && digits === expected && isSigned;
    })
  );
}

/** A percentage that rounds to nought or to a hundred and is neither is written with a sign: "<1%", ">99%". */
function inPrint(
  number: number,
  {decimals, isPercent}: {readonly decimals: number; readonly isPercent: boolean},
): readonly [sign: string, digits: string] {
  const [rounded, least] = [number.toFixed(decimals).replace(/^-(?=[0.]+$)/, ""), 1 / 10 ** decimals];
  if (isPercent && number > 0 && Number(rounded) === 0) return ["<", least.toFixed(decimals)];
  if (isPercent && number < 100 && Number(rounded) === 100) return [">", (100 - least).toFixed(decimals)];
  return ["", rounded];
}

/** A mark of a number that is not there, and no number beside it. */
function isMarkAlone(text: PageElement): boolean {
  return [...textOf(text).matchAll(/\[\w+\]/g)].length === 1 && printedNumbers(textOf(text)).length === 0;
}

function labelsOf({asked}: PublicCell): readonly string[] {
  return asked.place.map(({category}) => (category === "total" ? "" : category.label));
}
