import {Program, usualLimits, type Limits, type ProgramData, type Solver} from "../../../solver/index.ts";
import type {CountModel, ModelCell} from "../search/countModel.ts";

/** Branches of the search after which the best rounding found so far is taken: the same on every machine. */
const limits: Limits = {...usualLimits, branches: 2000};

/** What it costs to move a count one multiple beyond its neighbours, in people: more than any choice between these. */
const priceBeyond = 1000;

/** How far counts may be moved: to one of the two adjacent multiples, or one multiple further where need be. */
export type Reach = "adjacent" | "wider";

/** A column of the program: part of a cell's rounded count, in multiples of the base. */
interface Column {
  readonly cell: number;
  readonly sign: 1 | -1;
  readonly lower: number;
  readonly upper: number;
  readonly price: number;
  readonly isWhole: boolean;
}

/**
 * Controlled rounding as an integer program: every shown count becomes a multiple of the base beside it, multiples stay
 * as they are, every sum holds, and the counts are moved by as few people as can be. Counts that no table shows take any
 * value that keeps the sums.
 *
 * Source: Cox LH, 1987, JASA 82:520–524; with moves beyond the adjacent multiples at a price, Salazar-González JJ,
 * Lowthian P, Young C, Merola G, Bond S, Brown D, 2004, Privacy in Statistical Databases, LNCS 3050.
 */
export class RoundingProgram implements Disposable {
  readonly #program: Program;
  readonly #base: number;
  readonly #columns: readonly Column[];
  readonly #cells: number;

  constructor(solver: Solver, {cells, equations}: CountModel, {base, reach}: {base: number; reach: Reach}) {
    this.#base = base;
    this.#cells = cells.length;
    this.#columns = cells.flatMap((cell, index) => columnsOf(cell, index, {base, reach}));
    this.#program = new Program(solver, programOf(this.#columns, equations), {limits});
  }

  /** A rounded count for every cell that tables show (others have NaN); undefined where the search finds none. */
  solve(): readonly number[] | undefined {
    const answer = this.#program.solve();
    const values = "values" in answer ? answer.values : undefined;
    if (values === undefined) return undefined;
    const multiples = new Float64Array(this.#cells);
    this.#columns.forEach(({cell, sign, isWhole}, column) => {
      const value = values[column] ?? NaN;
      multiples[cell] = (multiples[cell] ?? NaN) + sign * (isWhole ? Math.round(value) : NaN);
    });
    return [...multiples].map((multiple) => multiple * this.#base);
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}

function columnsOf(
  {count, shown}: ModelCell,
  cell: number,
  {base, reach}: {base: number; reach: Reach},
): readonly Column[] {
  if (!shown) return [{cell, sign: 1, lower: 0, upper: Infinity, price: 0, isWhole: false}];
  const [below, rest] = [Math.floor(count / base), count % base];
  const upper = rest === 0 ? below : below + 1;
  const beside: Column = {cell, sign: 1, lower: below, upper, price: base - 2 * rest, isWhole: true};
  // An empty cell stays empty.
  if (reach === "adjacent" || count === 0) return [beside];
  const beyond = {cell, lower: 0, price: priceBeyond * base, isWhole: true} as const;
  return [beside, {...beyond, sign: 1, upper: 1}, {...beyond, sign: -1, upper: Math.min(below, 1)}];
}

function programOf(columns: readonly Column[], equations: CountModel["equations"]): ProgramData {
  const placesOf = Map.groupBy(columns.keys(), (column) => columns[column]?.cell ?? -1);
  const rows = equations.map(({total, parts}) => {
    const terms = [total, ...parts].flatMap((cell, at) =>
      (placesOf.get(cell) ?? []).map((column) => ({
        column,
        coefficient: (at === 0 ? -1 : 1) * (columns[column]?.sign ?? 0),
      })),
    );
    return {
      columns: terms.map(({column}) => column),
      coefficients: terms.map(({coefficient}) => coefficient),
      lower: 0,
      upper: 0,
    };
  });
  return {
    lower: columns.map(({lower}) => lower),
    upper: columns.map(({upper}) => upper),
    costs: columns.map(({price}) => price),
    isWhole: (column) => columns[column]?.isWhole === true,
    rows,
  };
}
