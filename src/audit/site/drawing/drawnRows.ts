import {cellKey} from "../../../publication/index.ts";
import {roundRatioHalfUp} from "../../../release/index.ts";
import {populationAsked, type PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";

/** The cells that a figure draws: those of its tables, or its single cells where it has no table. */
export function drawnRows({cells}: ShownFigure): readonly PublicCell[] {
  const spread = cells.filter(({asked}) => asked.place.length > 0);
  return spread.length > 0 ? spread : cells;
}

/** Single cells beside a table: the value that the others are held against. */
export function benchmarkRows(figure: ShownFigure): readonly PublicCell[] {
  const drawn = drawnRows(figure);
  return figure.cells.filter((cell) => !drawn.includes(cell));
}

/** The rows of one population, edition and query: a panel of the figure. */
export function seriesOf(figure: ShownFigure): readonly (readonly PublicCell[])[] {
  return [...Map.groupBy(drawnRows(figure), seriesName).values()];
}

/** Names the series that a row is in. */
export function seriesName(cell: PublicCell): string {
  return [cell.query.text, cell.release.edition.id, populationAsked(cell)].join("|");
}

/** Names what looks alike and stands in one line: a series, and of single cells without a table all of a population. */
export function kinName(row: PublicCell, {cells}: ShownFigure): string {
  const areSingle = cells.every(({asked}) => asked.place.length === 0);
  return areSingle ? [row.release.edition.id, populationAsked(row)].join("|") : seriesName(row);
}

/** Rows whose places are no totals. */
export function innerRows(rows: readonly PublicCell[]): readonly PublicCell[] {
  return rows.filter(({asked}) => asked.place.every(({category}) => category !== "total"));
}

/** Whether a number exists and is not printed. */
export function isHeldBack({cell}: PublicCell): boolean {
  return cell.status === "suppressed" || cell.status === "unreliable";
}

/**
 * The number that is printed of a cell in figures, and at which its shapes stand: a share in whole percent, or with the
 * decimals of its indicator, "<1%" at a half and ">99%" at 99.5; others as they are released, and facts with the decimals
 * of their column.
 */
export function printedValue({cell, query, asked, release}: PublicCell): number | undefined {
  if (cell.status !== "published") return undefined;
  const {value, count, of} = cell;
  const {address} = asked;
  if (address.measure === "share" && count !== undefined && of !== undefined && of > 0) {
    const {decimals = 0} = query;
    const percent = roundRatioHalfUp(100 * count, of, decimals);
    const least = 1 / 10 ** decimals;
    if (percent === 0 && count > 0) return least / 2;
    return percent === 100 && count < of ? 100 - least / 2 : percent;
  }
  if (address.measure !== "value") return value === 0 && (count ?? 0) > 0 ? leastOf(address.measure) / 2 : value;
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  return Number(value.toFixed(reference?.columns.find(({name}) => name === address.column)?.decimals ?? 0));
}

/** The least that is written of a rate or a ratio: "<0.1" stands at half of it. */
export function leastOf(measure: string): number {
  return measure === "observed-ratio" ? 0.01 : 0.1;
}

/** Everything published that a scale of a figure's values may reach: they themselves, and the ends of intervals. */
export function scaledValues({cells}: ShownFigure): readonly number[] {
  return cells.flatMap((row) => {
    const {cell} = row;
    if (cell.status !== "published") return [];
    const released = cell.lower === undefined ? undefined : cell.value;
    return [printedValue(row), released, cell.lower, cell.upper].filter((value) => value !== undefined);
  });
}

/** The published base of a share. */
export function baseOf({cell, denominator}: PublicCell): number | undefined {
  if (cell.status !== "published") return undefined;
  return cell.of ?? (denominator?.status === "published" ? denominator.value : undefined);
}

/** The unit of a fact's column, which may hold digits: "per 1,000 people". */
export function unitOf({asked: {address}, release}: PublicCell): string {
  if (address.measure !== "value") return "";
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  return reference?.columns.find(({name}) => name === address.column)?.unit ?? "";
}

/** Whether figures print the cell with a percent sign. */
export function isPercent(row: PublicCell): boolean {
  const {measure} = row.asked.address;
  return ["share", "similar-share", "proportion"].includes(measure) || unitOf(row) === "percent";
}

/** Names a cell of an edition: two rows with one key are the same cell. */
export function rowKey({asked, release}: PublicCell): string {
  return `${release.edition.id} ${cellKey(asked.address)}`;
}
