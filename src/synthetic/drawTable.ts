import {parseCount} from "../intake/index.ts";
import {type PublicRow, parseCsv} from "../confidential/index.ts";
import {notStated, outside} from "./client.ts";
import {codesNamed, columnNamed, isOutside, type CodedColumn} from "./layout.ts";
import {impossible, marginsFolder} from "./marginsFile.ts";
import type {TableMargin} from "./marginsSchema.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";
import {shuffle, type Random} from "./random.ts";
import {shareBounds} from "./shareBounds.ts";
import {solveCounts, type CountCell, type CountSum} from "./solveCounts.ts";

/** What a two-way table says of one client: a name for each of its two columns. */
export type TableAnswer = Readonly<Record<string, string>>;

interface TableCell extends CountCell {
  readonly row: string;
  readonly column: string;
}

/**
 * Fills a published two-way table in where cells are withheld, and gives every client a row and a column of it, in
 * random order. Throws DictionaryError naming the margin that cannot be met.
 */
export function drawTable(recipe: ExtractRecipe, table: TableMargin, random: Random): readonly TableAnswer[] {
  const cells = readCells(recipe, table);
  const everyone = {
    name: `all ${recipe.clients} clients`,
    cells: [...cells.keys()],
    from: recipe.clients,
    to: recipe.clients,
  };
  const sums = table.sums.map((sum, index) => readSum(recipe, {table, cells, sum, index}));
  const solution = solveCounts(cells, [...sums, everyone], random.fork("cells"));
  if (!solution.solved) {
    const broken = sums.findIndex(({name}) => solution.broken.includes(name));
    const place = broken < 0 ? recipe.locate("table", "file") : recipe.locate("table", "sums", broken);
    throw impossible(place, `${table.file} cannot hold ${solution.broken.join("; ")}.`);
  }
  const answers = cells.flatMap(({row, column}, index) =>
    Array.from({length: solution.counts[index] ?? 0}, () => ({[table.rows]: row, [table.columns]: column})),
  );
  return shuffle(random.fork("order"), answers);
}

function readCells(recipe: ExtractRecipe, table: TableMargin): readonly TableCell[] {
  const source = {project: recipe.project, folder: marginsFolder, fileName: table.file};
  const {file, names, rows} = parseCsv(source, [table.rows]);
  const columns = names.filter((name) => name !== table.rows);
  const rowColumn = columnNamed(recipe.layout, table.rows, recipe.locate("table", "rows"));
  const columnColumn = columnNamed(recipe.layout, table.columns, recipe.locate("table", "columns"));
  for (const key of columns) codesNamed(recipe.layout, columnColumn, {key, place: {file, line: 1}});
  return rows.flatMap((row, index) => {
    const key = row.fields.get(table.rows) ?? "";
    const earlier = rows.slice(0, index).find(({fields}) => fields.get(table.rows) === key);
    if (earlier) throw impossible({file, line: row.line}, `the row of line ${earlier.line} comes again.`);
    codesNamed(recipe.layout, rowColumn, {key, place: {file, line: row.line}});
    return columns.map((column) => ({row: key, column, ...readCell(table, row, {file, column})}));
  });
}

function readCell(
  table: TableMargin,
  {line, fields}: PublicRow,
  {file, column}: {file: string; column: string},
): CountCell {
  const text = fields.get(column) ?? "";
  if (text === "") return {from: 0, to: 0, aim: 0};
  const mark = table.marks[text];
  // A withheld cell is most often at the low end of its range.
  if (mark) return {from: mark[0], to: mark[1], aim: (2 * mark[0] + mark[1]) / 3};
  const count = parseCount(text);
  if (count === undefined) {
    throw impossible({file, line}, `the cell under ${column} is neither a whole number nor one of the marks.`);
  }
  return {from: count, to: count, aim: count};
}

interface SumSource {
  readonly table: TableMargin;
  readonly cells: readonly TableCell[];
  readonly sum: TableMargin["sums"][number];
  readonly index: number;
}

function readSum(recipe: ExtractRecipe, {table, cells, sum, index}: SumSource): CountSum {
  const place = recipe.locate("table", "sums", index);
  const isRow = selector(recipe, columnNamed(recipe.layout, table.rows, place), sum.rows);
  const isColumn = selector(recipe, columnNamed(recipe.layout, table.columns, place), sum.columns);
  const members = cells.flatMap((cell, number) => (isRow(cell.row) && isColumn(cell.column) ? [number] : []));
  if ((sum.clients === undefined) === (sum.percent === undefined)) {
    throw impossible(place, "a sum needs either clients or percent.");
  }
  const {from, to} = shareBounds(
    sum.clients === undefined ? {percent: sum.percent ?? 0, decimals: 0, of: "all"} : {clients: sum.clients},
    recipe.clients,
  );
  const words = (selection: typeof sum.rows) => (typeof selection === "string" ? selection : selection.join(", "));
  return {
    name: `${words(sum.rows)} by ${words(sum.columns)}, ${from} to ${to} clients`,
    cells: members,
    from,
    to,
  };
}

function selector(recipe: ExtractRecipe, column: CodedColumn, selection: TableMargin["sums"][number]["rows"]) {
  if (selection === "all") return () => true;
  if (typeof selection !== "string") return (name: string) => selection.includes(name);
  const elsewhere = new Set([
    notStated,
    outside,
    ...column.codes.filter((code) => isOutside(recipe.layout, code)).map(({name}) => name),
  ]);
  return (name: string) => elsewhere.has(name) === (selection === "elsewhere");
}
