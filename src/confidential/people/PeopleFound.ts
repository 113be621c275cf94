import {ChangedPeople, ImpossibleRecords, type MeansOfFew, type People} from "../../audit/index.ts";
import type {RecordChanges} from "./glue.ts";
import {keysBrokenBy, type FoundMove} from "./foundMove.ts";
import type {Statements} from "./Statements.ts";
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
  readonly #scratch: ChangedPeople;
  readonly #never: readonly ImpossibleRecords[];

  constructor(sought: Sought) {
    this.#sought = sought;
    this.#scratch = new ChangedPeople(sought.base);
    this.#never = sought.base.map(({definition}) => new ImpossibleRecords(definition));
  }

  /** Whether these people can be and satisfy every statement; they are taken in then. */
  accept(other: OtherPeople): boolean {
    const {base, statements, targets, means} = this.#sought;
    for (const [row, values] of other.changes) for (const one of values) this.#scratch.change(other.source, row, one);
    this.#scratch.derive();
    const {people} = this.#scratch;
    const rows = this.#scratch.rows();
    const isAllowed = statements.allow({base, other: people, rows}) && this.#canBe(other);
    if (isAllowed) {
      targets.see(base, people, rows);
      means.see(people, rows);
      this.all.push(other);
    }
    this.#scratch.restore();
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
    const records = this.#scratch.people[source];
    const touched = new Set([...changes.values()].flatMap((own) => [...own.keys()]));
    return records !== undefined && this.#never[source]?.has(records, changes.keys(), touched) === false;
  }
}
