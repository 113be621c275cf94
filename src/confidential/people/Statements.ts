import {cellKey, measureOf} from "../../measures/index.ts";
import {
  ChangeCounter,
  countQuantities,
  statementsOn,
  type Definitions,
  type People,
  type PeopleStatement,
} from "../../audit/index.ts";
import type {Release} from "../../release/index.ts";

/** A statement with what it counts in the base. */
export interface HeldStatement extends PeopleStatement {
  readonly value: number;
  /** What a reader loses where the cell that says it is withheld, and the bounds that then hold; absent where it cannot be. */
  readonly ifWithheld?: WithholdingCost;
}

/** By how much what is counted in the base lies outside what is said of it; 0 where it does not. */
export function missedBy({value, lower, upper}: Pick<HeldStatement, "value" | "lower" | "upper">): number {
  return Math.max(0, lower - value, value - upper);
}

/** What it costs to withhold a cell, and the counts that a reader then holds possible. */
export interface WithholdingCost {
  /** The cell to withhold, or of a mean or quantile the count of its group, on which it rests. */
  readonly key: string;
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
}

/** What releases say of some people, with what is known beside them. */
export interface Said {
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly base: People;
  /** Keys of cells that are withheld because of their few records. */
  readonly tooFew: ReadonlySet<string>;
  /** Whether the rule for small groups is left out, because the people are not those of the releases yet. */
  readonly withoutGroups?: boolean;
}

/** All statements that other people must satisfy, and what becomes of them as cells are withheld. */
export class Statements {
  #held: readonly HeldStatement[];
  readonly #counter: ChangeCounter;

  constructor({releases, definitions, base, tooFew, withoutGroups = false}: Said) {
    const statements = statementsOn(releases, definitions, {tooFew, base, withoutGroups});
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
    return this.#held.filter((one) => missedBy(one) > 0);
  }

  /** Whether other people, who differ from the base in these records, satisfy every statement. */
  allow(people: Parameters<ChangeCounter["allows"]>[0]): boolean {
    return this.#counter.allows(people, (at, change) => {
      const {value, lower, upper} = this.#held[at] ?? {value: NaN, lower: NaN, upper: NaN};
      return value + change >= lower && value + change <= upper;
    });
  }

  /** The cells with these keys no longer say what they say. */
  withhold(keys: ReadonlySet<string>): void {
    this.#held = this.#held.map((statement) => {
      const {ifWithheld, ...said} = statement;
      if (ifWithheld === undefined || !keys.has(ifWithheld.key)) return statement;
      return {
        ...said,
        says: said.says === "shown" ? "marked" : said.says,
        lower: ifWithheld.lower,
        upper: ifWithheld.upper,
      };
    });
  }
}

interface Beside {
  readonly releases: readonly Release[];
  /** By population, the sets of variables that stand together. */
  readonly sizes: (statement: PeopleStatement) => number;
}

/** Only the release at hand can still be changed; a zero that is shown and a count that was printed before cannot be withheld. */
function withheldAs(
  statement: PeopleStatement,
  value: number,
  {releases, sizes}: Beside,
): {ifWithheld?: WithholdingCost} {
  const {address, release, says} = statement;
  const policy = releases[0]?.disclosure.policy;
  if (release !== 0 || policy === undefined || policy.method === "round") return {};
  if (address.measure === "sum") return withheldAlone(statement, {releases, sizes});
  if (measureOf(address).numberOf(address) !== undefined) return withheldWithGroup(statement, releases[0]);
  const least = policy.zeros === "hidden" ? 0 : 1;
  if (says !== "shown" || value < least) return {};
  const isTwo = typeof policy.mark !== "string";
  const cost = Math.sqrt(Math.max(1, value)) * marginWeight ** sizes(statement);
  return {ifWithheld: {key: statement.key, cost, lower: isTwo ? policy.threshold : least, upper: Infinity}};
}

/** What a cell of a number costs, for each unit by which it is missed; a record that weighs a hundred is one unit. */
const costOfNumber = 0.5;

/** It is withheld with the count that it rests on: one withheld beside its count says that it is of too few. */
function withheldWithGroup(
  {address, parts}: PeopleStatement,
  release: Release | undefined,
): {ifWithheld?: WithholdingCost} {
  const {population, at} = address;
  const count = {measure: "count", population, at} as const;
  const isPrinted = (cell: typeof address): boolean =>
    release?.has(cell) === true && release.cell(cell).status === "published";
  const cost = costOfNumber / Math.max(...parts.map(({sign = 1}) => Math.abs(sign)));
  return isPrinted(address) && isPrinted(count)
    ? {ifWithheld: {key: cellKey(count), cost, lower: -Infinity, upper: Infinity}}
    : {};
}

/** A sum is withheld by itself, totals last: one withheld beside its count may protect another. */
function withheldAlone(
  statement: PeopleStatement,
  {releases: [release], sizes}: Beside,
): {ifWithheld?: WithholdingCost} {
  const {key, address} = statement;
  if (release?.has(address) !== true || release.cell(address).status !== "published") return {};
  const cost = costOfNumber * marginWeight ** sizes(statement);
  return {ifWithheld: {key, cost, lower: -Infinity, upper: Infinity}};
}

/** A margin is worth so many times an inner cell, for each variable that it is a total over. */
const marginWeight = 6;

/** Over how many variables of the largest table that holds it a cell is a total. */
function largestTables(statements: readonly PeopleStatement[]): Beside["sizes"] {
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
