import type {Cell} from "../../release/index.ts";
import {formatCell} from "../words/formatCell.ts";
import {markOf} from "../words/marks.ts";
import type {Base, FigureData} from "./figureData.ts";

/** The base of every population, with its number and how many of it are not stated, in sentences. */
export function describeBaseNotes({bases, mark}: FigureData): readonly string[] {
  return bases.map((base) => describeBase(base, mark));
}

/**
 * What else a reader must know, in sentences: that shares need not add up, what the chart says of itself, and every
 * mark that occurs.
 */
export function describeExplanations(data: FigureData, chartNotes: readonly string[] = []): readonly string[] {
  const isShare = data.panels.some(({query}) => query.measure === "share");
  const isMulti = data.dimensions.some((dimension) => dimension.isMulti);
  return [
    ...(isShare && isMulti ? ["Clients can be counted in several categories, so shares do not add to 100%."] : []),
    ...chartNotes,
    ...(data.rounding === undefined ? [] : [data.rounding]),
    ...describeMarks(data),
  ];
}

function describeBase(
  {words, denominator, missing, group, missingOf, leavesOutMissing}: Base,
  mark: FigureData["mark"],
): string {
  const count = {measure: "count", decimals: 0, mark} as const;
  if (denominator === undefined && group?.status === "published") {
    const size = formatCell(group, count).text;
    return `Base: ${words} of whom it is known; the whole group, known or not, is ${size}.`;
  }
  if (denominator === undefined) return `Base: ${words}.`;
  const base = `Base: ${formatCell(denominator, count).text} ${words}`;
  if (missing === undefined || missing.status === "not-available" || missingOf === undefined) return `${base}.`;
  const number = formatCell(missing, count).text;
  return leavesOutMissing
    ? `${base}; left out because not stated (${missingOf}): ${number}.`
    : `${base}; of them not stated (${missingOf}): ${number}.`;
}

/** Reasons for which a number is missing, in the order in which they are explained. */
const reasons = ["suppressed", "unreliable", "not-applicable", "not-available"] as const;

/** Every mark that the figure prints, explained once. */
function describeMarks({rows, panels, mark}: FigureData): readonly string[] {
  const cells = [...rows, ...panels.flatMap((panel) => panel.rows)].map(({cell}) => cell);
  const marks = reasons.flatMap((status) =>
    cells
      .filter((cell): cell is Exclude<Cell, {status: "published"}> => cell.status === status)
      .map((cell) => markOf(cell, mark)),
  );
  return [...new Set(marks.map(({text, meaning}) => `${text}: ${meaning}.`))];
}
