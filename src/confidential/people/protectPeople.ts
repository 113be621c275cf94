import {
  checkPeopleInTurn,
  countsNamed,
  DisclosureError,
  printedAlready,
  type PeopleCertificate,
  type PeopleCheck,
} from "../../audit/index.ts";
import {readRelease, writeRelease, type Release, type ReleaseContent} from "../../release/index.ts";
import {withholdFurther, type Disclosed} from "../disclose/disclose.ts";
import {loadSolver} from "../../solver/index.ts";
import {describeOpen} from "./describeOpen.ts";
import type {KnownRecords} from "./knownRecords.ts";
import {linkEditions} from "./linkEditions.ts";
import {dealPeople, provePeople, type ProofTask} from "./provePeople.ts";

/** What is to be published of whom. */
export interface PeopleTask {
  readonly records: KnownRecords;
  readonly edition: string;
  /** The cells as the search over tables leaves them. */
  readonly suppressed: Disclosed;
  /** The release that cells make. */
  readonly describe: (disclosed: Disclosed) => ReleaseContent;
  /** Earlier releases of the same records, or of these before some were corrected. */
  readonly earlier: readonly Release[];
}

/** The cells as they may leave, with the proof. */
export interface ProtectedPeople {
  readonly disclosed: Disclosed;
  readonly certificate: PeopleCertificate;
  /** Cells that are withheld for the proof alone, by key, with the count that each protects. */
  readonly further: ReadonlyMap<string, string>;
  /** Those of them that a longer search might have spared. */
  readonly givenUp: ReadonlySet<string>;
  /** Counts that take fewer values among the people of the proof than the policy's level asks. */
  readonly narrow: readonly string[];
  /** Counts that nothing hides, because an earlier release printed them. */
  readonly known: readonly string[];
  /** Whether nothing was searched for: the proof was at hand, and was counted again. */
  readonly isRecounted: boolean;
}

/**
 * The last step of disclosure: proves the release on people, and withholds what tables alone did not show to be unsafe.
 * Throws DisclosureError where no other people can be found for a count that must not be known.
 */
export async function protectPeople(asked: PeopleTask): Promise<ProtectedPeople> {
  return proveUntilNothingIsOpen(asked.suppressed, await proofTasks(asked));
}

/** Defines the people once, and says what is to be proved of them for whatever cells are published. */
export async function proofTasks({
  records,
  edition,
  suppressed,
  describe,
  earlier,
}: PeopleTask): Promise<(disclosed: Disclosed) => ProofTask> {
  const solver = await loadSolver();
  const releaseOf = (disclosed: Disclosed): Release =>
    readRelease(writeRelease(describe(disclosed)), `the release of ${edition}`);
  const linked = await linkEditions({records, solver, release: releaseOf(suppressed), earlier});
  const [, ...before] = linked.releases;
  return (disclosed) => ({
    definitions: linked.definitions,
    people: linked.people,
    solver,
    releases: [releaseOf(disclosed), ...before],
    unsafe: keysFor(disclosed, "primary"),
    tooFew: keysFor(disclosed, "too-few-for-a-mean"),
  });
}

/** Withholds what the proof asks, until a checker finds nothing open in what is left. */
async function proveUntilNothingIsOpen(
  suppressed: Disclosed,
  taskFor: (disclosed: Disclosed) => ProofTask,
): Promise<ProtectedPeople> {
  let disclosed = suppressed;
  let task = taskFor(disclosed);
  let known = dealPeople(task);
  const further = new Map<string, string>();
  const givenUp = new Set<string>();
  for (;;) {
    const {proof, known: next} = await provePeople(task, known);
    const lost = printedAlready(proof.open, task);
    const open = proof.open.filter(({name}) => !lost.has(name));
    if (open.length > 0) throw new DisclosureError(describeOpen(open, task));
    for (const [key, protects] of proof.further) further.set(key, protects);
    for (const key of proof.givenUp) givenUp.add(key);
    if (proof.further.size > 0) {
      disclosed = withholdFurther(disclosed, new Set(proof.further.keys()));
      task = taskFor(disclosed);
    }
    known = next;
    const {certificate, check} = await checkAgain(proof.certificate, task);
    // What was withheld can leave a line over that was none before: it is searched for too.
    if (check.open.every((name) => lost.has(name))) {
      const {narrow, open: known} = check;
      return {disclosed, certificate, further, givenUp, narrow, known, isRecounted: false};
    }
    if (proof.further.size === 0) {
      throw new DisclosureError(
        describeOpen(countsNamed(check.open, {...task, people: known.base, signed: task}), task),
      );
    }
  }
}

/** Counts a proof again by what is withheld in the end. */
async function checkAgain(
  proved: PeopleCertificate,
  {releases, unsafe, tooFew}: ProofTask,
): Promise<{readonly certificate: PeopleCertificate; readonly check: PeopleCheck}> {
  const certificate = {...proved, unsafe: [...unsafe].sort(), tooFew: [...tooFew].sort()};
  const check = await checkPeopleInTurn(releases, certificate, {unsafe, tooFew});
  if (check.faults.length === 0) return {certificate, check};
  throw new Error(`the certificate is not what it should be: ${check.faults.join("; ")}`);
}

function keysFor({reasons, rounded}: Disclosed, reason: string): ReadonlySet<string> {
  const keys = [...reasons].filter(([, own]) => own === reason).map(([key]) => key);
  return new Set(reason === "primary" ? [...keys, ...(rounded?.unsafe ?? [])] : keys);
}
