import {publicationFault, type Mark} from "../../publication/index.ts";
import {rowAt, type Benchmark, type Dimension, type FigureData, type Panel} from "../tidy/figureData.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import {formatCell} from "../words/formatCell.ts";
import {marksBeside} from "../words/marks.ts";
import {columnsOf, type CellColumn} from "./columnsOf.ts";
import {placeMarks} from "./placeMarks.ts";
import type {TableCell, TableModel, TableRow} from "./tableModel.ts";

/** Columns that fit beside row names at the width of the text. */
const mostColumns = 7;

/**
 * The table of a figure's or table block's data. One dimension: categories down, populations across, each share beside
 * its count. Two: a cross-table, the first dimension down and the second across, one block of columns a population.
 */
export function makeTable(data: FigureData): TableModel {
  const [down, across] = data.dimensions;
  if (down === undefined) return {corner: "", columns: [], rows: [], isWide: false};
  return placeMarks(across === undefined ? makeList(data, down) : makeCrossTable(data, down, across));
}

function makeList(data: FigureData, down: Dimension): TableModel {
  const blocks = data.panels.map((panel) => ({panel, columns: columnsOf(panel, data.standings)}));
  const hasGroups = blocks.some(({columns}) => columns.length > 1);
  const columns = blocks.flatMap((block) =>
    block.columns.map(({heading}) => ({
      heading: hasGroups ? heading : headingOf(block.panel),
      marks: [],
      isTotal: false,
    })),
  );
  if (!hasGroups) refuseTwinHeadings(data.panels);
  const rows = down.categories.map(({name, label, role}) => ({
    heading: label,
    marks: [],
    isTotal: role === "total",
    cells: blocks.flatMap(({panel, columns: own}) =>
      own.map((column) => cellOf(rowAt(panel, [name]), column, data.mark)),
    ),
  }));
  return {
    corner: data.heading ?? down.label,
    ...(hasGroups && {groups: blocks.map(({panel, columns: own}) => ({heading: panel.heading, span: own.length}))}),
    columns,
    rows: [...rows, ...benchmarkRows(data, blocks)],
    isWide: columns.length > mostColumns,
  };
}

interface Block {
  readonly panel: Panel;
  readonly columns: readonly CellColumn[];
}

/** Last rows: the wholes of the columns' own queries together, then every figure from elsewhere by its name. */
function benchmarkRows({benchmarks, mark}: FigureData, blocks: readonly Block[]): readonly TableRow[] {
  const wholes = benchmarks.filter(({isWhole}) => isWhole);
  const named = Map.groupBy(
    benchmarks.filter(({isWhole}) => !isWhole),
    ({name}) => name,
  );
  const others = [...named].map(([heading, rows]) => ({heading, rows}));
  return [...(wholes.length > 0 ? [{heading: "All", rows: wholes}] : []), ...others].map(({heading, rows}) => ({
    heading,
    marks: [],
    isTotal: true,
    cells: blocks.flatMap(({panel, columns}) => {
      const own = rows.find(({keys}) => keys.includes(panel.key));
      return columns.map((column) => cellOf(isOf(own, column) ? own?.row : undefined, column, mark));
    }),
  }));
}

/**
 * A figure from elsewhere has a value, its interval where it has one, and no number or base; neither it nor the whole is
 * held against anything.
 */
function isOf(benchmark: Benchmark | undefined, column: CellColumn): boolean {
  if (column.isStanding === true) return false;
  if (benchmark?.isWhole === true) return true;
  const cell = benchmark?.row.cell;
  const isEstimate = cell?.status === "published" && cell.lower !== undefined;
  return column.measure === undefined && (column.write === undefined || isEstimate);
}

/** What heads the columns of a panel that has one, or that has one for every category: its own words before its name. */
function headingOf({query, heading}: Panel): string {
  return query.heading ?? heading;
}

function refuseTwinHeadings(panels: readonly Panel[]): void {
  const headings = panels.map(headingOf);
  const twin = panels.find((panel, index) => headings.indexOf(headingOf(panel)) < index);
  if (twin === undefined) return;
  const what = `two columns of a table would be headed "${headingOf(twin)}"`;
  throw publicationFault(what, "Give each of these queries a heading of its own", twin.query.position);
}

function makeCrossTable(data: FigureData, down: Dimension, across: Dimension): TableModel {
  const {panels, mark} = data;
  refuseTwinHeadings(panels);
  const columns = panels.flatMap(() =>
    across.categories.map(({label, role}) => ({heading: label, marks: [], isTotal: role === "total"})),
  );
  const value: CellColumn = {heading: "", cell: (row) => row.cell};
  const rows = down.categories.map(({name, label, role}) => ({
    heading: label,
    marks: [],
    isTotal: role === "total",
    cells: panels.flatMap((panel) =>
      across.categories.map((category) => cellOf(rowAt(panel, [name, category.name]), value, mark)),
    ),
  }));
  return {
    corner: data.heading ?? `${down.label} by ${across.label.slice(0, 1).toLowerCase()}${across.label.slice(1)}`,
    ...((panels.length > 1 || panels[0]?.query.heading !== undefined) && {
      groups: panels.map((panel) => ({heading: headingOf(panel), span: across.categories.length})),
    }),
    columns,
    rows,
    isWide: columns.length > mostColumns,
  };
}

function cellOf(row: TidyRow | undefined, column: CellColumn, mark: Mark): TableCell {
  const cell = row === undefined ? ({status: "not-applicable"} as const) : column.cell(row);
  const measure = column.measure ?? row?.measure ?? "count";
  const decimals = column.measure === undefined ? (row?.decimals ?? 0) : 0;
  const unit = column.measure === undefined ? row?.unit : undefined;
  const isPublished = cell.status === "published";
  const marks = isPublished ? marksBeside(row?.caveats ?? []) : [];
  if (row === undefined || column.write === undefined || !isPublished) {
    return {...formatCell(cell, {measure, unit, decimals, mark}), isPublished, marks};
  }
  const text = column.write(row);
  return {text, spoken: text, isPublished, marks};
}
