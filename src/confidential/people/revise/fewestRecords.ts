import {ChangeCounter, copyOf, type People} from "../../../audit/index.ts";
import type {Solver} from "../../../solver/index.ts";
import type {RecordChanges} from "../glue.ts";
import {solveInteger} from "../integerProgram.ts";
import type {HeldStatement} from "../Statements.ts";
import {writeRecord} from "../writeRecord.ts";
import {away} from "./presence.ts";
import type {Suspects} from "./suspects.ts";

/** Records of one source, with the column that says which are there as their last own one, and what is said of them. */
export interface RepairTask {
  readonly solver: Solver;
  readonly base: People;
  readonly source: number;
  readonly held: readonly HeldStatement[];
  readonly suspects: Suspects;
}

/** What one record had otherwise, and by how much that changes each statement. */
interface Correction {
  readonly row: number;
  readonly values: ReadonlyMap<number, number>;
  readonly effects: ReadonlyMap<number, number>;
}

/** Records that may not have been there, beside those that are found corrected. */
const mostAway = 1_000;

/**
 * The fewest of some corrections that give the same statements, where single records that were not there may stand for
 * several that are told apart only by what each statement asks.
 */
export function fewestRecords(task: RepairTask, found: RecordChanges): RecordChanges {
  const {solver, held} = task;
  const corrections = correctionsIn(task, found);
  const touched = [...new Set(corrections.flatMap(({effects}) => [...effects.keys()]))];
  const rows = touched.map((statement) => {
    const {value, lower, upper} = held[statement] ?? {value: NaN, lower: NaN, upper: NaN};
    const own = corrections.flatMap(({effects}, at) => (effects.has(statement) ? [at] : []));
    const of = own.map((at) => corrections[at]?.effects.get(statement) ?? 0);
    return {at: own, of, lower: lower - value, upper: upper - value};
  });
  const once = [...Map.groupBy(corrections.keys(), (at) => corrections[at]?.row).values()]
    .filter(({length}) => length > 1)
    .map((at) => ({at, of: at.map(() => 1), lower: 0, upper: 1}));
  const each = (value: number): number[] => corrections.map(() => value);
  const columns = {lower: each(0), upper: each(1), cost: each(1)};
  const solved = solveInteger(solver, {columns, rows: [...rows, ...once]}, {branches: 500, gap: 0});
  if (solved.status !== "found") return found;
  const chosen = corrections.filter((_, at) => solved.values[at] === 1);
  return chosen.length < found.size ? new Map(chosen.map(({row, values}) => [row, new Map(values)])) : found;
}

function correctionsIn({base, source, held, suspects}: RepairTask, found: RecordChanges): readonly Correction[] {
  const scratch = base.map((records, at) => (at === source ? copyOf(records) : records));
  const [records, counter] = [scratch[source], new ChangeCounter(held)];
  if (records === undefined) return [];
  const effectsOf = (row: number, values: ReadonlyMap<number, number>): Correction => {
    const own = new Map([...values.keys()].map((column) => [column, records.columns[column]?.[row] ?? 0]));
    writeRecord(records, row, values);
    const effects = counter.between(base, scratch, base.map((_, at) => (at === source ? [row] : []))); // prettier-ignore
    writeRecord(records, row, own);
    return {row, values, effects};
  };
  const presence = records.definition.columns.length - 1;
  const isThere = (row: number): boolean => records.columns[presence]?.[row] !== away;
  const own = records.definition.columns.map((_, column) => column);
  const isSuspected = suspects.in(own, "came or went");
  const mayBeAway = (row: number): boolean =>
    isThere(row) && isSuspected(own.map((column) => records.columns[column]?.[row] ?? 0));
  const rows = Array.from({length: records.size}, (_, row) => row).filter(mayBeAway);
  const gone = rows.slice(0, mostAway).map((row) => effectsOf(row, new Map([[presence, away]])));
  return [...[...found].map(([row, values]) => effectsOf(row, values)), ...gone];
}
