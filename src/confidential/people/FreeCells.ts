import type {Part, Quantity, Records} from "../../audit/index.ts";
import type {CliqueTable} from "./CliqueTable.ts";

/** Which cells of which cliques a search may change. */
export interface CliqueFreedom {
  /** The tables of the free cliques, by clique. */
  readonly tables: ReadonlyMap<number, CliqueTable>;
  /** The cliques that hold all columns of a part, free or not. */
  readonly cliquesHolding: (part: Part) => readonly number[];
  /** Whether a combination of values of a clique's columns may change at all. */
  readonly mayChange: (columns: readonly number[], values: readonly number[]) => boolean;
}

/** A cell of a free clique. */
export interface FreeCell {
  readonly clique: number;
  readonly cell: number;
  readonly people: number;
}

/** Free cells by number, each with its weight in a sum. */
export interface CellWeights {
  readonly cells: readonly number[];
  readonly weights: readonly number[];
}

/** The cells of free cliques that a search may change, numbered through. */
export class FreeCells {
  readonly all: readonly FreeCell[];
  readonly #freedom: CliqueFreedom;
  readonly #definition: Records["definition"];
  /** By clique and cell, the number of the free cell; -1 where it may not change. */
  readonly #numbers = new Map<number, Int32Array>();

  constructor({definition}: Records, freedom: CliqueFreedom) {
    this.#definition = definition;
    this.#freedom = freedom;
    const all: FreeCell[] = [];
    for (const [clique, table] of freedom.tables) {
      const numbers = Int32Array.from(table.cells, ({values, rows}, cell) =>
        freedom.mayChange(table.columns, values) ? all.push({clique, cell, people: rows.length}) - 1 : -1,
      );
      this.#numbers.set(clique, numbers);
    }
    this.all = all;
  }

  /** By cell of a free clique, the number of the free cell; -1 where it may not change. Nothing where the clique is not free. */
  numbersIn(clique: number): Int32Array | undefined {
    return this.#numbers.get(clique);
  }

  /** The free cells that a quantity counts, with what a person in each adds to it; none of cliques that stay as they are. */
  weightsOf({parts}: Quantity): CellWeights {
    const [first, ...others] = parts;
    if (first !== undefined && others.length === 0) return this.#weightsIn(first);
    const sums = new Map<number, number>();
    for (const part of parts) {
      const {cells, weights} = this.#weightsIn(part);
      cells.forEach((cell, at) => {
        const sum = (sums.get(cell) ?? 0) + (weights[at] ?? 0);
        if (sum === 0) sums.delete(cell);
        else sums.set(cell, sum);
      });
    }
    return {cells: [...sums.keys()], weights: [...sums.values()]};
  }

  #weightsIn(part: Part): CellWeights {
    const cells: number[] = [];
    const weights: number[] = [];
    const clique = this.#freedom.cliquesHolding(part).find((one) => this.#numbers.has(one)) ?? -1;
    const numbers = this.#numbers.get(clique);
    const table = this.#freedom.tables.get(clique);
    if (table === undefined || numbers === undefined) return {cells, weights};
    for (const [cell, weight] of table.weightsOf(part, this.#definition)) {
      const number = numbers[cell] ?? -1;
      if (number < 0) continue;
      cells.push(number);
      weights.push(weight);
    }
    return {cells, weights};
  }
}
