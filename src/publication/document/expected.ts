import type {SourcePosition} from "../source/sourcePosition.ts";

/** Something that a release was stopped for, and that is right. */
export interface Expected {
  /** As the message names it: `prison sex=male: lower`. */
  readonly what: string;
  readonly because: string;
}

/**
 * What is counted otherwise than before: a variable or a part of a population, or all numbers of an extract. Without a day it
 * changed between the edition compared with and this one, with one among the days that this edition counts.
 */
export interface Break {
  readonly because: string;
  /** Its name, or the name of the part; absent where an extract is named. */
  readonly variable?: string;
  /** The extract of which all numbers changed; then there is a day. */
  readonly extract?: string;
  /** The first day of the new definition, ISO. */
  readonly from?: string;
  readonly position?: SourcePosition;
}

/** Days of an extract whose forms are not all in yet, to the last that is counted. */
export interface Provisional {
  /** The first of them, ISO. */
  readonly from: string;
  readonly because: string;
}

/** Bounds of what may change from one edition to the next; all but `records` in points of a percentage. */
export interface ExpectedBounds {
  /** By which part records may be more or fewer: 0.25. */
  readonly records: number;
  readonly share: number;
  readonly notStated: number;
  /** Shares among the records of one place. */
  readonly place: number;
  /** Forms set aside, and forms with one fault. */
  readonly faults: number;
  readonly superseded: number;
  readonly outside: number;
  /** Forms of one month, below those of the month in the middle of all: a percentage of these. */
  readonly month: number;
  /** Forms whose code in a column is in no list, of all: a percentage of its own, not a change. */
  readonly unlisted: number;
  readonly variables: Readonly<Record<string, {readonly share?: number; readonly notStated?: number}>>;
}
