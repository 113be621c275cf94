import type {PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {isOnLine} from "./auditHollow.ts";
import {middlesOn, type DrawnScale} from "./DrawnScale.ts";
import type {DrawnClaim} from "./readClaims.ts";
import {bareText, shapesOf, type ShapeFault} from "./Shapes.ts";
import {timeOfRow} from "./timeOfRow.ts";

/** It stands over the upright line of a break, and for no cell. */
export const breakMark = "[b]";

/** The days from which a number is the first that is counted otherwise, ISO. */
export function breakDays({caveats}: PublicCell): readonly string[] {
  return caveats.flatMap(({kind, from}) => (kind === "break" && from !== undefined ? [from] : []));
}

/** Checks that lines over time that pass a break have its mark, and none has one where there is no break. */
export function auditBreakLines(svg: PageElement, claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  const rows = claims.filter(isOnLine).flatMap((claim) => claim.rows);
  const first = Math.min(...rows.map(timeOfRow));
  const days = new Set(rows.filter((row) => timeOfRow(row) > first).flatMap(breakDays));
  const marks = shapesOf(svg, "text").filter((text) => bareText(text) === breakMark);
  if (days.size > 0 && marks.length === 0) return [{shape: svg, what: "a break is drawn nowhere"}];
  return days.size === 0 ? marks.map((shape) => ({shape, what: "a break is drawn where there is none"})) : [];
}

/** Where categories stand, and half-way to each that is the first after a break. */
export function stops(scale: DrawnScale, {cells}: Pick<ShownFigure, "cells">): readonly number[] {
  const middles = middlesOn(scale);
  const broken = scale.domain.map((label) => cells.some((row) => breakDays(row).length > 0 && isCalled(row, label)));
  const between = middles.map((at, index) => (broken[index] === true ? (at + (middles[index - 1] ?? at)) / 2 : at));
  return [...middles, ...between];
}

function isCalled({asked}: PublicCell, name: string): boolean {
  return asked.place.some(({category}) => category !== "total" && category.name === name);
}
