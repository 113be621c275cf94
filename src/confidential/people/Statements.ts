import {ChangeCounter, countQuantities, statementsOn, type Definitions, type People, type Statement} from "../../audit/index.ts";
import type {Release} from "../../release/index.ts";
import type {HeldStatement, Withholding} from "./PeopleMoves.ts";

/** What releases say of some people, with what is known beside them. */
export interface Said {
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly base: People;
  /** Keys of means that are withheld because of their few records. */
  readonly tooFew: ReadonlySet<string>;
}

/** All statements that other people must satisfy, and what becomes of them as cells are withheld. */
export class Statements {
  #held: readonly HeldStatement[];
  readonly #counter: ChangeCounter;

  constructor({releases, definitions, base, tooFew}: Said) {
    const statements = statementsOn(releases, definitions, {tooFew});
    const values = countQuantities(base, statements);
    const sizes = largestTables(statements);
    this.#held = statements.map((statement, at) => ({
      ...statement,
      value: values[at] ?? 0,
      ...withheldAs(statement, values[at] ?? 0, {releases, sizes}),
    }));
    this.#counter = new ChangeCounter(statements);
  }

  get held(): readonly HeldStatement[] {
    return this.#held;
  }

  /** Statements that the base itself does not satisfy. */
  untrue(): readonly HeldStatement[] {
    return this.#held.filter(({value, lower, upper}) => value < lower || value > upper);
  }

  /** Whether other people, who differ from the base in these records, satisfy every statement. */
  allow(base: People, other: People, rows: readonly (readonly number[])[]): boolean {
    return [...this.#counter.between(base, other, rows)].every(([at, change]) => {
      const {value, lower, upper} = this.#held[at] ?? {value: NaN, lower: NaN, upper: NaN};
      return value + change >= lower && value + change <= upper;
    });
  }

  /** The cells with these keys no longer say what they say. */
  withhold(keys: ReadonlySet<string>): void {
    this.#held = this.#held.map((statement) => {
      const {ifWithheld, ...said} = statement;
      if (ifWithheld === undefined || !keys.has(said.key)) return statement;
      return {...said, says: said.says === "shown" ? "marked" : said.says, lower: ifWithheld.lower, upper: ifWithheld.upper};
    });
  }
}

interface Beside {
  readonly releases: readonly Release[];
  /** By population, the sets of variables that stand together. */
  readonly sizes: (statement: Statement) => number;
}

/** Only the release at hand can still be changed; a zero that is shown and a count that was printed before cannot be withheld. */
function withheldAs(statement: Statement, value: number, {releases, sizes}: Beside): {ifWithheld?: Withholding} {
  const {address, release, says} = statement;
  const policy = releases[0]?.disclosure.policy;
  if (release !== 0 || policy === undefined || policy.method === "round") return {};
  if (address.measure === "mean") {
    const isPrinted = releases[0]?.cell(address).status === "published";
    return isPrinted ? {ifWithheld: {cost: meanCost, lower: -Infinity, upper: Infinity}} : {};
  }
  const least = policy.zeros === "hidden" ? 0 : 1;
  if (says !== "shown" || value < least) return {};
  const isTwo = typeof policy.mark !== "string";
  const cost = Math.sqrt(Math.max(1, value)) * marginWeight ** sizes(statement);
  return {ifWithheld: {cost, lower: isTwo ? policy.threshold : least, upper: Infinity}};
}

/** What a unit by which a printed mean is missed costs: a mean is worth less to a reader than a count. */
const meanCost = 0.05;

/** A margin is worth so many times an inner cell, for each variable that it is a total over. */
const marginWeight = 6;

/** Over how many variables of the largest table that holds it a cell is a total. */
function largestTables(statements: readonly Statement[]): Beside["sizes"] {
  const tables = new Map<string, Map<string, readonly string[]>>();
  for (const {address} of statements) {
    const names = Object.keys(address.at).sort();
    const known = tables.get(address.population) ?? new Map<string, readonly string[]>();
    tables.set(address.population, known.set(names.join(), names));
  }
  return ({address}) => {
    const own = Object.keys(address.at);
    const all = [...(tables.get(address.population)?.values() ?? [])];
    const holding = all.filter((names) => own.every((name) => names.includes(name)));
    return Math.min(2, Math.max(0, ...holding.map(({length}) => length - own.length)));
  };
}
