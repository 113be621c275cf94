import {copyOf, ImpossibleRecords, type MeansOfFew, type People} from "../../audit/index.ts";
import type {RecordChanges} from "./glue.ts";
import {keysBrokenBy, type FoundMove} from "./PeopleMoves.ts";
import type {Statements} from "./Statements.ts";
import {writeRecord} from "./writeRecord.ts";
import type {Targets} from "./Targets.ts";

/** Other people, told by how single records of one source differ from the base. */
export interface OtherPeople {
  readonly source: number;
  readonly changes: RecordChanges;
}

/** What other people must satisfy, and what must differ among them. */
export interface Sought {
  readonly base: People;
  readonly statements: Statements;
  readonly targets: Targets;
  readonly means: MeansOfFew;
}

/** Takes other people in where they satisfy every statement, and notes what they make of all that must not be known. */
export class PeopleFound {
  readonly all: OtherPeople[] = [];
  /** Keys of the cells that must be withheld, with the count or mean that each protects. */
  readonly withheld = new Map<string, string>();
  readonly #sought: Sought;
  readonly #scratch: People;
  readonly #never: readonly ImpossibleRecords[];

  constructor(sought: Sought) {
    this.#sought = sought;
    this.#scratch = sought.base.map(copyOf);
    this.#never = sought.base.map(({definition}) => new ImpossibleRecords(definition));
  }

  /** Whether these people can be and satisfy every statement; they are taken in then. */
  accept(other: OtherPeople): boolean {
    const {base, statements, targets, means} = this.#sought;
    const records = this.#scratch[other.source];
    if (records === undefined) return false;
    const rows = base.map((_, source) => (source === other.source ? [...other.changes.keys()] : []));
    for (const [row, values] of other.changes) writeRecord(records, row, values);
    const isAllowed = statements.allow(base, this.#scratch, rows) && this.#canBe(other);
    if (isAllowed) {
      targets.see(base, this.#scratch, rows);
      means.see(this.#scratch, rows);
      this.all.push(other);
    }
    for (const [row, values] of other.changes) {
      writeRecord(
        records,
        row,
        new Map([...values.keys()].map((column) => [column, base[other.source]?.columns[column]?.[row] ?? 0])),
      );
    }
    return isAllowed;
  }

  /** Withholds what a move breaks, for the sake of something named, and takes its people in. */
  take(source: number, move: FoundMove, name: string): boolean {
    const keys = keysBrokenBy(move);
    this.#sought.statements.withhold(keys);
    for (const key of keys) this.withheld.set(key, name);
    return this.accept({source, changes: move.changes});
  }

  /** Whether the dictionary accepts the changed records as they stand now. */
  #canBe({source, changes}: OtherPeople): boolean {
    const records = this.#scratch[source];
    const touched = new Set([...changes.values()].flatMap((own) => [...own.keys()]));
    return records !== undefined && this.#never[source]?.has(records, changes.keys(), touched) === false;
  }
}
