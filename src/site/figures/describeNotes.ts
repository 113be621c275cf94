import {formatCell, meaningOfMark, shorthand} from "../words/formatCell.ts";
import type {Base, FigureData} from "./figureData.ts";

/**
 * What stands beneath a figure or table, in sentences: the base of every population with its number and how many are
 * not stated, that shares need not add up, and every mark that occurs. `chartNotes` are those of the drawing.
 */
export function describeNotes(data: FigureData, chartNotes: readonly string[] = []): readonly string[] {
  const isMulti =
    data.dimensions.some((dimension) => dimension.isMulti) && data.panels.some(({query}) => query.measure === "share");
  return [
    ...data.bases.map((base) => describeBase(base, data.mark)),
    ...(isMulti ? ["Clients can be counted in several categories, so shares do not add to 100%."] : []),
    ...chartNotes,
    ...describeMarks(data),
  ];
}

function describeBase({words, denominator, missing, missingOf, leavesOutMissing}: Base, mark: string): string {
  const count = {measure: "count", decimals: 0, mark} as const;
  if (denominator === undefined) return `Base: ${words}.`;
  const base = `Base: ${formatCell(denominator, count).text} ${words}`;
  if (missing === undefined || missing.status === "not-available" || missingOf === undefined) return `${base}.`;
  const number = formatCell(missing, count).text;
  return leavesOutMissing
    ? `${base}; left out because not stated (${missingOf}): ${number}.`
    : `${base}; of them not stated (${missingOf}): ${number}.`;
}

/** Every mark that the figure prints, explained once. */
function describeMarks({rows, panels, mark}: FigureData): readonly string[] {
  const cells = [...rows, ...panels.flatMap((panel) => panel.rows)].map(({cell}) => cell.status);
  const marks = {suppressed: mark, ...shorthand};
  return (["suppressed", "not-applicable", "not-available"] as const)
    .filter((status) => cells.includes(status))
    .map((status) => `${marks[status]}: ${meaningOfMark(status)}.`);
}
