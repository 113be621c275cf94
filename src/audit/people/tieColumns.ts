import type {Rotation} from "../population/certificate.ts";
import {underlying} from "../population/columns.ts";
import type {SourceDefinition} from "../population/definition.ts";
import {beneath, ownColumns} from "../population/ownColumns.ts";
import type {Part} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import type {PeopleStatement} from "./peopleStatement.ts";

/** The columns on which records must agree before they may exchange their value of a column. */
export type ExchangeTies = readonly Rotation["within"][];

/**
 * For every column what records must agree on before they may exchange it: the columns that some statement looks at
 * together with it, as far as the statements tell their values apart.
 */
export function tieColumns(people: People, statements: readonly PeopleStatement[]): readonly ExchangeTies[] {
  return people.map(({definition}, source) => {
    const parts = statements.filter((one) => one.source === source).flatMap((one) => one.parts);
    const told = definition.columns.map(() => new Map<number, Set<string>[]>());
    for (const part of parts) tieBy(part, definition, told);
    for (const {columns, values} of definition.impossible) tieTuples({columns, values}, definition, told);
    return told.map((others) =>
      [...others]
        .map(([column, signatures]) => ({column, classes: classesOf(signatures)}))
        .sort((a, b) => a.column - b.column),
    );
  });
}

/** By column and other column, what tells the values of the other apart. */
type Told = readonly Map<number, Set<string>[]>[];

function mark(told: Told, {column, other, size}: {column: number; other: number; size: number}): Set<string>[] {
  const known = told[column]?.get(other) ?? Array.from({length: size}, () => new Set<string>());
  told[column]?.set(other, known);
  return known;
}

function tieBy(part: Part, definition: SourceDefinition, told: Told): void {
  const columns = ownColumns(part, definition);
  if (columns.length < 2) return;
  for (const other of columns) {
    const signatures = signaturesIn(part, other, definition);
    for (const column of columns) {
      if (column === other) continue;
      const own = mark(told, {column, other, size: definition.columns[other]?.values.length ?? 0});
      for (const [value, signature] of signatures) own[value]?.add(signature);
    }
  }
}

/** What a part says of the values of one of its columns that it does not pass over: which terms they meet, what they weigh. */
function signaturesIn(part: Part, column: number, definition: SourceDefinition): ReadonlyMap<number, string> {
  const said = new Map<number, string>();
  const say = (value: number, what: string): void => void said.set(value, `${said.get(value) ?? ""} ${what}`);
  for (const {column: asked, mask} of part.terms) {
    const name = `${String(asked)}:${mask.join("")}`;
    const meets = (value: number): string | undefined => (mask[value] === 1 ? name : undefined);
    for (const [value, what] of saidBelow({asked, sayOf: meets, column}, definition)) say(value, what);
  }
  const {weights} = part;
  if (weights !== undefined && beneath(weights.column, definition).includes(column)) {
    const isAveraged = underlying(definition, weights.column) === column;
    const weigh = (value: number): string =>
      isAveraged ? `weighs ${String(weights.of[value])}` : `correction ${String(value)}`;
    valuesIn(column, definition).forEach((value) =>
      isAveraged && weights.of[value] === 0 ? undefined : say(value, weigh(value)),
    );
  }
  return said;
}

function valuesIn(column: number, {columns}: SourceDefinition): readonly number[] {
  return Array.from({length: columns[column]?.values.length ?? 0}, (_, value) => value);
}

interface Asking {
  /** The column that is asked, which may follow from others. */
  readonly asked: number;
  /** What is said of a value of it; nothing where the value is passed over. */
  readonly sayOf: (value: number) => string | undefined;
  /** The column whose values are told apart by it. */
  readonly column: number;
}

/** What asking a column makes of the values of one that it is or follows from. */
function saidBelow(
  {asked, sayOf, column}: Asking,
  definition: SourceDefinition,
): readonly (readonly [value: number, what: string])[] {
  const follows = definition.derived[asked - definition.columns.length];
  const said = (): readonly (readonly [number, string])[] =>
    valuesIn(column, definition).flatMap((value) => {
      const what = sayOf(value);
      return what === undefined ? [] : [[value, what] as const];
    });
  if (follows === undefined) return asked === column ? said() : [];
  if ("revises" in follows) {
    if (follows.revises === column) return said();
    // A record with a correction is told apart from every other.
    const tell = (value: number) => [value, `correction ${String(value)}`] as const;
    return follows.by === column ? valuesIn(column, definition).map(tell) : [];
  }
  return follows.of.flatMap(({column: below, says}) => {
    const sayBelow = (value: number): string | undefined =>
      (says[value] ?? 0) > 0 ? `${String(asked)} says ${String(says[value])}` : undefined;
    return saidBelow({asked: below, sayOf: sayBelow, column}, definition);
  });
}

function tieTuples(
  {columns, values}: SourceDefinition["impossible"][number],
  definition: SourceDefinition,
  told: Told,
): void {
  for (const [place, other] of columns.entries()) {
    for (const column of columns) {
      if (column === other) continue;
      const own = mark(told, {column, other, size: definition.columns[other]?.values.length ?? 0});
      for (const tuple of values) own[tuple[place] ?? 0]?.add(`not ${tuple.filter((_, at) => at !== place).join()}`);
    }
  }
}

function classesOf(signatures: readonly ReadonlySet<string>[]): number[] {
  const numbers = new Map<string, number>();
  return signatures.map((own) => {
    const signature = [...own].sort().join("|");
    const known = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, known);
    return known;
  });
}
