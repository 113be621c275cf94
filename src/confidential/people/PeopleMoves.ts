import {type Part, type Quantity, type Records, ownColumns} from "../../audit/index.ts";
import type {Solver} from "../../solver/index.ts";
import type {Impossible} from "./combinations.ts";
import {Averages} from "./averages.ts";
import {exchanges, type Exchange} from "./exchanges.ts";
import type {FoundMove} from "./foundMove.ts";
import {glue} from "./glue.ts";
import {impossibleIn} from "./impossibleIn.ts";
import {solveInteger, type SolverEffort} from "./integerProgram.ts";
import type {CliqueFreedom} from "./FreeCells.ts";
import {PeopleProgram} from "./PeopleProgram.ts";
import {Scheme} from "./Scheme.ts";
import {SearchPlan} from "./SearchPlan.ts";
import type {HeldStatement} from "./Statements.ts";
import {isCommon, widening} from "./widening.ts";

/** What a population is looked for: a quantity that differs from the base by so much. */
export interface Wish {
  readonly quantity: Quantity;
  readonly lower: number;
  readonly upper: number;
}

/** What a search ended in: other people, the proof that there are none, or no effort left. */
export type Search = FoundMove | "none" | "undecided";

/** How a search goes about it. */
export interface SearchOptions {
  /** Whether cells may be withheld for it. */
  readonly mayWithhold: boolean;
  /** By wish, how much a unit of its quantity is worth; one search then moves many counts. */
  readonly push?: readonly number[];
  /** Whether as many people as before have each number that is averaged; first so and then not where absent. */
  readonly keepsNumbers?: boolean;
  /** How far round its tables a search looks: 0 there alone, 1 beside them too, 2 in all that hangs together, 3 everywhere. */
  readonly reach?: {readonly from?: number; readonly to?: number};
}

/** Cells that one program may hold; more where corrected records are looked for, once a release. */
const [mostCells, mostSuspected] = [12_000, 40_000];

/** How hard a program is tried: any people will do, unless they cost a reader cells. */
function effortFor({push, mayWithhold, mayChange}: Task): SolverEffort {
  if (mayChange !== undefined) return {branches: 50, gap: 0.1};
  if (push !== undefined) return {branches: 5, gap: 0.5};
  return mayWithhold ? {branches: 300, gap: 0.02} : {branches: 200, gap: 1};
}

/** Finds other records of one source that satisfy its statements, by integer programs over the tables of a scheme. */
export class PeopleMoves {
  readonly #solver: Solver;
  readonly #records: Records;
  readonly #statements: () => readonly HeldStatement[];
  /** The sets of several columns that statements look at together, each once. */
  readonly #edges: readonly (readonly number[])[];
  readonly #averages: Averages;
  readonly #impossible: readonly Impossible[];
  readonly #plans = new Map<string, SearchPlan>();

  constructor(solver: Solver, records: Records, statements: () => readonly HeldStatement[]) {
    this.#solver = solver;
    this.#records = records;
    this.#statements = statements;
    const {definition} = records;
    const edges = [
      ...statements().flatMap(({parts}) => parts.map((part) => ownColumns(part, definition))),
      ...definition.impossible.map(({columns}) => columns),
    ];
    this.#edges = [...new Map(edges.map((edge) => [edge.join(), edge])).values()].filter(({length}) => length > 1);
    this.#averages = new Averages(records, statements());
    this.#impossible = impossibleIn(records, statements());
  }

  /** Other people whose quantities differ as wished, at the least cost of what they break; nothing is broken unless allowed. */
  find(wishes: readonly Wish[], options: SearchOptions): Search {
    const {reach} = options;
    const {definition} = this.#records;
    const asked = wishes.flatMap(({quantity}) => quantity.parts.map((part) => ownColumns(part, definition)));
    const plan = this.#planFor(asked);
    const start = new Set(asked.map((columns) => plan.scheme.holding(columns) ?? 0));
    // Of many wishes at once some come true with what is there.
    if (wishes.length === 1) plan.makeRoom(wishes.filter(({upper}) => upper > 0).map(({quantity}) => quantity));
    const coupled = (clique: number): ReadonlySet<number> => plan.coupledWith(clique, this.#statements());
    let answer: Search = "undecided";
    let before = 0;
    for (const [round, free] of [...widening(plan.scheme, start, coupled)].entries()) {
      if (round < (reach?.from ?? 0) || round > (reach?.to ?? Infinity) || free.size === before) continue;
      before = free.size;
      const size = [...free].reduce((sum, clique) => sum + plan.tableOf(clique).cells.length, 0);
      if (size > mostCells) return answer === "none" ? "undecided" : answer;
      answer = this.#solve({wishes, free, plan, round, ...options});
      if (typeof answer !== "string") return answer;
    }
    return answer;
  }

  /** People who satisfy every statement, where these do not, by few changes of combinations that are suspected. */
  repair(suspected: (columns: readonly number[]) => (values: readonly number[]) => boolean): Search {
    const plan = this.#plan("", []);
    const free = new Set(plan.scheme.cliques.keys());
    const suspicions = new Map<readonly number[], ReturnType<typeof suspected>>();
    let size = 0;
    for (const clique of free) {
      const table = plan.tableOf(clique);
      const isSuspected = suspected(table.columns);
      suspicions.set(table.columns, isSuspected);
      for (const part of this.#lackingIn(table.columns)) table.makeRoomIn(part, isSuspected);
      size += table.cells.filter(({values}) => isSuspected(values)).length;
    }
    if (size > mostSuspected) return "undecided";
    const mayChange: CliqueFreedom["mayChange"] = (columns, values) => suspicions.get(columns)?.(values) === true;
    return this.#solveWith({
      wishes: [],
      free,
      plan,
      round: everywhere,
      mayWithhold: true,
      keepsNumbers: false,
      mayChange,
    });
  }

  /** What counts too few, of some columns alone. */
  #lackingIn(columns: readonly number[]): readonly Part[] {
    const lacking = this.#statements().filter(({value, lower, parts}) => value < lower && parts.length === 1);
    const parts = lacking.flatMap((statement) => statement.parts);
    return parts.filter((part) =>
      ownColumns(part, this.#records.definition).every((column) => columns.includes(column)),
    );
  }

  /** Exchanges of answers between two people that change a count; not all of them satisfy every statement. */
  exchanges(quantity: Quantity): Iterable<Exchange> {
    return exchanges({records: this.#records, edges: this.#edges, averages: this.#averages}, quantity);
  }

  /** Names the part of the records that a quantity is about: quantities of one part can be moved by one search. */
  partOf(quantity: Quantity): string {
    const asked = quantity.parts.map((part) => ownColumns(part, this.#records.definition));
    const {scheme} = this.#plan("", []);
    return [...new Set(asked.map((columns) => scheme.holding(columns) ?? -1))].sort().join(); // prettier-ignore
  }

  #planFor(asked: readonly (readonly number[])[]): SearchPlan {
    const usual = this.#plan("", []);
    const missing = asked.filter((columns) => usual.scheme.holding(columns) === undefined);
    return missing.length === 0 ? usual : this.#plan(missing.map((columns) => columns.join()).join(" "), missing);
  }

  #plan(name: string, further: readonly (readonly number[])[]): SearchPlan {
    const known = this.#plans.get(name);
    if (known !== undefined) return known;
    const sizes = this.#records.definition.columns.map(({values}) => values.length);
    const scheme = new Scheme(sizes, [...this.#edges, ...further]);
    const plan = new SearchPlan(this.#records, scheme, this.#impossible);
    this.#plans.set(name, plan);
    return plan;
  }

  /** First with every number averaged kept as it is, which leaves whole answers; then with the means alone. */
  #solve(task: Task): Search {
    if (task.keepsNumbers !== undefined) return this.#solveWith({...task, keepsNumbers: task.keepsNumbers});
    const kept = this.#solveWith({...task, keepsNumbers: true});
    return typeof kept === "string" ? this.#solveWith({...task, keepsNumbers: false}) : kept;
  }

  #solveWith(task: Task & {readonly keepsNumbers: boolean}): Search {
    const {plan, free, wishes, mayWithhold, keepsNumbers, push} = task;
    const tables = new Map([...free].map((clique) => [clique, plan.tableOf(clique)] as const));
    const program = new PeopleProgram(this.#records, plan.scheme, {
      tables,
      cliquesHolding: (part) => plan.cliquesHolding(part),
      mayChange: task.mayChange ?? this.#mayChange(task),
    });
    for (const statement of this.#within(task)) {
      if (keepsNumbers && statement.parts.some(({weights}) => weights !== undefined)) program.keepNumbers(statement);
      else program.hold(statement, mayWithhold);
    }
    wishes.forEach(({quantity, lower, upper}, at) => program.wish(quantity, {lower, upper, push: push?.[at] ?? 0}));
    const built = program.build();
    const solved = built === undefined ? none : solveInteger(this.#solver, built, effortFor(task));
    if (solved.status !== "found") {
      // Where not all combinations were at hand, that there are no other people among these proves nothing.
      return [...tables.values()].some(({isPartial}) => isPartial) ? "undecided" : solved.status;
    }
    const all = plan.scheme.cliques.map((_, clique) => plan.tableOf(clique));
    const changes = glue({
      records: this.#records,
      scheme: plan.scheme,
      tables: all,
      move: program.moveIn(solved.values),
      isThrifty: task.mayChange !== undefined,
    });
    return changes === undefined ? "undecided" : {changes, broken: program.brokenIn(solved.values)};
  }

  /** The statements that look at some columns of the free tables alone: others are about what stays as it is. */
  #within({free, plan}: Task): readonly HeldStatement[] {
    const isFree = (part: Part): boolean => plan.cliquesHolding(part).some((clique) => free.has(clique));
    return this.#statements().filter(({parts}) => parts.some(isFree));
  }

  /** Near by, those who differ from what is wished in a column that nearly all statements ask stay as they are. */
  #mayChange({wishes, round, plan}: Task): CliqueFreedom["mayChange"] {
    if (round >= everywhere) return () => true;
    const {cliques} = plan.scheme;
    const parts = wishes.flatMap(({quantity}) => quantity.parts);
    const own = this.#records.definition.columns.map((_, column) => {
      const masks = parts.flatMap(({terms}) => terms.find((term) => term.column === column)?.mask ?? []);
      return isCommon(column, cliques) && masks.length === parts.length ? masks : undefined;
    });
    return (columns, values) =>
      columns.every((column, at) => own[column]?.some((mask) => mask[values[at] ?? 0] === 1) ?? true);
  }
}

interface Task extends SearchOptions {
  readonly wishes: readonly Wish[];
  readonly free: ReadonlySet<number>;
  readonly plan: SearchPlan;
  /** How far round its tables this search looks. */
  readonly round: number;
  /** What may change, where that is not what is near the wishes. */
  readonly mayChange?: CliqueFreedom["mayChange"];
}

/** What a program without solutions answers. */
const none = {status: "none"} as const;

/** The round in which nothing stays as it is. */
const everywhere = 3;
