import {valueWith, weightOf, type SourceDefinition, ownColumns} from "../../../audit/index.ts";
import {missedBy, type HeldStatement} from "../Statements.ts";

/** Whether a combination of values of some columns may have become more or fewer. */
export type Suspicion = (values: readonly number[]) => boolean;

/** How records were corrected: some came or went, whole; or some gave other answers. */
export type Explanation = "came or went" | "came, went or answered otherwise";

/** Statements that look at the same columns. */
interface Told {
  readonly columns: readonly number[];
  readonly statements: readonly HeldStatement[];
}

/**
 * Where to look for corrections that explain why statements no longer hold. A table that prints the same count as the records
 * give tells that nobody there came or went, unless two corrections cancel out; so a combination of answers is suspected
 * where no table of the columns concerned says that: of all columns for records that came or went, and else of some
 * column that a statement which no longer holds asks.
 */
export class Suspects {
  readonly #definition: SourceDefinition;
  readonly #told: readonly Told[];
  /** Columns that statements which no longer hold look at, but for those that all statements look at. */
  readonly #doubted: ReadonlySet<number>;

  constructor(definition: SourceDefinition, statements: readonly HeldStatement[]) {
    this.#definition = definition;
    const counts = statements.filter(({parts}) => parts.length === 1 && parts[0]?.weights === undefined);
    const columnsOf = ({parts}: HeldStatement): readonly number[] =>
      parts.flatMap((part) => ownColumns(part, definition));
    const tables = Map.groupBy(counts, (count) => columnsOf(count).join());
    this.#told = [...tables.values()].map((own) => ({columns: own.slice(0, 1).flatMap(columnsOf), statements: own}));
    const isCommon = (column: number): boolean => this.#told.every(({columns}) => columns.includes(column));
    const broken = statements
      .filter((one) => missedBy(one) > 0)
      .flatMap(({parts}) => parts.flatMap((part) => ownColumns(part, definition)));
    this.#doubted = new Set(broken.filter((column) => !isCommon(column)));
  }

  /** What may have changed among the combinations of some columns. */
  in(columns: readonly number[], explanation: Explanation): Suspicion {
    const finest = this.#finestIn(columns).map((told) => this.#tellsOfNone(told, columns));
    const cameOrWent: Suspicion = (values) => !finest.some(({isStill}) => isStill(values));
    const asked = columns
      .filter((column) => this.#doubted.has(column))
      .map((column) => finest.filter((told) => told.columns.includes(column)));
    const answered: Suspicion = (values) => asked.some((told) => !told.some(({isStill}) => isStill(values)));
    return explanation === "came or went" ? cameOrWent : (values) => cameOrWent(values) || answered(values);
  }

  /** The tables of these columns that no other of them holds. */
  #finestIn(columns: readonly number[]): readonly Told[] {
    const inside = this.#told.filter((told) => isPart(told.columns, columns));
    return inside.filter((told) => !inside.some((other) => other !== told && isPart(told.columns, other.columns)));
  }

  #tellsOfNone(told: Told, columns: readonly number[]): {columns: readonly number[]; isStill: Suspicion} {
    const byFirst = this.#byWidestColumn(told);
    const place = byFirst === undefined ? -1 : columns.indexOf(byFirst.column);
    const isStill: Suspicion = (values) => {
      const valueOf = valueWith((column) => values[columns.indexOf(column)] ?? 0, this.#definition);
      const near = byFirst === undefined ? told.statements : (byFirst.statements.get(values[place] ?? 0) ?? []);
      const holding = near.filter(({parts: [part]}) => part !== undefined && weightOf(part, valueOf) !== 0);
      return holding.length > 0 && holding.every((one) => one.lower === one.upper && missedBy(one) === 0);
    };
    return {columns: told.columns, isStill};
  }

  /** The statements of a table by the values of its widest column, where all of them ask it. */
  #byWidestColumn({columns, statements}: Told): {column: number; statements: Map<number, HeldStatement[]>} | undefined {
    const sizeOf = (column: number): number => this.#definition.columns[column]?.values.length ?? 0;
    const [column] = columns
      .filter((one) => statements.every(({parts: [part]}) => part?.terms.some((term) => term.column === one)))
      .toSorted((one, other) => sizeOf(other) - sizeOf(one));
    if (column === undefined) return undefined;
    const found = new Map<number, HeldStatement[]>();
    for (const statement of statements) {
      const masks = statement.parts[0]?.terms.filter((term) => term.column === column) ?? [];
      for (let value = 0; value < sizeOf(column); value += 1) {
        if (!masks.every(({mask}) => mask[value] === 1)) continue;
        found.set(value, [...(found.get(value) ?? []), statement]);
      }
    }
    return {column, statements: found};
  }
}

function isPart(one: readonly number[], other: readonly number[]): boolean {
  return one.every((column) => other.includes(column));
}
