import {stepByStep} from "../../files/index.ts";
import type {Release} from "../../release/index.ts";
import {basePeople} from "./basePeople.ts";
import {ChangeCounter} from "./ChangeCounter.ts";
import type {PeopleCertificate, Witness} from "../population/certificate.ts";
import {ChangedPeople} from "../population/ChangedPeople.ts";
import type {Definitions} from "../population/definition.ts";
import {ImpossibleRecords} from "./ImpossibleRecords.ts";
import {listGroups} from "./listGroups.ts";
import {MeansOfFew} from "./MeansOfFew.ts";
import {listedCount, markedCounts, type MarkedCount} from "./markedCounts.ts";
import {countQuantities} from "../population/quantity.ts";
import {witnessPeople, type People} from "../population/records.ts";
import type {PeopleStatement} from "./peopleStatement.ts";
import {tooManyRevised} from "./revisions.ts";
import {statementsOn} from "./statements.ts";
import {checkDefinitions} from "./checkDefinitions.ts";

/** What a check of a certificate on people found. */
export interface PeopleCheck {
  /** Every population satisfies all that is published, and no count that must not be known is left open. */
  readonly holds: boolean;
  /** What is wrong with the certificate, one sentence each. */
  readonly faults: readonly string[];
  /** Counts that all its populations give one and the same small value, and means of few that they put too close together. */
  readonly open: readonly string[];
  /** Counts that take fewer values than the policy's level aims at. */
  readonly narrow: readonly string[];
  /** Names of earlier releases that are no longer read: their cells were not counted. */
  readonly unread: readonly string[];
  /** Populations that were counted, the base included. */
  readonly populations: number;
}

/** What the sign-off says beside a release. */
export interface SignedPeople {
  /** Keys of counts that are unsafe by themselves. */
  readonly unsafe: ReadonlySet<string>;
  /** Keys of means that are withheld because of their few records. */
  readonly tooFew: ReadonlySet<string>;
}

/**
 * Checks a certificate by counting: every population in it must give what the releases print, and what must not be known,
 * which the releases alone list, must differ among them. The first release is the one at hand; no solver, no search.
 */
export function checkPeople(...asked: Parameters<typeof checkOneByOne>): PeopleCheck {
  const steps = checkOneByOne(...asked);
  for (;;) {
    const {done, value} = steps.next();
    if (done === true) return value;
  }
}

/** The same check, which heeds signals between two populations. */
export function checkPeopleInTurn(...asked: Parameters<typeof checkOneByOne>): Promise<PeopleCheck> {
  return stepByStep(checkOneByOne(...asked));
}

/** Pauses before every population. */
function* checkOneByOne(
  releases: readonly Release[],
  certificate: PeopleCertificate,
  signed: SignedPeople,
): Generator<undefined, PeopleCheck> {
  const {definitions} = certificate;
  const base = basePeople(certificate);
  const {faults: gaps, unread} = checkDefinitions(releases, definitions);
  if (base === undefined || gaps.length > 0) {
    const faults = base === undefined ? ["the base is not as its definitions say"] : gaps;
    return {holds: false, faults, open: [], narrow: [], unread, populations: 0};
  }
  const check = new Check(releases, {definitions, base}, signed);
  for (const [at, witness] of certificate.witnesses.entries()) {
    yield;
    check.see(witness, `population ${String(at + 1)}`);
  }
  return {...check.result(certificate.witnesses.length + 1), unread};
}

interface Counted {
  readonly count: MarkedCount;
  readonly base: number;
  readonly seen: Set<number>;
}

interface OpenGroups {
  readonly counted: readonly Counted[];
  readonly changes: ChangeCounter;
}

class Check {
  readonly #base: People;
  /** The base with the changes of the witness that is looked at. */
  readonly #changed: ChangedPeople;
  readonly #definitions: Definitions;
  readonly #statements: readonly (PeopleStatement & {readonly value: number})[];
  readonly #statementChanges: ChangeCounter;
  readonly #watch: ReturnType<typeof listGroups>;
  readonly #means: MeansOfFew;
  readonly #marks: readonly Counted[];
  readonly #markChanges: ChangeCounter;
  /** Groups that whole populations left open, once the first that changes single records comes. */
  #groups: OpenGroups | undefined;
  readonly #faults: string[] = [];
  readonly #never: readonly ImpossibleRecords[];

  constructor(
    releases: readonly Release[],
    {definitions, base}: {definitions: Definitions; base: People},
    signed: SignedPeople,
  ) {
    this.#base = base;
    this.#changed = new ChangedPeople(base);
    this.#definitions = definitions;
    this.#never = definitions.sources.map((source) => new ImpossibleRecords(source));
    const statements = statementsOn(releases, definitions, {...signed, base});
    const values = countQuantities(base, statements);
    this.#statements = statements.map((statement, at) => ({...statement, value: values[at] ?? 0}));
    this.#statementChanges = new ChangeCounter(statements);
    this.#faults.push(
      ...tooManyRevised(definitions, base, releases[0]?.disclosure.policy ?? {}),
      ...this.#broken(this.#statements.keys(), "the base", () => 0),
      ...this.#impossible(base, "the base", "all"),
    );
    const listed = {releases, definitions, base, statements: this.#statements};
    this.#watch = listGroups(listed);
    this.#means = new MeansOfFew(listed);
    const marks = markedCounts(listed, signed.unsafe);
    this.#marks = counted(base, marks);
    this.#markChanges = new ChangeCounter(marks.map(({quantity}) => quantity));
  }

  see(witness: Witness, name: string): void {
    const known = this.#faults.length;
    this.#faults.push(...this.#strange(witness, name));
    if (this.#faults.length > known) return;
    if (witness.rotations.length > 0) {
      this.#seeWhole(witnessPeople(this.#base, witness), name);
      return;
    }
    witness.changes.forEach((changes, source) => {
      for (let at = 0; at + 2 < changes.length; at += 3)
        this.#changed.change(source, changes[at] ?? 0, [changes[at + 1] ?? 0, changes[at + 2] ?? 0]);
    });
    this.#changed.derive();
    this.#seeChanges(this.#changed.people, this.#changed.rows(), name);
    this.#changed.restore();
  }

  result(populations: number): Omit<PeopleCheck, "unread"> {
    const groups = this.#openGroups().counted;
    const all = [...this.#marks, ...groups];
    const isHidden = ({seen, count}: Counted, values: number): boolean =>
      seen.size >= values || [...seen].some((value) => value >= count.enough);
    const counts = all.filter((one) => !isHidden(one, one.count.needs)).map(({count}) => count.name);
    const open = [...counts, ...this.#means.open().map(({name}) => name)];
    const narrow = all
      .filter((one) => isHidden(one, one.count.needs) && !isHidden(one, one.count.aims))
      .map(({count}) => count.name);
    return {holds: this.#faults.length === 0 && open.length === 0, faults: this.#faults, open, narrow, populations};
  }

  #seeWhole(people: People, name: string): void {
    const values = countQuantities(people, this.#statements);
    const faults = [
      ...this.#broken(
        this.#statements.keys(),
        name,
        (at) => (values[at] ?? NaN) - (this.#statements[at]?.value ?? NaN),
      ),
      ...this.#impossible(people, name, "all"),
    ];
    this.#faults.push(...faults);
    if (faults.length > 0) return;
    this.#watch.settle(people);
    this.#means.settle(people);
    const marks = countQuantities(people, this.#marks.map(({count}) => count.quantity)); // prettier-ignore
    this.#marks.forEach(({seen}, at) => seen.add(marks[at] ?? NaN));
  }

  #seeChanges(people: People, rows: readonly (readonly number[])[], name: string): void {
    const changes = this.#statementChanges.between(this.#base, people, rows);
    const faults = [
      ...this.#broken(changes.keys(), name, (at) => changes.get(at) ?? 0),
      ...this.#impossible(people, name, rows),
    ];
    this.#faults.push(...faults);
    if (faults.length > 0) return;
    const {counted: groups, changes: groupChanges} = this.#openGroups();
    const note = (list: readonly Counted[], counter: ChangeCounter): void => {
      for (const [at, change] of counter.between(this.#base, people, rows))
        list[at]?.seen.add((list[at]?.base ?? NaN) + change);
    };
    note(this.#marks, this.#markChanges);
    note(groups, groupChanges);
    this.#means.see(people, rows);
  }

  #openGroups(): OpenGroups {
    if (this.#groups !== undefined) return this.#groups;
    const open = this.#watch.open().map(listedCount);
    this.#groups = {counted: counted(this.#base, open), changes: new ChangeCounter(open.map(({quantity}) => quantity))};
    return this.#groups;
  }

  #broken(places: Iterable<number>, name: string, changeAt: (at: number) => number): readonly string[] {
    const broken = [...places].filter((at) => {
      const {value, lower, upper} = this.#statements[at] ?? {value: NaN, lower: NaN, upper: NaN};
      const count = value + changeAt(at);
      return !(count >= lower && count <= upper);
    });
    return broken
      .slice(0, 3)
      .map((at) => `${name} does not give what is published: ${this.#statements[at]?.key ?? ""}`);
  }

  /** Names of witnesses that no record, column or value has, and whole turns after single records were seen. */
  #strange({rotations, changes}: Witness, name: string): readonly string[] {
    const isStrange =
      rotations.some(({source, column, within}) => {
        const columns = this.#definitions.sources[source]?.columns ?? [];
        return [column, ...within.map((one) => one.column)].some((one) => columns[one] === undefined);
      }) ||
      changes.some((list, source) =>
        list.some((value, at) => {
          const definition = this.#definitions.sources[source];
          if (at % 3 === 0) return value >= (definition?.records ?? 0) || at + 2 >= list.length;
          if (at % 3 === 1) return definition?.columns[value] === undefined;
          return value >= (definition?.columns[list[at - 1] ?? -1]?.values.length ?? 0);
        }),
      );
    const isLate = rotations.length > 0 && this.#groups !== undefined;
    return isStrange || isLate ? [`${name} is not told as the certificate's layout asks`] : [];
  }

  #impossible(people: People, name: string, rows: readonly (readonly number[])[] | "all"): readonly string[] {
    const isBroken = people.some((records, source) => {
      const own = rows === "all" ? Array(records.size).keys() : (rows[source] ?? []);
      return this.#never[source]?.has(records, own) === true;
    });
    return isBroken ? [`${name} holds a record that the dictionary does not accept`] : [];
  }
}

function counted(base: People, marks: readonly MarkedCount[]): readonly Counted[] {
  const values = countQuantities(base, marks.map(({quantity}) => quantity)); // prettier-ignore
  return marks.map((count, at) => ({count, base: values[at] ?? NaN, seen: new Set([values[at] ?? NaN])}));
}
