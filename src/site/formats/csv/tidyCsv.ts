import type {Cell} from "../../../release/index.ts";
import type {TidyPlace, TidyRow} from "../../tidy/tidyRow.ts";
import {writeCsv} from "./writeCsv.ts";

/** A row of a download and, in the file of a whole report, the figure or table that shows it. */
export interface CsvRow {
  readonly row: TidyRow;
  readonly shownIn?: string;
}

/**
 * Cells as tidy CSV, one row a cell: `population`, for every dimension its label and `…_code`, `measure` (of a mean or sum with
 * its number, of a quantile with its percentage, of a reference with its column: `mean age`, `quantile 90 of age`,
 * `value estimate`), `value` (empty
 * unless published), `unit`, `status`, `count` of a share or rate, `denominator`, `missing`, and `lower`, `upper` where
 * there is an interval.
 * `standing` says how a number stands to what its table holds it against, and `held_against` what that is.
 * `mark` tells small counts from what protects them where the policy has two marks.
 * `caveat` tells what is told of a number beside it: that it is provisional, that its period is the first after a break, or that
 * it counts days before and after one.
 * `synthetic` tells made-up numbers from real ones where there are any.
 * `edition` comes first where the cells come from more than one, and before it `shown_in` in a whole report's file.
 */
export function tidyCsv(rows: readonly CsvRow[]): string {
  const dimensions = dimensionsOf(rows);
  const isShownIn = rows.some(({shownIn}) => shownIn !== undefined);
  const hasEditions = new Set(rows.map(({row}) => row.edition.id)).size > 1;
  const hasMarks = rows.some(({row: {cell}}) => markOf(cell) !== "");
  const hasCounts = rows.some(({row: {cell}}) => countOf(cell) !== "");
  const hasIntervals = rows.some(({row: {cell}}) => cell.status === "published" && cell.lower !== undefined);
  const hasStandings = rows.some(({row}) => row.standing !== undefined);
  const hasCaveats = rows.some(({row: {caveats}}) => caveats.length > 0);
  const hasMadeUp = rows.some(({row}) => row.isMadeUp);
  const header = [
    ...(isShownIn ? ["shown_in"] : []),
    ...(hasEditions ? ["edition"] : []),
    "population",
    ...dimensions.flatMap((name) => [name, `${name}_code`]),
    ...["measure", "value", "unit", "status"],
    ...(hasCounts ? ["count"] : []),
    ...["denominator", "missing"],
    ...(hasIntervals ? ["lower", "upper"] : []),
    ...(hasStandings ? ["standing", "held_against"] : []),
    ...(hasMarks ? ["mark"] : []),
    ...(hasCaveats ? ["caveat"] : []),
    ...(hasMadeUp ? ["synthetic"] : []),
  ];
  const lines = rows.map(({row, shownIn}) => [
    ...(isShownIn ? [shownIn ?? ""] : []),
    ...(hasEditions ? [row.edition.id] : []),
    row.population.name,
    ...dimensions.flatMap((name) => placeColumns(row, name)),
    ...[row.named, numberOf(row.cell), row.unit, row.cell.status],
    ...(hasCounts ? [countOf(row.cell)] : []),
    ...[numberOf(row.denominator), numberOf(row.missing)],
    ...(hasIntervals ? bounds(row.cell) : []),
    ...(hasStandings ? standingOf(row) : []),
    ...(hasMarks ? [markOf(row.cell)] : []),
    ...(hasCaveats ? [caveatsIn(row)] : []),
    ...(hasMadeUp ? [row.isMadeUp ? "yes" : "no"] : []),
  ]);
  return writeCsv([header, ...lines]);
}

/** Names of all variables that place a row, in the order of their first use. */
function dimensionsOf(rows: readonly CsvRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({row}) => placesOf(row).map(({variable}) => variable.name)))];
}

function placesOf({place, at}: TidyRow): readonly TidyPlace[] {
  return [...place, ...at];
}

/** A variable that does not narrow a row stands for all of its categories. */
function placeColumns(row: TidyRow, name: string): readonly [label: string, code: string] {
  const found = placesOf(row).find(({variable}) => variable.name === name);
  return found ? [found.category.label, found.category.code] : ["All", ""];
}

function numberOf(cell: Cell | undefined): string {
  return cell?.status === "published" ? String(cell.value) : "";
}

/** How many a share or a rate counts, which stays printed where a share is of too few. */
function countOf(cell: Cell): string {
  return (cell.status === "published" || cell.status === "unreliable") && cell.count !== undefined
    ? String(cell.count)
    : "";
}

function markOf(cell: Cell): string {
  return cell.status === "suppressed" ? (cell.mark ?? "") : "";
}

const caveatNames = {provisional: "provisional", break: "break", mixture: "across a break"} as const;

function caveatsIn({caveats}: TidyRow): string {
  return [...new Set(caveats.map(({kind}) => caveatNames[kind]))].join("; ");
}

/** In words, and against what; neither of what is not published, so that nobody learns on which side it lies. */
function standingOf({cell, standing}: TidyRow): readonly [words: string, heldAgainst: string] {
  return standing === undefined || cell.status !== "published" ? ["", ""] : [standing.words, standing.heldAgainst];
}

function bounds(cell: Cell): readonly string[] {
  if (cell.status !== "published") return ["", ""];
  return [cell.lower, cell.upper].map((bound) => (bound === undefined ? "" : String(bound)));
}
