import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {parse} from "csv-parse/sync";
import type {CountModel, Equation} from "../../../src/confidential/disclose/search/countModel.ts";

/** A table with its hierarchies and the pattern that GaussSuppression gave for it. */
export interface ReferenceTable {
  readonly name: string;
  readonly model: CountModel;
  /** Places of what GaussSuppression withheld. */
  readonly recorded: ReadonlySet<number>;
}

type Row = Readonly<Record<string, string>>;
const suffix = "__lt5_zeros_published.csv";
const total = "Total";

/**
 * The tables of a folder: `NAME.csv` holds counts (column `freq`), `NAME__lt5_zeros_published.csv` the same with all
 * totals and a recorded pattern (columns `primary` and `suppressed`).
 */
export function readReferenceTables(folder: string): readonly ReferenceTable[] {
  const patterns = readdirSync(folder).filter((file) => file.endsWith(suffix));
  return patterns.sort().map((file) => {
    const name = file.slice(0, -suffix.length);
    const pattern = readRows(path.join(folder, file));
    const model = modelOf(readRows(path.join(folder, `${name}.csv`)), pattern);
    const recorded = new Set(pattern.keys().filter((cell) => pattern[cell]?.suppressed === "TRUE"));
    return {name, model, recorded};
  });
}

function readRows(file: string): readonly Row[] {
  return parse(readFileSync(file), {columns: true, skip_empty_lines: true});
}

function modelOf(counts: readonly Row[], pattern: readonly Row[]): CountModel {
  const dimensions = Object.keys(pattern[0] ?? {}).filter((name) => !["freq", "primary", "suppressed"].includes(name));
  const divisions = dimensions.map((dimension) => divisionsOf(dimension, dimensions, counts));
  const placeOf = (row: Row): readonly string[] => dimensions.map((dimension) => row[dimension] ?? "");
  const index = new Map(pattern.map((row, cell) => [JSON.stringify(placeOf(row)), cell]));
  const cells = pattern.map((row) => {
    const place = placeOf(row);
    const level = place.filter((code, dimension) => divisions[dimension]?.has(code)).length;
    return {key: JSON.stringify(place), count: Number(row.freq), shown: true, level};
  });
  const equations = pattern.flatMap((row, whole) =>
    placeOf(row).flatMap((code, dimension) =>
      (divisions[dimension]?.get(code) ?? []).map((parts): Equation => {
        const places = parts.map((part) => placeOf(row).with(dimension, part));
        return {total: whole, parts: places.map((place) => cellAt(place, index))};
      }),
    ),
  );
  return {cells, equations};
}

function cellAt(place: readonly string[], index: ReadonlyMap<string, number>): number {
  const cell = index.get(JSON.stringify(place));
  if (cell === undefined) throw new RangeError(`the recorded pattern has no cell ${place.join(" × ")}`);
  return cell;
}

/**
 * How each code of a dimension that is no leaf divides into others. A column of the counts that the dimension decides
 * is a grouping of it; there can be several, side by side.
 */
function divisionsOf(
  dimension: string,
  dimensions: readonly string[],
  counts: readonly Row[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const others = Object.keys(counts[0] ?? {}).filter((column) => column !== "freq" && !dimensions.includes(column));
  const groupings = others.filter((column) => decides(dimension, column, counts));
  const codesOf = (column: string, rows: readonly Row[]): readonly string[] => [
    ...new Set(rows.map((row) => row[column] ?? "")),
  ];
  const divisions = new Map<string, readonly (readonly string[])[]>();
  const wholes = groupings.length > 0 ? groupings : [dimension];
  divisions.set(
    total,
    wholes.map((column) => codesOf(column, counts)),
  );
  for (const grouping of groupings) {
    for (const [code, rows] of Map.groupBy(counts, (row) => row[grouping] ?? "")) {
      divisions.set(code, [codesOf(dimension, rows)]);
    }
  }
  return divisions;
}

function decides(dimension: string, column: string, counts: readonly Row[]): boolean {
  const groups = Map.groupBy(counts, (row) => row[dimension] ?? "");
  const isGrouping = new Set(counts.map((row) => row[column])).size < groups.size;
  return isGrouping && groups.values().every((rows) => new Set(rows.map((row) => row[column])).size === 1);
}
