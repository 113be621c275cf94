import type {PublicCell} from "../editionInDist.ts";
import type {DrawnClaim} from "./readClaims.ts";
import {colourName, type ShapeFault} from "./Shapes.ts";

/** Whether the number of a cell may still change. */
export function isProvisional({cell, caveats}: PublicCell): boolean {
  return cell.status === "published" && caveats.some(({kind}) => kind === "provisional");
}

/** Dots of lines over time: those that show their cell by their height alone, or by their day besides. */
export function isOnLine({shape, channels}: DrawnClaim): boolean {
  return shape.name === "circle" && channels.includes("y") && channels.every((name) => ["y", "x-time"].includes(name));
}

/** Checks that the dots of lines are hollow where their numbers may still change, and nowhere else. */
export function auditHollow(claims: readonly DrawnClaim[]): readonly ShapeFault[] {
  return claims.filter(isOnLine).flatMap(({shape, rows: [row]}) => {
    if (row === undefined) return [];
    const isHollow = ["paper", "#FFFFFF"].includes(colourName(shape, "fill"));
    if (isHollow === isProvisional(row)) return [];
    return [
      {
        shape,
        what: isHollow ? "a dot is hollow, and its number is final" : "a dot is full, and its number is provisional",
      },
    ];
  });
}
