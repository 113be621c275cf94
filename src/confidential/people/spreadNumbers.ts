import type {OpenMean, Records, PeopleStatement, ExchangeTies} from "../../audit/index.ts";
import {AveragedGroup, RowsByValue} from "./AveragedGroup.ts";
import {Buckets} from "./Buckets.ts";
import type {RecordChanges} from "./glue.ts";
import {Numbers} from "./Numbers.ts";

/** Whose numbers are to be spread, and what statements ask of them. */
export interface Spreading {
  readonly records: Records;
  readonly statements: readonly PeopleStatement[];
  /** Open means of one number of these records. */
  readonly means: readonly OpenMean[];
  /** On what records must agree to exchange an answer, by all statements and by those of counts alone. */
  readonly ties: ExchangeTies;
  readonly tiesOfCounts: ExchangeTies;
}

/** So many of those who are tied to each other take the number of somebody elsewhere, at most. */
const mostStrangers = 4;

/**
 * People among whom the numbers of those who are tied to the few of open means lie further apart. Some take the numbers of
 * people elsewhere, as far as counts go; in both places others make up for it by numbers that the same counts hold, so
 * that every sum stays. In a prison for the young that prints their mean age, some are older then, and others younger still.
 */
export function spreadNumbers({records, statements, means, ties, tiesOfCounts}: Spreading): RecordChanges {
  const averaged = means[0]?.number;
  if (averaged === undefined) return new Map();
  const {column} = averaged.known;
  const numbers = new Numbers(records, averaged, statements);
  const [places, counts] = [ties, tiesOfCounts].map((own) => new Buckets(records, own[column] ?? []));
  if (places === undefined || counts === undefined) return new Map();
  const index = new RowsByValue(records);
  const members = means.flatMap((mean) => new AveragedGroup(mean, records, index).members);
  const tight = new Set(members.map((row) => places.of(row)));
  for (const place of tight) spreadPlace(place, {numbers, places, counts, tight});
  return new Map(numbers.changes().map(([row, value]) => [row, new Map([[column, value]])]));
}

interface Room {
  readonly numbers: Numbers;
  /** Records that all statements let exchange numbers, and those that counts do. */
  readonly places: Buckets;
  readonly counts: Buckets;
  /** Places that are to be spread. */
  readonly tight: ReadonlySet<number>;
}

function spreadPlace(place: number, room: Room): void {
  const {numbers, places} = room;
  const rows = places.rows(place).filter((row) => numbers.at(row) !== undefined);
  const strangers = Math.min(mostStrangers, Math.floor(rows.length / 3));
  for (const row of rows.slice(0, strangers)) {
    const share = roomIn(rows.slice(strangers), numbers, -1) / 2;
    const other = strangerFor(row, share, room);
    if (other === undefined) continue;
    const gained = (numbers.at(other) ?? 0) - (numbers.at(row) ?? 0);
    const beside = places.rows(places.of(other)).filter((one) => one !== other);
    if (roomIn(beside, numbers, 1) < gained) continue;
    numbers.exchange(row, other);
    shiftAll(rows.slice(strangers), numbers, -gained);
    shiftAll(beside, numbers, gained);
  }
  pullApart(rows, numbers);
}

/** One half falls by as much as the other rises. */
function pullApart(rows: Uint32Array, numbers: Numbers): void {
  const half = Math.floor(rows.length / 2);
  const [falling, rising] = [rows.slice(0, half), rows.slice(half)];
  const by = Math.min(roomIn(falling, numbers, -1), roomIn(rising, numbers, 1));
  shiftAll(falling, numbers, -by);
  shiftAll(rising, numbers, by);
}

/** Somebody elsewhere with the highest number that others can make up for. */
function strangerFor(row: number, most: number, {numbers, places, counts, tight}: Room): number | undefined {
  const own = numbers.at(row) ?? 0;
  let best: number | undefined;
  for (const other of counts.rows(counts.of(row))) {
    const number = numbers.at(other);
    if (number === undefined || tight.has(places.of(other)) || number <= own || number - own > most) continue;
    if (best === undefined || number > (numbers.at(best) ?? 0)) best = other;
  }
  return best;
}

function roomIn(rows: Uint32Array, numbers: Numbers, direction: 1 | -1): number {
  return rows.reduce((sum, row) => sum + numbers.room(row, direction), 0);
}

/** Shifts numbers, each as far as it can be, until they are so much more or less together. */
function shiftAll(rows: Uint32Array, numbers: Numbers, by: number): void {
  const direction = by > 0 ? 1 : -1;
  let left = Math.abs(by);
  for (const row of rows) {
    const own = Math.min(left, numbers.room(row, direction));
    numbers.shift(row, direction * own);
    left -= own;
  }
}
