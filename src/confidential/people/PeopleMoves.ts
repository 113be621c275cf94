import {weightOf, type Part, type Quantity, type Records, type Statement} from "../../audit/index.ts";
import type {Solver} from "../../solver/index.ts";
import {CliqueTable, type Impossible} from "./CliqueTable.ts";
import {glue, type RecordChanges} from "./glue.ts";
import {solveInteger, type SolverEffort} from "./integerProgram.ts";
import {ownColumns, valueWith} from "./ownColumns.ts";
import {Scheme} from "./Scheme.ts";

/** A statement with what it counts in the base. */
export interface HeldStatement extends Statement {
  readonly value: number;
  /** What a reader loses where the cell that says it is withheld, and the bounds that then hold; absent where it cannot be. */
  readonly ifWithheld?: Withholding;
}

/** What it costs to withhold a cell, and the counts that a reader then holds possible. */
export interface Withholding {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a population is looked for: a quantity that differs from the base by so much. */
export interface Wish {
  readonly quantity: Quantity;
  readonly lower: number;
  readonly upper: number;
}

/** Other people: the records that change, and the statements that they break, which must then be withheld. */
export interface FoundMove {
  readonly changes: RecordChanges;
  readonly broken: readonly HeldStatement[];
}

/** What a search ended in: other people, the proof that there are none, or no effort left. */
export type Search = FoundMove | "none" | "undecided";

/** How a search goes about it. */
export interface SearchOptions {
  /** Whether cells may be withheld for it. */
  readonly mayWithhold: boolean;
  /** By wish, how much a unit of its quantity is worth; one search then moves many counts. */
  readonly push?: readonly number[];
  /** How far round its tables a search looks: 0 there alone, 1 beside them too, 2 in all that hangs together, 3 everywhere. */
  readonly reach?: {readonly from?: number; readonly to?: number};
}

/** Cells that one program may hold. */
const mostCells = 12_000;

/** How hard a program is tried: any people will do, unless they cost a reader cells. */
function effortFor({push, mayWithhold}: Task): SolverEffort {
  if (push !== undefined) return {branches: 5, gap: 0.5};
  return mayWithhold ? {branches: 300, gap: 0.02} : {branches: 200, gap: 1};
}

/** What every record that changes costs beside what is withheld: moves are to be small. */
const changeCost = 0.01;

/** Finds other records of one source that satisfy its statements, by integer programs over the tables of a scheme. */
export class PeopleMoves {
  readonly #solver: Solver;
  readonly #records: Records;
  readonly #statements: () => readonly HeldStatement[];
  readonly #edges: readonly (readonly number[])[];
  readonly #impossible: readonly Impossible[];
  readonly #plans = new Map<string, {scheme: Scheme; tables: (CliqueTable | undefined)[]}>();

  constructor(solver: Solver, records: Records, statements: () => readonly HeldStatement[]) {
    this.#solver = solver;
    this.#records = records;
    this.#statements = statements;
    const {definition} = records;
    this.#edges = [
      ...statements().flatMap(({parts}) => parts.map((part) => ownColumns(part, definition))),
      ...definition.impossible.map(({columns}) => columns),
    ];
    this.#impossible = impossibleIn(records, statements());
  }

  /** Other people whose quantities differ as wished, at the least cost of what they break; nothing is broken unless allowed. */
  find(wishes: readonly Wish[], options: SearchOptions): Search {
    const {reach} = options;
    const {definition} = this.#records;
    const asked = wishes.flatMap(({quantity}) => quantity.parts.map((part) => ownColumns(part, definition)));
    const plan = this.#planFor(asked);
    const start = new Set(asked.map((columns) => plan.scheme.holding(columns) ?? 0));
    let answer: Search = "undecided";
    let before = 0;
    for (const [round, free] of [...widening(plan.scheme, start)].entries()) {
      if (round < (reach?.from ?? 0) || round > (reach?.to ?? Infinity) || free.size === before) continue;
      before = free.size;
      const size = [...free].reduce((sum, clique) => sum + this.#tableOf(plan, clique).cells.length, 0);
      if (process.env.DBG) console.log('cells', size, [...free].join());
      if (size > mostCells) return answer === "none" ? "undecided" : answer;
      answer = this.#solve({wishes, free, plan, ...options});
      if (typeof answer !== "string") return answer;
    }
    return answer;
  }

  /** Names the part of the records that a quantity is about: quantities of one part can be moved by one search. */
  partOf(quantity: Quantity): string {
    const asked = quantity.parts.map((part) => ownColumns(part, this.#records.definition));
    const {scheme} = this.#plan("", []);
    return [...new Set(asked.map((columns) => scheme.holding(columns) ?? -1))].sort().join(); // prettier-ignore
  }

  #planFor(asked: readonly (readonly number[])[]): Plan {
    const usual = this.#plan("", []);
    const missing = asked.filter((columns) => usual.scheme.holding(columns) === undefined);
    return missing.length === 0 ? usual : this.#plan(missing.map((columns) => columns.join()).join(" "), missing);
  }

  #plan(name: string, further: readonly (readonly number[])[]): Plan {
    const known = this.#plans.get(name);
    if (known !== undefined) return known;
    const sizes = this.#records.definition.columns.map(({values}) => values.length);
    const plan = {scheme: new Scheme(sizes, [...this.#edges, ...further]), tables: []};
    this.#plans.set(name, plan);
    return plan;
  }

  #tableOf(plan: Plan, clique: number): CliqueTable {
    return (plan.tables[clique] ??= new CliqueTable(this.#records, plan.scheme.cliques[clique]?.columns ?? [], this.#impossible));
  }

  /** First with every number averaged kept as it is, which leaves whole answers; then with the means alone. */
  #solve(task: Task): Search {
    const kept = this.#solveWith({...task, keepsNumbers: true});
    const isFound = typeof kept !== "string" && kept.changes.size > 0;
    const isLast = task.push !== undefined && (task.reach?.from ?? 0) > 0;
    return isFound || isLast ? kept : this.#solveWith({...task, keepsNumbers: false});
  }

  #solveWith(task: Task & {readonly keepsNumbers: boolean}): Search {
    const program = new MoveProgram(this.#records, task, (clique) => this.#tableOf(task.plan, clique));
    for (const statement of this.#statements()) program.hold(statement, task);
    task.wishes.forEach((wish, at) => program.wish(wish, task.push?.[at] ?? 0));
    const solved = solveInteger(this.#solver, program.build(), effortFor(task));
    if (solved.status !== "found") return solved.status;
    const move = program.moveIn(solved.values);
    const tables = task.plan.scheme.cliques.map((_, clique) => this.#tableOf(task.plan, clique));
    const changes = glue({records: this.#records, scheme: task.plan.scheme, tables, move});
    return changes === undefined ? "undecided" : {changes, broken: program.brokenIn(solved.values)};
  }
}

interface Plan {
  readonly scheme: Scheme;
  readonly tables: (CliqueTable | undefined)[];
}

interface Task extends SearchOptions {
  readonly wishes: readonly Wish[];
  readonly free: ReadonlySet<number>;
  readonly plan: Plan;
}

/**
 * First the cliques that a wish is about; then those beside them, then all that hang together, by more than the columns
 * that nearly all hold; then all.
 */
function* widening({cliques}: Scheme, start: ReadonlySet<number>): Generator<ReadonlySet<number>> {
  const isCommon = (column: number): boolean =>
    cliques.filter(({columns}) => columns.includes(column)).length * 2 > cliques.length;
  const nearTo = (at: number): readonly number[] =>
    (cliques[at]?.beside ?? []).filter(({shared}) => !shared.every(isCommon)).map(({clique}) => clique);
  const besideOf = (at: number): readonly number[] => (cliques[at]?.beside ?? []).map(({clique}) => clique);
  const near = new Set([...start, ...[...start].flatMap(nearTo)]);
  yield start;
  yield near;
  yield reachable(near, nearTo);
  yield reachable(near, besideOf);
}

function reachable(from: ReadonlySet<number>, beside: (at: number) => readonly number[]): ReadonlySet<number> {
  const reached = new Set(from);
  for (const at of reached) for (const clique of beside(at)) reached.add(clique);
  return reached;
}

/** What no record can be: a place that is printed as empty, and what the definitions call impossible. */
function impossibleIn({definition}: Records, statements: readonly Statement[]): readonly Impossible[] {
  const empty = statements.filter(({upper, parts}) => upper === 0 && parts.every(({weights, sign = 1}) => weights === undefined && sign > 0));
  const places = empty.flatMap(({parts}) =>
    parts.map((part): Impossible => {
      const columns = ownColumns(part, definition);
      const last = columns.at(-1);
      const mask = part.terms.filter(({column}) => column === last);
      const size = last === undefined ? 0 : (definition.columns[last]?.values.length ?? 0);
      const lastValues = Array.from({length: size}, (_, value) => value).filter((value) => mask.every((term) => term.mask[value] === 1));
      return {columns, lastValues, isPart: (valueOf) => weightOf(part, valueWith(valueOf, definition)) > 0};
    }),
  );
  const never = definition.impossible.flatMap(({columns, values}) =>
    values.map((tuple): Impossible => {
      const order = columns.map((column, at) => ({column, value: tuple[at] ?? 0})).sort((a, b) => a.column - b.column);
      return {
        columns: order.map(({column}) => column),
        lastValues: [order.at(-1)?.value ?? 0],
        isPart: (valueOf) => order.every(({column, value}) => valueOf(column) === value),
      };
    }),
  );
  return [...places, ...never];
}

interface Row {
  readonly at: number[];
  readonly of: number[];
  readonly lower: number;
  readonly upper: number;
}

/** The integer program of one search: for each cell of the free cliques how many people come and go. */
class MoveProgram {
  readonly #columns = {lower: [] as number[], upper: [] as number[], cost: [] as number[]};
  readonly #rows: Row[] = [];
  /** By clique and cell the program's columns of those who come and of those who go. */
  readonly #cells = new Map<number, readonly {readonly come: number; readonly go: number | undefined}[]>();
  readonly #slacks: {readonly statement: HeldStatement; readonly columns: readonly number[]}[] = [];
  readonly #tables = new Map<number, CliqueTable>();
  readonly #records: Records;
  readonly #scheme: Scheme;

  constructor(records: Records, {free, plan}: Task, tableOf: (clique: number) => CliqueTable) {
    this.#records = records;
    this.#scheme = plan.scheme;
    for (const clique of free) {
      const table = tableOf(clique);
      this.#tables.set(clique, table);
      this.#cells.set(
        clique,
        table.cells.map(({rows}) => ({
          come: this.#column(Infinity, changeCost),
          go: rows.length > 0 ? this.#column(rows.length, changeCost) : undefined,
        })),
      );
    }
    for (const clique of free) this.#join(clique);
  }

  /** A statement keeps what it says; where it may be withheld, a slack pays for what it no longer says. */
  hold(statement: HeldStatement, {mayWithhold, keepsNumbers}: Pick<Task, "mayWithhold"> & {readonly keepsNumbers: boolean}): void {
    const {value, lower, upper, ifWithheld: withheld} = statement;
    if (keepsNumbers && statement.parts.some(({weights}) => weights !== undefined)) return this.#keepNumbers(statement);
    const row = this.#quantityRow(statement, lower - value, upper - value);
    if (row.at.length === 0) return;
    if (mayWithhold && withheld !== undefined) {
      const more = this.#column(Math.max(0, withheld.upper - value), withheld.cost);
      const less = this.#column(Math.max(0, value - withheld.lower), withheld.cost);
      row.at.push(more, less);
      row.of.push(-1, 1);
      this.#slacks.push({statement, columns: [more, less]});
    }
    this.#rows.push(row);
  }

  /** As many records as before have each number that is averaged. */
  #keepNumbers({source, parts}: HeldStatement): void {
    for (const {weights, ...part} of parts) {
      weights?.of.forEach((weight, value) => {
        if (weight === 0) return;
        const mask = new Uint8Array(weights.of.length);
        mask[value] = 1;
        const row = this.#quantityRow({source, parts: [{...part, terms: [...part.terms, {column: weights.column, mask}]}]}, 0, 0);
        if (row.at.length > 0) this.#rows.push(row);
      });
    }
  }

  wish({quantity, lower, upper}: Wish, push: number): void {
    const row = this.#quantityRow(quantity, lower, upper);
    this.#rows.push(row);
    row.at.forEach((column, at) => (this.#columns.cost[column] = (this.#columns.cost[column] ?? 0) - push * (row.of[at] ?? 0)));
  }

  build(): {columns: {lower: number[]; upper: number[]; cost: number[]}; rows: readonly Row[]} {
    return {columns: this.#columns, rows: this.#rows};
  }

  moveIn(values: readonly number[]): ReadonlyMap<number, ReadonlyMap<number, number>> {
    const moves = [...this.#cells].map(([clique, cells]) => {
      const changes = cells.flatMap(({come, go}, cell) => {
        const change = (values[come] ?? 0) - (go === undefined ? 0 : (values[go] ?? 0));
        return change === 0 ? [] : [[cell, change] as const];
      });
      return [clique, new Map(changes)] as const;
    });
    return new Map(moves.filter(([, changes]) => changes.size > 0));
  }

  brokenIn(values: readonly number[]): readonly HeldStatement[] {
    return this.#slacks.filter(({columns}) => columns.some((column) => (values[column] ?? 0) > 0)).map(({statement}) => statement);
  }

  #column(upper: number, cost: number): number {
    this.#columns.lower.push(0);
    this.#columns.upper.push(upper);
    this.#columns.cost.push(cost);
    return this.#columns.lower.length - 1;
  }

  /** Neighbours agree on what they share; those that are not free stay as they are. */
  #join(clique: number): void {
    for (const {clique: other, shared} of this.#scheme.cliques[clique]?.beside ?? []) {
      const isFree = this.#cells.has(other);
      if (isFree && other < clique) continue;
      const rows = new Map<string, Row>();
      this.#margin({clique, shared, sign: 1}, rows);
      if (isFree) this.#margin({clique: other, shared, sign: -1}, rows);
      this.#rows.push(...rows.values());
    }
  }

  #margin({clique, shared, sign}: {clique: number; shared: readonly number[]; sign: number}, rows: Map<string, Row>): void {
    const table = this.#tables.get(clique);
    const places = shared.map((column) => table?.columns.indexOf(column) ?? 0);
    table?.cells.forEach(({values}, cell) => {
      const name = places.map((place) => values[place]).join();
      const row = rows.get(name) ?? {at: [], of: [], lower: 0, upper: 0};
      rows.set(name, row);
      this.#add(row, {clique, cell, weight: sign});
    });
  }

  #add(row: Row, {clique, cell, weight}: {clique: number; cell: number; weight: number}): void {
    const columns = this.#cells.get(clique)?.[cell];
    if (columns === undefined || weight === 0) return;
    row.at.push(columns.come);
    row.of.push(weight);
    if (columns.go === undefined) return;
    row.at.push(columns.go);
    row.of.push(-weight);
  }

  #quantityRow({parts}: Quantity, lower: number, upper: number): Row {
    const sums = new Map<string, {clique: number; cell: number; weight: number}>();
    for (const part of parts) {
      for (const term of this.#termsOf(part)) {
        const name = `${String(term.clique)} ${String(term.cell)}`;
        sums.set(name, {...term, weight: term.weight + (sums.get(name)?.weight ?? 0)});
      }
    }
    const row: Row = {at: [], of: [], lower, upper};
    for (const term of sums.values()) this.#add(row, term);
    return row;
  }

  /** The cells of a free clique that a part counts; none where it looks at cliques that stay as they are. */
  #termsOf(part: Part): readonly {clique: number; cell: number; weight: number}[] {
    const {definition} = this.#records;
    const columns = ownColumns(part, definition);
    for (const [clique, table] of this.#tables) {
      if (!columns.every((column) => table.columns.includes(column))) continue;
      return cellsOf(part, table, definition.columns.length).flatMap((cell) => {
        const values = table.cells[cell]?.values ?? [];
        const weight = weightOf(part, valueWith((column) => values[table.columns.indexOf(column)] ?? 0, definition));
        return weight === 0 ? [] : [{clique, cell, weight}];
      });
    }
    return [];
  }
}

/** The cells that the narrowest term over an own column leaves; all where there is none. */
function cellsOf({terms}: Part, table: CliqueTable, own: number): readonly number[] {
  const lists = terms.filter(({column}) => column < own).map(({column, mask}) => table.withValues(column, mask));
  return lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? [...table.cells.keys()]);
}
