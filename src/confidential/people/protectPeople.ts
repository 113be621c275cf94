import {checkPeople, DisclosureError, type PeopleCertificate} from "../../audit/index.ts";
import {readRelease, writeRelease, type Release, type ReleaseContent} from "../../release/index.ts";
import {withholdFurther, type Disclosed} from "../disclose/disclose.ts";
import {loadSolver} from "../../solver/index.ts";
import type {Ingested} from "../ingest/ingested.ts";
import {linkEditions} from "./linkEditions.ts";
import {printedBefore} from "./printedBefore.ts";
import {dealPeople, provePeople, type ProofTask} from "./provePeople.ts";

/** What is to be published of whom. */
export interface PeopleTask {
  readonly ingested: Ingested;
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
}

/**
 * The last step of disclosure: proves the release on people, and withholds what tables alone did not show to be unsafe.
 * Throws DisclosureError where no other people can be found for a count that must not be known.
 */
export async function protectPeople({
  ingested,
  edition,
  suppressed,
  describe,
  earlier,
}: PeopleTask): Promise<ProtectedPeople> {
  const solver = await loadSolver();
  const releaseOf = (disclosed: Disclosed): Release =>
    readRelease(writeRelease(describe(disclosed)), `the release of ${edition}`);
  const linked = await linkEditions({ingested, solver, release: releaseOf(suppressed), earlier});
  const [, ...before] = linked.releases;
  const taskFor = (disclosed: Disclosed): ProofTask => ({
    definitions: linked.definitions,
    people: linked.people,
    solver,
    releases: [releaseOf(disclosed), ...before],
    unsafe: keysFor(disclosed, "primary"),
    tooFew: keysFor(disclosed, "too-few-for-a-mean"),
  });
  return proveUntilNothingIsOpen(suppressed, taskFor);
}

/** Withholds what the proof asks, until a checker finds nothing open in what is left. */
function proveUntilNothingIsOpen(suppressed: Disclosed, taskFor: (disclosed: Disclosed) => ProofTask): ProtectedPeople {
  let disclosed = suppressed;
  let task = taskFor(disclosed);
  let known = dealPeople(task);
  for (;;) {
    const {proof, known: next} = provePeople(task, known);
    const lost = printedBefore(proof.open, task);
    const open = proof.open.map(({name}) => name).filter((name) => !lost.has(name));
    if (open.length > 0) throw new DisclosureError(describeOpen(open));
    if (proof.further.size > 0) {
      disclosed = withholdFurther(disclosed, new Set(proof.further.keys()));
      task = taskFor(disclosed);
    }
    known = next;
    const certificate = {...proof.certificate, unsafe: [...task.unsafe].sort(), tooFew: [...task.tooFew].sort()};
    const check = checkPeople(task.releases, certificate, task);
    if (check.faults.length > 0)
      throw new Error(`the certificate is not what it should be: ${check.faults.join("; ")}`);
    // What was withheld can leave a line over that was none before: it is searched for too.
    if (check.open.every((name) => lost.has(name))) return {disclosed, certificate};
    if (proof.further.size === 0) throw new DisclosureError(describeOpen(check.open));
  }
}

function keysFor({reasons, rounded}: Disclosed, reason: string): ReadonlySet<string> {
  const keys = [...reasons].filter(([, own]) => own === reason).map(([key]) => key);
  return new Set(reason === "primary" ? [...keys, ...(rounded?.unsafe ?? [])] : keys);
}

function describeOpen(open: readonly string[]): string {
  const listed = open.slice(0, 20).map((name) => `  ${name}`);
  const more = open.length > 20 ? [`  and ${String(open.length - 20)} more`] : [];
  return [
    "No other people could be found who give the same publication and another count here, whatever else is withheld:",
    ...listed,
    ...more,
    "Ask for coarser groups, merge categories, or leave out a table, a total or a sentence that names these groups.",
  ].join("\n");
}
