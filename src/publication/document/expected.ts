/** Something that a release was stopped for, and that is right. */
export interface Expected {
  /** As the message names it: `prison sex=male: lower`. */
  readonly what: string;
  readonly because: string;
}

/** A variable, or a part of a population, whose definition changed between two editions. */
export interface Break {
  readonly variable: string;
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
