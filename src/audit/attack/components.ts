import type {AuditModel, Constraint} from "../model/auditModel.ts";
import type {Bounds} from "../model/propagate.ts";

/** A constraint with the known cells taken out; `columns` index into the component's cells. */
export interface ConstraintRow {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
  /** The constraint of the model that it comes from. */
  readonly constraint: number;
}

/** Cells that are not known yet and hang together by statements, apart from all others. */
export interface Component {
  /** Indexes into the model's cells. */
  readonly cells: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Which columns are no counts but sums of a number. */
  readonly isSum: readonly boolean[];
  readonly rows: readonly ConstraintRow[];
}

/** Cuts what is still unknown into parts that tell nothing of each other. */
export function componentsOf(model: AuditModel, bounds: Bounds): readonly Component[] {
  const {lower, upper} = bounds;
  const isOpen = (cell: number): boolean => (lower[cell] ?? 0) < (upper[cell] ?? 0);
  const open = model.cells.map((_, cell) => cell).filter(isOpen);
  const telling = model.constraints.map((one) => saysMore(one, bounds));
  const find = joinedBy({cells: model.cells, constraints: model.constraints.filter((_, at) => telling[at])}, isOpen);
  const components = new Map<number, {cells: number[]; rows: ConstraintRow[]}>();
  const columnOf = new Map<number, number>();
  for (const cell of open) {
    const part = components.get(find(cell)) ?? {cells: [], rows: []};
    components.set(find(cell), part);
    columnOf.set(cell, part.cells.push(cell) - 1);
  }
  model.constraints.forEach((constraint, index) => {
    const first = constraint.cells.find(isOpen);
    if (first === undefined || telling[index] !== true) return;
    components.get(find(first))?.rows.push(rowOf(model, index, {lower, columnOf}));
  });
  return [...components.values()].map(({cells, rows}) => ({
    cells,
    rows: withoutDoubles(rows),
    lower: cells.map((cell) => lower[cell] ?? 0),
    upper: cells.map((cell) => upper[cell] ?? 0),
    isSum: cells.map((cell) => model.cells[cell]?.sumOf !== undefined),
  }));
}

/** Whether a statement says more than the ranges of its counts do. */
function saysMore(constraint: Constraint, bounds: Bounds): boolean {
  let [least, most] = [0, 0];
  constraint.cells.forEach((cell, at) => {
    const coefficient = constraint.coefficients[at] ?? 0;
    const ends = [(bounds.lower[cell] ?? 0) * coefficient, (bounds.upper[cell] ?? 0) * coefficient];
    least += Math.min(...ends);
    most += Math.max(...ends);
  });
  return least < constraint.lower || most > constraint.upper;
}

/** Which open cells are joined by constraints: a function from a cell to the one that stands for its group. */
function joinedBy(
  {constraints, cells}: Pick<AuditModel, "cells" | "constraints">,
  isOpen: (cell: number) => boolean,
): (cell: number) => number {
  const parent = cells.map((_, cell) => cell);
  const find = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[cell] = root;
    return root;
  };
  for (const constraint of constraints) {
    const [first, ...others] = constraint.cells.filter(isOpen);
    if (first === undefined) continue;
    for (const other of others) parent[find(other)] = find(first);
  }
  return find;
}

function rowOf(
  model: AuditModel,
  constraint: number,
  {lower, columnOf}: {lower: readonly number[]; columnOf: ReadonlyMap<number, number>},
): ConstraintRow {
  const {cells, coefficients, ...ends} = model.constraints[constraint] ?? {
    cells: [],
    coefficients: [],
    lower: 0,
    upper: 0,
  };
  const columns: number[] = [];
  const kept: number[] = [];
  let known = 0;
  cells.forEach((cell, at) => {
    const coefficient = coefficients[at] ?? 0;
    const column = columnOf.get(cell);
    if (column === undefined) {
      known += coefficient * (lower[cell] ?? 0);
      return;
    }
    columns.push(column);
    kept.push(coefficient);
  });
  return {columns, coefficients: kept, lower: ends.lower - known, upper: ends.upper - known, constraint};
}

/** The same table shown twice gives the same rows: the solver needs them once. */
function withoutDoubles(rows: readonly ConstraintRow[]): readonly ConstraintRow[] {
  const distinct = new Map<string, ConstraintRow>();
  for (const row of rows) {
    const order = row.columns.map((_, at) => at).sort((a, b) => (row.columns[a] ?? 0) - (row.columns[b] ?? 0));
    const sign = Math.sign(row.coefficients[order[0] ?? 0] ?? 1);
    const terms = order.map((at) => `${row.columns[at]}*${sign * (row.coefficients[at] ?? 0)}`).join(" ");
    const ends = sign > 0 ? `${row.lower} ${row.upper}` : `${-row.upper} ${-row.lower}`;
    const signature = `${terms} in ${ends}`;
    if (!distinct.has(signature)) distinct.set(signature, row);
  }
  return [...distinct.values()];
}
