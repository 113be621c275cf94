import {readFileSync} from "node:fs";
import path from "node:path";
import {parse as parseCsv} from "csv-parse/sync";
import {readCodes, root, type Row} from "./countedExtract.ts";
import {halfUp, type ExtractMargins, type Item, type Sum} from "./editionMargins.ts";

/** Every cell of the two-way table, and its sums. */
export function tableItems({table}: ExtractMargins, clients: readonly Row[], region: string): readonly Item[] {
  const rows = parseCsv<Row>(readFileSync(path.join(root, "data/reference/margins", table.file), "utf8"), {
    columns: true,
  });
  const rowName = placeNamer(table.rows === "PRISON" ? "prisons" : "areas", region);
  const columnName = placeNamer("areas", region);
  const counts = new Map<string, number>();
  for (const client of clients) {
    const cell = `${rowName(client[table.rows]!)} by ${columnName(client[table.columns]!)}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const beside = new Set(counts.keys());
  const sums = (table.sums ?? []).flatMap((sum) => sumItems(sum, {counts, clients: clients.length}));
  const seen = rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, text]): Item[] => {
      if (column === table.rows) return [];
      const cell = `${row[table.rows]} by ${column}`;
      const count = counts.get(cell) ?? 0;
      beside.delete(cell);
      const mark = table.marks?.[text];
      if (!mark)
        return [{item: `${cell} (${table.source ?? "illustrative"})`, counted: count, published: Number(text)}];
      const inRange = count >= mark[0] && count <= mark[1];
      return [{item: `${cell}, withheld (${table.source})`, counted: inRange ? text : count, published: text}];
    }),
  );
  return [...seen, ...sums, {item: `clients beside the table ${table.file}`, counted: beside.size, published: 0}];
}

/** A sum over the table: a number of clients, a range of them, or a share of all clients. */
function sumItems(
  sum: Sum,
  {counts, clients}: {counts: ReadonlyMap<string, number>; clients: number},
): readonly Item[] {
  const isElsewhere = (name: string) => ["outside", "not-stated"].includes(name);
  const selects = (selection: Sum["rows"], name: string) => {
    if (selection === "all") return true;
    return Array.isArray(selection) ? selection.includes(name) : (selection === "elsewhere") === isElsewhere(name);
  };
  const count = [...counts].reduce((total, [cell, value]) => {
    const [row = "", column = ""] = cell.split(" by ");
    return selects(sum.rows, row) && selects(sum.columns, column) ? total + value : total;
  }, 0);
  const words = (selection: Sum["rows"]) => (typeof selection === "string" ? selection : selection.join(", "));
  const item = `clients first seen ${words(sum.rows)}, resident ${words(sum.columns)}: ${sum.source ?? "illustrative"}`;
  if (sum.percent !== undefined) return [{item, counted: halfUp(count, clients), published: sum.percent}];
  const [from, to] = typeof sum.clients === "number" ? [sum.clients, sum.clients] : (sum.clients ?? [0, -1]);
  const range = from === to ? from : `${from} to ${to}`;
  return [{item, counted: count >= from && count <= to ? range : count, published: range}];
}

function placeNamer(list: string, region: string): (code: string) => string {
  const places = new Map(readCodes(list).map((place) => [place.code!, place]));
  return (code) => {
    if (code === "") return "not-stated";
    const place = places.get(code)!;
    return place.role === "outside" || place.region !== region ? "outside" : place.name!;
  };
}
