import type {Part, Quantity, Records} from "../../audit/index.ts";
import type {CliqueTable} from "./CliqueTable.ts";
import type {CellMove} from "./glue.ts";
import type {HeldStatement} from "./Statements.ts";
import type {IntegerProgram} from "./integerProgram.ts";
import {ownColumns} from "./ownColumns.ts";
import type {Scheme} from "./Scheme.ts";

/** Which cells of which cliques a search may change. */
export interface Freedom {
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
export class MoveProgram {
  readonly #records: Records;
  readonly #freedom: Freedom;
  readonly #places: Place[] = [];
  readonly #numbers = new Map<number, Map<number, number>>();
  readonly #rows: Row[] = [];
  readonly #pushed = new Map<number, number>();
  /** After `build`: by place the columns of those who come and those who go; and by row those that pay for it. */
  #columns: readonly {readonly place: Place; readonly come: number; readonly go: number | undefined}[] = [];
  #slacks: readonly {readonly statement: HeldStatement; readonly columns: readonly number[]}[] = [];

  constructor(records: Records, freedom: Freedom) {
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
    const columns = {lower: [] as number[], upper: [] as number[], cost: [] as number[]};
    const add = (upper: number, cost: number): number => {
      columns.lower.push(0);
      columns.upper.push(upper);
      columns.cost.push(cost);
      return columns.lower.length - 1;
    };
    const free = new Map<number, {readonly place: Place; readonly come: number; readonly go: number | undefined}>();
    this.#places.forEach((place, at) => {
      if (fixed.has(at)) return;
      const push = this.#pushed.get(at) ?? 0;
      const come = add(Infinity, changeCost - push);
      const go = place.people > 0 ? add(place.people, changeCost + push) : undefined;
      free.set(at, {place, come, go});
    });
    this.#columns = [...free.values()];
    const slacks: {statement: HeldStatement; columns: number[]}[] = [];
    const rows: {at: number[]; of: number[]; lower: number; upper: number}[] = [];
    for (const {weights, lower, upper, paid} of this.#rows) {
      const row = {at: [] as number[], of: [] as number[], lower, upper};
      for (const [place, weight] of weights) {
        const own = free.get(place);
        if (own === undefined) continue;
        row.at.push(own.come);
        row.of.push(weight);
        if (own.go !== undefined) {
          row.at.push(own.go);
          row.of.push(-weight);
        }
      }
      if (row.at.length === 0) {
        if (lower > 0 || upper < 0) return undefined;
        continue;
      }
      if (paid?.ifWithheld !== undefined) {
        const {cost, lower: least, upper: most} = paid.ifWithheld;
        const own = [add(Math.max(0, most - paid.value), cost), add(Math.max(0, paid.value - least), cost)];
        row.at.push(...own);
        row.of.push(-1, 1);
        slacks.push({statement: paid, columns: own});
      }
      rows.push(row);
    }
    this.#slacks = slacks;
    return {columns, rows};
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

  /** Where no neighbour keeps it, as many people come to a clique's table as go. */
  #keepSize(clique: number): void {
    if ((this.#freedom.scheme.cliques[clique]?.beside ?? []).length > 0) return;
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

const numbersKnown = new WeakMap<Part, readonly Quantity[]>();

/** The records with each number that a statement averages. */
function numbersIn({source, parts}: Quantity): readonly Quantity[] {
  return parts.flatMap((part) => {
    const known = numbersKnown.get(part);
    if (known !== undefined) return known;
    const {weights, ...counted} = part;
    const found = (weights?.of ?? []).flatMap((weight, value): readonly Quantity[] => {
      if (weights === undefined || weight === 0) return [];
      const mask = new Uint8Array(weights.of.length);
      mask[value] = 1;
      return [{source, parts: [{...counted, terms: [...counted.terms, {column: weights.column, mask}]}]}];
    });
    numbersKnown.set(part, found);
    return found;
  });
}
