import type {ShownFigure} from "../scope.ts";
import {drawnRows} from "../drawing/drawnRows.ts";

/** The labels of the categories that a figure's text leaves out of rows and shapes. */
export function omittedCategories(figure: ShownFigure): readonly string[] {
  const roles: readonly string[] = figure.block.omit;
  const categories = drawnRows(figure).flatMap(({asked: {place}}) => place.map(({category}) => category));
  const labels = categories.flatMap((one) => (one !== "total" && roles.includes(one.role) ? [one.label] : []));
  return [...new Set(labels)];
}

/** Whether a note says that categories are left out, and of nothing else. */
export function saysOmitted(note: string, labels: readonly string[]): boolean {
  const told = [...note.matchAll(/“([^”]+)”/g)].map(([, label]) => label);
  return (
    note.startsWith("Not shown, and counted all the same:") &&
    told.length > 0 &&
    told.every((label) => labels.includes(label ?? ""))
  );
}
