import {type Part, type Quantity, type Records, ownColumns} from "../../audit/index.ts";
import type {CliqueTable} from "./CliqueTable.ts";
import type {CellMove} from "./glue.ts";
import type {HeldStatement} from "./Statements.ts";
import type {IntegerProgram} from "./integerProgram.ts";
import {numbersIn} from "./numbersIn.ts";
import type {Scheme} from "./Scheme.ts";

/** Which cells of which cliques a search may change. */
export interface CliqueFreedom {
  readonly scheme: Scheme;
  /** The tables of the free cliques, by clique. */
  readonly tables: ReadonlyMap<number, CliqueTable>;
  /** Whether a combination of values of a clique's columns may change at all. */
  readonly mayChange: (columns: readonly number[], values: readonly number[]) => boolean;
}

/** A cell of a free clique. */
interface Place {
  readonly clique: number;
  readonly cell: number;
  readonly people: number;
}

/** A cell that can change, with the program's columns of those who come and of those who go. */
interface FreePlace {
  readonly place: Place;
  readonly come: number;
  readonly go: number | undefined;
}

/** A sum of changes of cells, by number, with its bounds. */
interface Row {
  readonly weights: Map<number, number>;
  readonly lower: number;
  readonly upper: number;
  /** The statement that may be withheld for it. */
  readonly paid?: HeldStatement;
}

/** What every record that changes costs beside what is withheld: moves are to be small. */
const changeCost = 0.01;

/** The integer program of one search: for each cell that can change how many people come and how many go. */
export class PeopleProgram {
  readonly #records: Records;
  readonly #freedom: CliqueFreedom;
  readonly #places: Place[] = [];
  readonly #numbers = new Map<number, Map<number, number>>();
  readonly #rows: Row[] = [];
  readonly #pushed = new Map<number, number>();
  /** After `build`: by place the columns of those who come and those who go; and by row those that pay for it. */
  #columns: readonly FreePlace[] = [];
  #slacks: readonly {readonly statement: HeldStatement; readonly columns: readonly number[]}[] = [];

  constructor(records: Records, freedom: CliqueFreedom) {
    this.#records = records;
    this.#freedom = freedom;
    for (const [clique, table] of freedom.tables) {
      const own = new Map<number, number>();
      table.cells.forEach(({values, rows}, cell) => {
        if (freedom.mayChange(table.columns, values))
          own.set(cell, this.#places.push({clique, cell, people: rows.length}) - 1);
      });
      this.#numbers.set(clique, own);
    }
    for (const clique of freedom.tables.keys()) this.#join(clique);
    for (const clique of freedom.tables.keys()) this.#keepSize(clique);
  }

  /** A statement keeps what it says; where it may be withheld, a slack pays for what it no longer says. */
  hold(statement: HeldStatement, mayWithhold: boolean): void {
    const {value, lower, upper, ifWithheld} = statement;
    const weights = this.#weightsOf(statement);
    if (weights.size === 0) return;
    const paid = mayWithhold && ifWithheld !== undefined;
    this.#rows.push({weights, lower: lower - value, upper: upper - value, ...(paid && {paid: statement})});
  }

  /** As many records as before have each number that a statement averages. */
  keepNumbers(statement: HeldStatement): void {
    for (const kept of numbersIn(statement)) this.#rows.push({weights: this.#weightsOf(kept), lower: 0, upper: 0});
  }

  /** A quantity is to change by so much; `push`: what a unit of its change is worth. */
  wish(quantity: Quantity, {lower, upper, push}: {lower: number; upper: number; push: number}): void {
    const weights = this.#weightsOf(quantity);
    this.#rows.push({weights, lower, upper});
    for (const [place, weight] of weights) this.#pushed.set(place, (this.#pushed.get(place) ?? 0) + push * weight);
  }

  /** The program; cells that a single statement fixes are left out of it. `undefined` where a wish is then about nobody. */
  build(): IntegerProgram | undefined {
    const fixed = this.#fixedPlaces();
    const columns = new ColumnList();
    const free = new Map<number, FreePlace>();
    this.#places.forEach((place, at) => {
      if (fixed.has(at)) return;
      const push = this.#pushed.get(at) ?? 0;
      const come = columns.add(Infinity, changeCost - push);
      const go = place.people > 0 ? columns.add(place.people, changeCost + push) : undefined;
      free.set(at, {place, come, go});
    });
    this.#columns = [...free.values()];
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
    const left = exact.map(({weights}) => weights.size);
    const holding = new Map<number, number[]>();
    exact.forEach(({weights}, row) => {
      for (const place of weights.keys()) holding.set(place, [...(holding.get(place) ?? []), row]);
    });
    const due = [...left.keys()].filter((row) => left[row] === 1);
    for (let row = due.pop(); row !== undefined; row = due.pop()) {
      const place = [...(exact[row]?.weights.keys() ?? [])].find((one) => !fixed.has(one));
      if (place === undefined) continue;
      fixed.add(place);
      for (const other of holding.get(place) ?? []) {
        left[other] = (left[other] ?? 0) - 1;
        if (left[other] === 1) due.push(other);
      }
    }
    return fixed;
  }

  /** Neighbours agree on what they share; those that are not free stay as they are. */
  #join(clique: number): void {
    for (const {clique: other, shared} of this.#freedom.scheme.cliques[clique]?.beside ?? []) {
      const isFree = this.#numbers.has(other);
      if (isFree && other < clique) continue;
      const rows = new Map<string, Row>();
      this.#margin({clique, shared, sign: 1}, rows);
      if (isFree) this.#margin({clique: other, shared, sign: -1}, rows);
      this.#rows.push(...rows.values());
    }
  }

  /** As many people come to a clique's table as go: of neighbours that are all free the first sees to it for the others. */
  #keepSize(clique: number): void {
    const beside = this.#freedom.scheme.cliques[clique]?.beside ?? [];
    if (!beside.every(({clique: other}) => other > clique && this.#numbers.has(other))) return;
    const weights = new Map([...(this.#numbers.get(clique)?.values() ?? [])].map((number) => [number, 1]));
    this.#rows.push({weights, lower: 0, upper: 0});
  }

  #margin(
    {clique, shared, sign}: {clique: number; shared: readonly number[]; sign: number},
    rows: Map<string, Row>,
  ): void {
    const table = this.#freedom.tables.get(clique);
    const places = shared.map((column) => table?.columns.indexOf(column) ?? 0);
    for (const [cell, number] of this.#numbers.get(clique) ?? []) {
      const values = table?.cells[cell]?.values ?? [];
      const name = places.map((place) => values[place]).join();
      const row = rows.get(name) ?? {weights: new Map<number, number>(), lower: 0, upper: 0};
      rows.set(name, row);
      row.weights.set(number, sign);
    }
  }

  #weightsOf({parts}: Quantity): Map<number, number> {
    const weights = new Map<number, number>();
    for (const part of parts) {
      for (const [place, weight] of this.#termsOf(part)) {
        const sum = (weights.get(place) ?? 0) + weight;
        if (sum === 0) weights.delete(place);
        else weights.set(place, sum);
      }
    }
    return weights;
  }

  /** The cells of a free clique that a part counts; none where it looks at cliques that stay as they are. */
  #termsOf(part: Part): readonly (readonly [number, number])[] {
    const {definition} = this.#records;
    const columns = ownColumns(part, definition);
    for (const [clique, table] of this.#freedom.tables) {
      if (!columns.every((column) => table.columns.includes(column))) continue;
      const numbers = this.#numbers.get(clique);
      return table.weightsOf(part, this.#records.definition).flatMap(([cell, weight]) => {
        const number = numbers?.get(cell);
        return number === undefined ? [] : [[number, weight] as const];
      });
    }
    return [];
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

function entriesOf({weights}: Row, free: ReadonlyMap<number, FreePlace>): {at: number[]; of: number[]} {
  const at: number[] = [];
  const of: number[] = [];
  for (const [place, weight] of weights) {
    const own = free.get(place);
    if (own === undefined) continue;
    at.push(own.come, ...(own.go === undefined ? [] : [own.go]));
    of.push(weight, ...(own.go === undefined ? [] : [-weight]));
  }
  return {at, of};
}
