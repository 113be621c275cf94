import {printedNumbers} from "../../tells/printedNumbers.ts";
import {textOf, type PageElement} from "../html/parsePage.ts";
import {middlesOn, placeOn, valueAt} from "./DrawnScale.ts";
import {cornerOfLimit} from "./eventsLimit.ts";
import {processLine} from "./processLine.ts";
import type {DrawnClaim} from "./readClaims.ts";
import {isAt, pointsOf} from "./Shapes.ts";

/** How many standard errors from the whole a limit runs. Source: the normal distribution, both tails together. */
const errors: Readonly<Record<string, number>> = {
  "95% upper": 1.96,
  "95% lower": -1.96,
  "99.8% upper": 3.09,
  "99.8% lower": -3.09,
};

/**
 * Where a control limit of a share of the base stands: at p + z × √(p (100 − p) / n) percent, within 0 and 100. Nothing
 * for a formula that nobody knows. Source: Spiegelhalter, Funnel plots for comparing institutional performance (2005).
 */
function limitAt(percent: number, base: number, formula: string): number | undefined {
  const error = Object.hasOwn(errors, formula) ? errors[formula] : undefined;
  if (error === undefined) return undefined;
  return Math.min(100, Math.max(0, percent + error * Math.sqrt((percent * (100 - percent)) / base)));
}

/** Where the limits of a share stand at a base. */
export function limitsAt(percent: number, base: number): readonly number[] {
  return Object.keys(errors).flatMap((formula) => limitAt(percent, base, formula) ?? []);
}

/** Whether a curve, or a number in words, is the limit that it says it is. */
export function isOnLimit(claim: DrawnClaim): boolean {
  const {shape, rows, formula} = claim;
  const levels = processLine(formula, rows);
  if (levels === undefined) return shape.name === "path" && isOnFunnel(claim);
  return shape.name === "path" ? isAlong(claim, levels) : isNumberOf(shape, levels);
}

/** A limit of shares by their base, around one share; or of events, which has its corners at whole numbers of them. */
function isOnFunnel({shape, scales, formula, rows}: DrawnClaim): boolean {
  const [x, y] = [scales.get("x"), scales.get("y")];
  const [row, second] = rows;
  if (x === undefined || y === undefined || row?.cell.status !== "published" || second !== undefined) return false;
  const percent = row.cell.value;
  const points = pointsOf(shape);
  if (row.asked.address.measure !== "share")
    return (
      points.length > 1 &&
      points.every(([px, py]) => {
        const corner = cornerOfLimit(formula, row, {base: valueAt(x, px), rate: valueAt(y, py)});
        return corner !== undefined && isAt(px, placeOn(x, corner.base)) && isAt(py, placeOn(y, corner.rate));
      })
    );
  return (
    points.length > 1 &&
    points.every(([px, py]) => {
      const limit = limitAt(percent, valueAt(x, px), formula);
      return limit !== undefined && isAt(py, placeOn(y, limit));
    })
  );
}

/** A line from time to time, at the level of each: of all times that its scale has, in their order. */
function isAlong({shape, scales, rows}: DrawnClaim, levels: readonly number[]): boolean {
  const [x, y] = [scales.get("x"), scales.get("y")];
  if (x?.kind !== "point" || y === undefined) return false;
  const [points, places] = [pointsOf(shape), middlesOn(x)];
  const names = rows.map(({asked: {place}}) => {
    const category = place[0]?.category;
    return category === undefined || category === "total" ? "" : category.name;
  });
  return (
    points.length === levels.length &&
    names.join(" ") === x.domain.join(" ") &&
    points.every(([px, py], index) => isAt(px, places[index] ?? NaN) && isAt(py, placeOn(y, levels[index] ?? NaN)))
  );
}

/** The one number of a text is the one level of a line, as exactly as it is written. */
function isNumberOf(text: PageElement, levels: readonly number[]): boolean {
  const [number, second] = printedNumbers(textOf(text));
  if (number === undefined || second !== undefined) return false;
  const decimals = /\.(\d+)/.exec(number.text)?.[1]?.length ?? 0;
  return levels.every((level) => Number(level.toFixed(decimals)) === Number(number.key.replace("%", "")));
}
