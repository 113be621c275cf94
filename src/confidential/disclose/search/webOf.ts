import type {CountModel} from "./countModel.ts";

/**
 * The equations of a model in flat arrays, by cell and by equation. The entries of equation `e` stand from
 * `equationStart[e]` up to, but not including, `equationStart[e + 1]`, those of a cell alike. A sign is 1 for a part
 * and -1 for the total.
 */
export interface Web {
  readonly cells: number;
  readonly equations: number;
  readonly equationStart: Int32Array;
  readonly equationCell: Int32Array;
  readonly equationSign: Int8Array;
  readonly cellStart: Int32Array;
  readonly cellEquation: Int32Array;
  readonly cellSign: Int8Array;
}

/** Lays out the equations of a model for searches that walk from cell to equation and back many times. */
export function webOf({cells, equations}: CountModel): Web {
  const entries = equations.flatMap(({total, parts}, equation) => [
    {equation, cell: total, sign: -1},
    ...parts.map((cell) => ({equation, cell, sign: 1})),
  ]);
  const byCell = entries.toSorted((a, b) => a.cell - b.cell || a.equation - b.equation);
  return {
    cells: cells.length,
    equations: equations.length,
    equationStart: startsOf(entries, ({equation}) => equation, equations.length),
    equationCell: Int32Array.from(entries, ({cell}) => cell),
    equationSign: Int8Array.from(entries, ({sign}) => sign),
    cellStart: startsOf(byCell, ({cell}) => cell, cells.length),
    cellEquation: Int32Array.from(byCell, ({equation}) => equation),
    cellSign: Int8Array.from(byCell, ({sign}) => sign),
  };
}

/** Where the entries of each owner begin, in a list sorted by owner. */
function startsOf<T>(sorted: readonly T[], ownerOf: (entry: T) => number, owners: number): Int32Array {
  const starts = new Int32Array(owners + 1);
  for (const entry of sorted) starts[ownerOf(entry) + 1] = (starts[ownerOf(entry) + 1] ?? 0) + 1;
  for (let owner = 0; owner < owners; owner++) starts[owner + 1] = (starts[owner + 1] ?? 0) + (starts[owner] ?? 0);
  return starts;
}
