import type {MeaningfulMark} from "../words/marks.ts";
import type {TableCell, TableModel} from "./tableModel.ts";

/**
 * A table whose marks stand as high as they can: beside the heading of a column where every number of the table has one, else
 * beside the heading of a row or column of which every number has it, and otherwise beside the number. Cells without a number
 * have none, and hold none back.
 */
export function placeMarks(table: TableModel): TableModel {
  const marks = new Map(
    table.rows.flatMap(({cells}) => cells.flatMap((cell) => cell.marks.map((one) => [one.text, one]))),
  );
  return [...marks.values()].reduce(placeMark, table);
}

function placeMark(table: TableModel, mark: MeaningfulMark): TableModel {
  const {rows, columns} = table;
  const isOnRow = rows.map(({cells}) => haveAll(cells, mark));
  const isOnColumn = columns.map((_, at) => haveAll(rows.flatMap(({cells}) => cells[at] ?? []), mark)); // prettier-ignore
  const isWhole = haveAll(rows.flatMap(({cells}) => cells), mark); // prettier-ignore
  const onRow = (at: number): boolean => !isWhole && isOnRow[at] === true;
  const onColumn = (at: number): boolean => isOnColumn[at] === true;
  return {
    ...table,
    columns: columns.map((column, at) => (onColumn(at) ? {...column, marks: [...column.marks, mark]} : column)),
    rows: rows.map((row, index) => ({
      ...row,
      marks: onRow(index) ? [...row.marks, mark] : row.marks,
      cells: row.cells.map((cell, at) => (onRow(index) || onColumn(at) ? without(cell, mark) : cell)),
    })),
  };
}

/** Whether every number of some cells has a mark, and there is one. */
function haveAll(cells: readonly TableCell[], mark: MeaningfulMark): boolean {
  const numbers = cells.filter(({isPublished}) => isPublished);
  return numbers.length > 0 && numbers.every(({marks}) => marks.includes(mark));
}

function without(cell: TableCell, mark: MeaningfulMark): TableCell {
  return {...cell, marks: cell.marks.filter((one) => one !== mark)};
}
