import type {Quantity, Records} from "../../audit/index.ts";
import {FreeCells, type CellWeights, type CliqueFreedom, type FreeCell} from "./FreeCells.ts";
import type {CellMove} from "./glue.ts";
import type {HeldStatement} from "./Statements.ts";
import type {IntegerProgram} from "./integerProgram.ts";
import {numbersIn} from "./numbersIn.ts";
import type {Scheme} from "./Scheme.ts";

/** A cell that can change, with the program's columns of those who come and of those who go. */
interface FreePlace {
  readonly place: FreeCell;
  readonly come: number;
  readonly go: number | undefined;
}

/** A sum of changes of cells, by number, with its bounds. */
interface Row extends CellWeights {
  readonly lower: number;
  readonly upper: number;
  /** The statement that may be withheld for it. */
  readonly paid?: HeldStatement;
}

/** What every record that changes costs beside what is withheld: moves are to be small. */
const changeCost = 0.01;

/** The integer program of one search: for each cell that can change how many people come and how many go. */
export class PeopleProgram {
  readonly #scheme: Scheme;
  readonly #freedom: CliqueFreedom;
  readonly #cells: FreeCells;
  readonly #rows: Row[] = [];
  readonly #pushed = new Map<number, number>();
  /** After `build`: by place the columns of those who come and those who go; and by row those that pay for it. */
  #columns: readonly FreePlace[] = [];
  #slacks: readonly {readonly statement: HeldStatement; readonly columns: readonly number[]}[] = [];

  constructor(records: Records, scheme: Scheme, freedom: CliqueFreedom) {
    this.#scheme = scheme;
    this.#freedom = freedom;
    this.#cells = new FreeCells(records, freedom);
    for (const clique of freedom.tables.keys()) this.#join(clique);
    for (const clique of freedom.tables.keys()) this.#keepSize(clique);
  }

  /** A statement keeps what it says; where it may be withheld, a slack pays for what it no longer says. */
  hold(statement: HeldStatement, mayWithhold: boolean): void {
    const {value, lower, upper, ifWithheld} = statement;
    const weights = this.#cells.weightsOf(statement);
    if (weights.cells.length === 0) return;
    const paid = mayWithhold && ifWithheld !== undefined;
    this.#rows.push({...weights, lower: lower - value, upper: upper - value, ...(paid && {paid: statement})});
  }

  /** As many records as before have each number that a statement averages. */
  keepNumbers(statement: HeldStatement): void {
    for (const kept of numbersIn(statement)) this.#rows.push({...this.#cells.weightsOf(kept), lower: 0, upper: 0});
  }

  /** A quantity is to change by so much; `push`: what a unit of its change is worth. */
  wish(quantity: Quantity, {lower, upper, push}: {lower: number; upper: number; push: number}): void {
    const {cells, weights} = this.#cells.weightsOf(quantity);
    this.#rows.push({cells, weights, lower, upper});
    cells.forEach((cell, at) => this.#pushed.set(cell, (this.#pushed.get(cell) ?? 0) + push * (weights[at] ?? 0)));
  }

  /** The program; cells that a single statement fixes are left out of it. `undefined` where a wish is then about nobody. */
  build(): IntegerProgram | undefined {
    const fixed = this.#fixedPlaces();
    const columns = new ColumnList();
    const free: (FreePlace | undefined)[] = this.#cells.all.map((place, at) => {
      if (fixed.has(at)) return undefined;
      const push = this.#pushed.get(at) ?? 0;
      const come = columns.add(Infinity, changeCost - push);
      const go = place.people > 0 ? columns.add(place.people, changeCost + push) : undefined;
      return {place, come, go};
    });
    this.#columns = free.filter((one) => one !== undefined);
    const rows = this.#rows.map((row) => ({row, ...entriesOf(row, free)}));
    const isHopeless = rows.some(({row, at}) => at.length === 0 && (row.lower > 0 || row.upper < 0));
    if (isHopeless) return undefined;
    this.#slacks = rows.flatMap(({row: {paid}, at, of}) => {
      if (paid?.ifWithheld === undefined || at.length === 0) return [];
      const {cost, lower: least, upper: most} = paid.ifWithheld;
      const own = [
        columns.add(Math.max(0, most - paid.value), cost),
        columns.add(Math.max(0, paid.value - least), cost),
      ];
      at.push(...own);
      of.push(-1, 1);
      return [{statement: paid, columns: own}];
    });
    const entries = rows.filter(({at}) => at.length > 0);
    return {columns, rows: entries.map(({row: {lower, upper}, at, of}) => ({at, of, lower, upper}))};
  }

  moveIn(values: readonly number[]): CellMove {
    const moves = new Map<number, Map<number, number>>();
    for (const {place, come, go} of this.#columns) {
      const change = (values[come] ?? 0) - (go === undefined ? 0 : (values[go] ?? 0));
      if (change === 0) continue;
      const own = moves.get(place.clique) ?? new Map<number, number>();
      moves.set(place.clique, own.set(place.cell, change));
    }
    return moves;
  }

  brokenIn(values: readonly number[]): readonly HeldStatement[] {
    return this.#slacks.flatMap(({statement, columns}) =>
      columns.some((column) => (values[column] ?? 0) > 0) ? [statement] : [],
    );
  }

  /** Cells that must stay as they are: an exact sum of no other cell that can change holds them. */
  #fixedPlaces(): ReadonlySet<number> {
    const fixed = new Set<number>();
    const exact = this.#rows.filter(({lower, upper, paid}) => lower === 0 && upper === 0 && paid === undefined);
    const left = exact.map(({cells}) => cells.length);
    const holding: number[][] = this.#cells.all.map(() => []);
    exact.forEach(({cells}, row) => {
      for (const cell of cells) holding[cell]?.push(row);
    });
    const due = [...left.keys()].filter((row) => left[row] === 1);
    for (let row = due.pop(); row !== undefined; row = due.pop()) {
      const place = exact[row]?.cells.find((one) => !fixed.has(one));
      if (place === undefined) continue;
      fixed.add(place);
      for (const other of holding[place] ?? []) {
        left[other] = (left[other] ?? 0) - 1;
        if (left[other] === 1) due.push(other);
      }
    }
    return fixed;
  }

  /** Neighbours agree on what they share; those that are not free stay as they are. */
  #join(clique: number): void {
    for (const {clique: other, shared} of this.#scheme.cliques[clique]?.beside ?? []) {
      const isFree = this.#freedom.tables.has(other);
      if (isFree && other < clique) continue;
      const rows = new Map<string, {cells: number[]; weights: number[]}>();
      this.#margin({clique, shared, sign: 1}, rows);
      if (isFree) this.#margin({clique: other, shared, sign: -1}, rows);
      for (const row of rows.values()) this.#rows.push({...row, lower: 0, upper: 0});
    }
  }

  /** As many people come to a clique's table as go: of neighbours that are all free the first sees to it for the others. */
  #keepSize(clique: number): void {
    const beside = this.#scheme.cliques[clique]?.beside ?? [];
    if (!beside.every(({clique: other}) => other > clique && this.#freedom.tables.has(other))) return;
    const cells = [...(this.#cells.numbersIn(clique) ?? [])].filter((number) => number >= 0);
    this.#rows.push({cells, weights: cells.map(() => 1), lower: 0, upper: 0});
  }

  #margin(
    {clique, shared, sign}: {clique: number; shared: readonly number[]; sign: number},
    rows: Map<string, {cells: number[]; weights: number[]}>,
  ): void {
    const table = this.#freedom.tables.get(clique);
    const places = shared.map((column) => table?.columns.indexOf(column) ?? 0);
    this.#cells.numbersIn(clique)?.forEach((number, cell) => {
      if (number < 0) return;
      const values = table?.cells[cell]?.values ?? [];
      const name = places.map((place) => values[place]).join();
      const row = rows.get(name) ?? {cells: [], weights: []};
      rows.set(name, row);
      row.cells.push(number);
      row.weights.push(sign);
    });
  }
}

/** The columns of a program as they are added: none below zero. */
class ColumnList {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly cost: number[] = [];

  add(upper: number, cost: number): number {
    this.lower.push(0);
    this.upper.push(upper);
    return this.cost.push(cost) - 1;
  }
}

function entriesOf({cells, weights}: Row, free: readonly (FreePlace | undefined)[]): {at: number[]; of: number[]} {
  const at: number[] = [];
  const of: number[] = [];
  cells.forEach((cell, place) => {
    const own = free[cell];
    if (own === undefined) return;
    const weight = weights[place] ?? 0;
    at.push(own.come);
    of.push(weight);
    if (own.go === undefined) return;
    at.push(own.go);
    of.push(-weight);
  });
  return {at, of};
}
