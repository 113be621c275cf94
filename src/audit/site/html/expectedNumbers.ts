import {measureOf} from "../../../measures/index.ts";
import type {Cell} from "../../../release/index.ts";
import {columnOf, questionOf} from "../../../publication/index.ts";
import {tellsOf} from "../../tells/registry.ts";
import {populationAsked, type PublicCell} from "../editionInDist.ts";
import {endsOfInterval} from "../numbersOfCell.ts";
import {numberKey} from "../../tells/printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import {benchmarkRows} from "../drawing/drawnRows.ts";
import type {FigureSeries} from "./figureSeries.ts";

/** Where a number stands in a figure's table. */
export interface TablePlace {
  readonly row: string;
  /** The lowest heading over it. */
  readonly heading: string;
  readonly series: FigureSeries;
}

/** The keys of the numbers that one cell of a table may print: of the query of its column, at the place of its row. */
export function expectedNumbers(place: TablePlace, figure: ShownFigure): readonly string[] {
  return cellsAt(place, figure).flatMap((cell) => numbersUnder(place.heading, cell));
}

/** The released cells of which a number at a place of a table can be. */
export function cellsAt({row, heading, series}: TablePlace, figure: ShownFigure): readonly PublicCell[] {
  const cells = series.filter((cell) => standsAt(cell, row, heading));
  return cells.length > 0 ? cells : benchmarkRows(figure).filter((one) => isBenchmark(one, row, series));
}

export function standsAt(cell: PublicCell, row: string, heading: string): boolean {
  const [down, across] = cell.asked.place.map(({category}) => (category === "total" ? "Total" : category.label));
  if (down === undefined) return itemNames(cell).includes(row);
  return down === row && (across === undefined || across === heading);
}

/** The names that a single cell's row may have: as the text calls it, or the questions and answers that it asks. */
function itemNames({query, asked: {population}}: PublicCell): readonly string[] {
  if (query.label !== undefined) return [query.label];
  const places = Object.entries({...query.among, ...query.at})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, asked]) => {
      const variable = population?.variables.find((one) => one.name === name);
      const label = variable?.categories.find((one) => one.name === asked)?.label ?? "Stated";
      const isWhole = asked === "region" && label === "Stated";
      return variable === undefined || isWhole ? [] : [{variable: variable.label, label, isYes: asked === "yes"}];
    });
  if (places.length === 0) return ["All"];
  const answer = (label: string): string =>
    /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  const whole = places.map(({variable, label, isYes}) => (isYes ? variable : `${variable}: ${answer(label)}`));
  return [whole.join(", "), places.map(({variable}) => variable).join(", ")];
}

/** The whole of the column's own query in the row "All", or a figure from elsewhere in the row of its name. */
function isBenchmark(cell: PublicCell, row: string, [first]: FigureSeries): boolean {
  if (first === undefined) return false;
  const {query, asked, release} = cell;
  const isSameSource =
    populationAsked(cell) === populationAsked(first) && release.edition.id === first.release.edition.id;
  if (isSameSource && questionOf(query) === questionOf(first.query)) return row === "All";
  if (measureOf(query).about !== "reference") return false;
  if (query.indicator !== undefined && query.indicator.name !== first.query.indicator?.name) return false;
  const reference = release.vocabulary.references.find(({name}) => name === asked.address.population);
  const column = reference?.columns.find(({name}) => name === columnOf(query));
  return row.startsWith(query.label ?? column?.label ?? "\0");
}

function numbersUnder(heading: string, {cell, denominator, ...place}: PublicCell): readonly string[] {
  const {hasNumberColumn: hasCounts} = tellsOf(place.asked.address);
  switch (heading) {
    case "Number":
      return hasCounts ? wholeNumber(cell, "count") : mainNumber(cell, place);
    case "Base":
      return wholeNumber(cell, "of");
    case "95% interval":
      return endsOfInterval({cell, ...place});
    case "Averaged":
      return cell.status === "published" && denominator?.status === "published" ? [numberKey(denominator.value)] : [];
    default:
      return mainNumber(cell, place);
  }
}

function wholeNumber(cell: Cell, part: "count" | "of"): readonly string[] {
  if (cell.status !== "published" && cell.status !== "unreliable") return [];
  const number = cell[part];
  return number === undefined ? [] : [numberKey(number)];
}

/** The number itself as tables print it: a share as a whole percentage or as its indicator says, a figure from elsewhere with its decimals. */
function mainNumber(cell: Cell, {query, asked: {address}, release}: Omit<PublicCell, "cell">): readonly string[] {
  if (cell.status !== "published") return [];
  return tellsOf(address).numbersInTable({release, address, cell, decimals: query.decimals});
}
