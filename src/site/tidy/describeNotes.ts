import {measureOf} from "../../measures/index.ts";
import {dateInWords} from "../../publication/index.ts";
import type {Caveat, Cell} from "../../release/index.ts";
import {formatCell} from "../words/formatCell.ts";
import {markOf, marksBeside} from "../words/marks.ts";
import {lowerFirst} from "../words/letterCase.ts";
import type {Base, FigureData, OmittedCategories} from "./figureData.ts";

/**
 * The base of every population, with its number and how many of it are not stated, in sentences; and what is left out of
 * the rows.
 */
export function describeBaseNotes({bases, omitted, mark}: FigureData): readonly string[] {
  return [...bases.map((base) => describeBase(base, mark)), ...omitted.map(describeOmitted)];
}

function describeOmitted({of, labels}: OmittedCategories): string {
  const names = labels.map((label) => `“${label}”`);
  return `Not shown, and counted all the same: ${names.join(" and ")} (${lowerFirst(of)}); the data file has the numbers.`;
}

/**
 * What else a reader must know, in sentences: what an indicator is, that shares need not add up, what the chart says of itself, and every
 * mark that occurs.
 */
export function describeExplanations(data: FigureData, chartNotes: readonly string[] = []): readonly string[] {
  const isShare = data.panels.some(({query}) => measureOf(query).print.as === "percent");
  const isMulti = data.dimensions.some((dimension) => dimension.isMulti);
  return [
    ...data.definitions,
    ...describeRegion(data),
    ...describeCaveats(data),
    ...(isShare && isMulti ? ["Clients can be counted in several categories, so shares do not add to 100%."] : []),
    ...chartNotes,
    ...(data.rounding === undefined ? [] : [data.rounding]),
    ...describeMarks(data),
  ];
}

/** Who is in a rate of all: those of the region alone, which is not everybody in the extract. */
function describeRegion({benchmarks, dimensions: [areas]}: FigureData): readonly string[] {
  const isOfRegion = benchmarks.some(({isWhole, row}) => isWhole && row.measure === "rate");
  if (!isOfRegion || areas === undefined) return [];
  return [
    `The rate of all is of those whose ${lowerFirst(areas.label)} lies in the region; others, and those of whom it is not stated, are not counted in it.`,
  ];
}

function describeBase(base: Base, mark: FigureData["mark"]): string {
  const {series, words, denominator, group} = base;
  const write = (cell: Cell): string => formatCell(cell, {measure: "count", decimals: 0, mark}).text;
  const head = series === undefined ? "Base:" : `Base of ${series}:`;
  if (denominator !== undefined) return `${head} ${write(denominator)} ${words}${missingIn(base, write)}.`;
  if (group?.status === "published") return `${head} ${words}; the whole group, stated or not, is ${write(group)}.`;
  return `${head} ${words}${numbersIn(base, write)}.`;
}

type Write = (cell: Cell) => string;

function missingIn({missing, missingOf, leavesOutMissing}: Base, write: Write): string {
  if (missing === undefined || missing.status === "not-available" || missingOf === undefined) return "";
  const what = leavesOutMissing ? "left out because not stated" : "of them not stated";
  return `; ${what} (${missingOf}): ${write(missing)}`;
}

/** "6,845 men, 972 women" */
function numbersIn({parts, numbersIn: place}: Base, write: Write): string {
  if (parts !== undefined)
    return `: ${parts.map(({words, denominator}) => `${write(denominator)} ${words}`).join(", ")}`;
  if (place === undefined) return "";
  return place === "table" ? "; the table gives the number of each" : "; the data file gives the number of each";
}

/** Reasons for which a number is missing, in the order in which they are explained. */
const reasons = ["suppressed", "unreliable", "not-applicable", "not-available"] as const;

/** Every mark that the figure prints, explained once. */
function describeMarks({panels, benchmarks, mark}: FigureData): readonly string[] {
  const cells = [...panels.flatMap(({rows}) => rows), ...benchmarks.map(({row}) => row)].map(({cell}) => cell);
  const marks = reasons.flatMap((status) =>
    cells
      .filter((cell): cell is Exclude<Cell, {status: "published"}> => cell.status === status)
      .map((cell) => markOf(cell, mark)),
  );
  return [...new Set(marks.map(({text, meaning}) => `${text}: ${meaning}.`))];
}

/** What is told of numbers beside them, each reason once. */
function describeCaveats({panels, benchmarks}: FigureData): readonly string[] {
  const rows = [...panels.flatMap((panel) => panel.rows), ...benchmarks.map(({row}) => row)];
  const told = rows.filter(({cell}) => cell.status === "published").flatMap(({caveats}) => caveats);
  return [...new Set(told.map(caveatInWords))];
}

/** "[p]: provisional from 1 March 2014 on. Forms of March are not all in." */
function caveatInWords(caveat: Caveat): string {
  const {kind, from, because} = caveat;
  const [mark] = marksBeside([caveat]);
  // A day stays in one line.
  const day = from === undefined ? "" : dateInWords(from).replaceAll(" ", "\u00a0");
  if (kind === "provisional") return `${mark?.text ?? ""}: provisional from ${day} on. ${because}`;
  const head = mark === undefined ? "Break" : `${mark.text}: break`;
  return `${head}${day === "" ? "" : ` on ${day}`}. ${because}`;
}
