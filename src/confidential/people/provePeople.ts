import {
  DisclosureError,
  listedCount,
  listGroups,
  MeansOfFew,
  markedCounts,
  type People,
  type PeopleCertificate,
  type Rotation,
  type Witness,
  tieColumns,
  type ExchangeTies,
} from "../../audit/index.ts";
import {heedSignals} from "../../files/index.ts";
import type {Release} from "../../release/index.ts";
import type {Solver} from "../../solver/index.ts";
import {certificateOf} from "./certificateOf.ts";
import {dealAgain, turnAll, turned} from "./deal.ts";
import type {TruePeople} from "./definePeople.ts";
import {MeanSearch} from "./MeanSearch.ts";
import {PeopleFound, type OtherPeople} from "./PeopleFound.ts";
import {PeopleMoves} from "./PeopleMoves.ts";
import {PeopleSearch} from "./PeopleSearch.ts";
import {randomFrom} from "./random.ts";
import {Statements, type HeldStatement} from "./Statements.ts";
import {Targets, type Target} from "./Targets.ts";

/** What is to be proved of whom. */
export interface ProofTask extends TruePeople {
  readonly solver: Solver;
  /** The release as it would be published, then the earlier ones that count the same records. */
  readonly releases: readonly [Release, ...Release[]];
  /** Keys of counts that are unsafe by themselves. */
  readonly unsafe: ReadonlySet<string>;
  /** Keys of means that are withheld because of their few records. */
  readonly tooFew: ReadonlySet<string>;
}

/** What came of a proof. */
export interface Proof {
  /** Cells that must be withheld too, by key, with the count or mean that each protects. */
  readonly further: ReadonlyMap<string, string>;
  /** Counts that nothing hides, and means that nothing spreads: the quantity is then the sum averaged. */
  readonly open: readonly Pick<Target, "name" | "quantity">[];
  /** Counts that take fewer values than the policy's level asks. */
  readonly narrow: readonly string[];
  /** Those of the cells withheld further that a longer search might have spared. */
  readonly givenUp: ReadonlySet<string>;
  readonly certificate: PeopleCertificate;
}

/** Populations in which every column is turned; more of them settle hardly anything. */
const mostTurns = 4;

/** Base, turns and other people, which serve again when the release withholds more. */
export interface KnownPeople {
  readonly base: People;
  /** On what records must agree to exchange an answer. */
  readonly ties: readonly ExchangeTies[];
  readonly turns: readonly (readonly Rotation[])[];
  readonly others: readonly OtherPeople[];
}

/**
 * Deals the true people anew, so that what follows holds no copy of them. Throws DisclosureError where even they do not
 * give what the release says.
 */
export function dealPeople({people, definitions, releases, tooFew}: ProofTask): KnownPeople {
  const statements = new Statements({releases, definitions, base: people, tooFew});
  const [untrue] = statements.untrue();
  if (untrue !== undefined) throw unexplained(untrue.key);
  const ties = tieColumns(people, statements.held);
  const random = randomFrom(1);
  const base = dealAgain(people, ties, random);
  return {base, ties, turns: Array.from({length: mostTurns}, () => turnAll(base, ties, random)), others: []};
}

/**
 * Proves on people what a release gives away: looks for other people who satisfy all that is published, until every count
 * that must not be known differs among them as the policy asks; withholds further cells where there are none.
 */
export async function provePeople(task: ProofTask, known: KnownPeople): Promise<{proof: Proof; known: KnownPeople}> {
  const {releases, definitions, tooFew, unsafe, solver} = task;
  const {base, turns} = known;
  const statements = new Statements({releases, definitions, base, tooFew});
  const [untrue] = statements.untrue();
  if (untrue !== undefined) throw new Error(`the people of the proof do not give what is published: ${untrue.key}`);
  const listed = {releases, definitions, base, statements: statements.held};
  const [watch, means] = [listGroups(listed), new MeansOfFew(listed)];
  for (const rotations of turns) {
    await heedSignals();
    const other = turned(base, rotations);
    watch.settle(other);
    means.settle(other);
  }
  const groups = watch.open().map(listedCount);
  const targets = new Targets(base, [...markedCounts(listed, unsafe), ...groups]);
  const found = new PeopleFound({base, statements, targets, means});
  for (const other of known.others) found.accept(other);
  const moves = base.map((records, source) => {
    const held = (): readonly HeldStatement[] => statements.held.filter((one) => one.source === source);
    return new PeopleMoves(solver, records, held);
  });
  const ofMeans = new MeanSearch({base, statements, means, found, ties: known.ties, moves});
  const ofCounts = new PeopleSearch({targets, found, moves});
  await ofMeans.deal();
  await ofCounts.run();
  await ofMeans.run();
  const {open, narrow, givenUp} = ofCounts.result();
  const certificate = certificateOf({definitions, unsafe, tooFew, base, witnesses: witnessesOf(known, found.all)});
  return {
    proof: {
      further: found.withheld,
      open: [...open, ...means.open().map(({name, sum}) => ({name, quantity: sum}))],
      narrow: narrow.map(({name}) => name),
      givenUp,
      certificate,
    },
    known: {...known, others: found.all},
  };
}

/** The rule for small groups withholds by more than the proof can see in the records: nothing is published on a guess. */
function unexplained(key: string): DisclosureError {
  return new DisclosureError(
    `The proof on people does not find the small group in whose breakdown this mark stands: ${key}. ` +
      "Ask its table with totals, or leave out the variable that tells of the same answers as another of the report.",
  );
}

/** The populations of a proof beside its base, as a certificate tells them. */
function witnessesOf({base, turns}: KnownPeople, others: readonly OtherPeople[]): readonly Witness[] {
  const turnWitnesses = turns.map((rotations): Witness => ({rotations: [...rotations], changes: base.map(() => [])}));
  const otherWitnesses = others.map(({source, changes}): Witness => ({
    rotations: [],
    changes: base.map((_, at) => (at === source ? flatten(changes) : [])),
  }));
  return [...turnWitnesses, ...otherWitnesses];
}

function flatten(changes: OtherPeople["changes"]): number[] {
  return [...changes].flatMap(([row, values]) => [...values].flatMap(([column, value]) => [row, column, value]));
}
