import {completeRecords, mostRevisedOf, type Records} from "../../../audit/index.ts";
import type {Release} from "../../../release/index.ts";
import type {Solver} from "../../../solver/index.ts";
import type {RecordChanges} from "../glue.ts";
import {PeopleMoves} from "../PeopleMoves.ts";
import {missedBy, Statements, type HeldStatement} from "../Statements.ts";
import {fewestRecords, type RepairTask} from "./fewestRecords.ts";
import {Suspects, type Explanation} from "./suspects.ts";
import {away, withPresence, type DefinedPeople} from "./presence.ts";

/** The records of one source that an earlier edition had otherwise. */
export interface RevisedSource {
  /** By record of today what that edition had instead, whole: its values by column; nothing where it had no such record. */
  readonly corrected: ReadonlyMap<number, readonly number[] | undefined>;
  /** Records that it had and that are gone, by column. */
  readonly gone: readonly (readonly number[])[];
}

/** Editions of other records than today's, all of the same ones, for which it is looked for few corrections. */
export interface RevisionTask extends DefinedPeople {
  readonly solver: Solver;
  readonly releases: readonly Release[];
  /** Their numbers among the releases. */
  readonly editions: readonly number[];
}

/**
 * The fewest corrections found that make the records of today those of some earlier editions, by source; `undefined` where
 * there are more than a revision may have, or none could be found.
 */
export function findRevision(task: RevisionTask): readonly RevisedSource[] | undefined {
  const {solver, people, editions, releases} = task;
  const limits = people.map(({size}) => mostRevisedOf(size, releases[0]?.disclosure.policy ?? {}));
  const {definitions, people: base} = withPresence(task, limits);
  const statements = new Statements({releases, definitions, base, tooFew: new Set(), withoutGroups: true});
  const found = base.map((records, source): RevisedSource | undefined => {
    const held = statements.held.filter((one) => editions.includes(one.release) && one.source === source);
    if (held.every((one) => missedBy(one) === 0)) return {corrected: new Map(), gone: []};
    if (isBeyond(held, limits[source] ?? 0)) return undefined;
    const repaired = repair({solver, base, source, held, suspects: new Suspects(records.definition, held)});
    if (typeof repaired === "string" || repaired.changes.size > (limits[source] ?? 0)) return undefined;
    return readChanges(repaired.changes, records, people[source]?.size ?? 0);
  });
  const whole = found.filter((one) => one !== undefined);
  return whole.length === found.length ? whole : undefined;
}

const explanations: readonly Explanation[] = ["came or went", "came, went or answered otherwise"];

/** The fewest changes found, the simplest explanations first: nothing takes fewer than one. */
function repair(task: RepairTask): Repaired {
  const records = task.base[task.source];
  if (records === undefined) return "undecided";
  const moves = new PeopleMoves(task.solver, records, () => task.held);
  let best: Repaired = "undecided";
  for (const explanation of explanations) {
    const found = moves.repair((columns) => task.suspects.in(columns, explanation));
    if (typeof found === "string") continue;
    const changes = fewestRecords(task, found.changes);
    if (typeof best === "string" || changes.size < best.changes.size) best = {changes};
    if (best.changes.size <= 1) break;
  }
  return best;
}

type Repaired = {readonly changes: RecordChanges} | "undecided";

/**
 * Whether so many corrections cannot make some counts: each of them changes two counts of people who share nobody by one at
 * most, the one that a record leaves and the one that it comes to.
 */
function isBeyond(held: readonly HeldStatement[], limit: number): boolean {
  const counts = held.filter(({parts}) => parts.length === 1 && parts.every(({weights}) => weights === undefined));
  const columnsOf = ({parts}: HeldStatement): string =>
    parts.flatMap(({terms}) => terms.map(({column}) => column)).join();
  return [...Map.groupBy(counts, columnsOf).values()].some((table) => {
    const apart: HeldStatement[] = [];
    for (const one of table) if (missedBy(one) > 0 && apart.every((other) => shareNobody(one, other))) apart.push(one);
    return apart.reduce((sum, one) => sum + missedBy(one), 0) > 2 * limit || apart.some((one) => missedBy(one) > limit);
  });
}

/** Whether no record can be counted by both, as one column shows. */
function shareNobody({parts: [one]}: HeldStatement, {parts: [other]}: HeldStatement): boolean {
  const isApart = (mask: Uint8Array, against: Uint8Array): boolean =>
    !mask.some((holds, at) => holds === 1 && against[at] === 1);
  return (one?.terms ?? []).some(({column, mask}) =>
    other?.terms.some((term) => term.column === column && isApart(mask, term.mask)),
  );
}

/** Records after those of today stand ready for what is gone. */
function readChanges(changes: RecordChanges, records: Records, today: number): RevisedSource {
  const after = completeRecords(records.definition, records.columns.slice(0, records.definition.columns.length).map((values, column) =>
    values.map((value, row) => changes.get(row)?.get(column) ?? value))); // prettier-ignore
  const presence = records.definition.columns.length - 1;
  const valuesOf = (row: number): readonly number[] =>
    after.columns.slice(0, presence).map((values) => values[row] ?? 0);
  const isThere = (row: number): boolean => after.columns[presence]?.[row] !== away;
  const rows = [...changes.keys()].sort((a, b) => a - b);
  return {
    corrected: new Map(rows.filter((row) => row < today).map((row) => [row, isThere(row) ? valuesOf(row) : undefined])),
    gone: rows.filter((row) => row >= today && isThere(row)).map(valuesOf),
  };
}
