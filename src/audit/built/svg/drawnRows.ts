import {cellKey} from "../../../publication/index.ts";
import {exactValue, type PublicCell} from "../editionInDist.ts";
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
  const groups = Map.groupBy(drawnRows(figure), ({query, release, asked}) =>
    [query.text, release.edition.id, asked.address.population].join("|"),
  );
  return [...groups.values()];
}

/** Rows whose places are no totals. */
export function innerRows(rows: readonly PublicCell[]): readonly PublicCell[] {
  return rows.filter(({asked}) => asked.place.every(({category}) => category !== "total"));
}

/** Exact values of the published cells among some. */
export function publishedValues(rows: readonly PublicCell[]): readonly number[] {
  return rows.flatMap((row) => exactValue(row) ?? []);
}

/** Everything published that a figure's scale may reach: values, and the ends of intervals. */
export function scaledValues({cells}: ShownFigure): readonly number[] {
  const bounds = cells.flatMap(({cell}) => (cell.status === "published" ? [cell.lower, cell.upper] : []));
  return [...publishedValues(cells), ...bounds.filter((bound) => bound !== undefined)];
}

/** Whether two rows are the same cell of the same edition. */
export function rowKey({asked, release}: PublicCell): string {
  return `${release.edition.id} ${cellKey(asked.address)}`;
}
