import type {Release} from "../../release/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import type {SignedCells} from "../model/readSignedCells.ts";
import {basePeople} from "./basePeople.ts";
import type {PeopleCertificate} from "../population/certificate.ts";
import {checkPeople} from "./checkPeople.ts";
import {countsNamed} from "./countsNamed.ts";
import {listGroups} from "./listGroups.ts";
import {listedCount} from "./markedCounts.ts";
import {printedAlready} from "./printedAlready.ts";
import {provedTogether, type LeftOut} from "./provedTogether.ts";
import {statementsOn} from "./statements.ts";

/** A certificate with what its check needs beside the release. */
export interface ProofAtHand {
  readonly certificate: PeopleCertificate;
  readonly signed: SignedCells;
  /** Every other release of the ledger. */
  readonly earlier: readonly Release[];
}

/** What a certificate that holds proves of a release. */
export interface PeopleProof {
  /** Populations that print the same, the base included. */
  readonly populations: number;
  /** Counts that take fewer values than the policy's level asks. */
  readonly narrow: readonly string[];
  /** Counts that nothing hides because an earlier release printed them, by name. */
  readonly known: readonly string[];
  /** Counts that are unsafe by themselves. Confidential. */
  readonly unsafe: number;
  /** Groups of few people that no cell need show, and whose count is not one and the same. Confidential. */
  readonly listed?: number;
  /** Names of the earlier releases that it was proved together with. */
  readonly together: readonly string[];
  readonly apart: readonly LeftOut[];
  /** Names of these earlier releases that are read no more, so that their cells were not counted. */
  readonly unread?: readonly string[];
}

/**
 * Counts a certificate again, without solver or search, for the release at hand and the earlier ones that it names.
 * Throws DisclosureError where it does not hold, where the ledger lacks a release that it names, and where the sign-off
 * is of another release.
 */
export function checkProof(release: Release, {certificate, signed, earlier}: ProofAtHand): PeopleProof {
  const base = basePeople(certificate);
  if (base === undefined) throw refused(["its base is not as its definitions say"]);
  const {releases: before, together, missing, apart} = provedTogether(release, {certificate, base, earlier});
  if (missing.length > 0) {
    throw refused(missing.map((name) => `the ledger has no release of ${name} that its people give`));
  }
  const releases = [release, ...before];
  const people = {unsafe: new Set(signed.primaries), tooFew: new Set(signed.tooFew)};
  const check = checkPeople(releases, certificate, people);
  const {definitions} = certificate;
  const statements = statementsOn(releases, definitions, {tooFew: people.tooFew, base});
  const groups = listGroups({releases, definitions, base, statements}).open().map(listedCount);
  const counted = {releases, definitions, people: base};
  const known = printedAlready(countsNamed(check.open, {...counted, signed: people, groups}), counted);
  const open = check.open.filter((name) => !known.has(name));
  if (check.faults.length > 0 || open.length > 0) {
    throw refused([
      ...check.faults,
      ...open.map((name) => `all its populations have one and the same count of ${name}`),
    ]);
  }
  return {
    populations: check.populations,
    narrow: check.narrow,
    known: [...known],
    unsafe: people.unsafe.size,
    listed: groups.length,
    together,
    apart,
    unread: check.unread,
  };
}

const mostNamed = 10;

function refused(reasons: readonly string[]): DisclosureError {
  const more = reasons.length > mostNamed ? [`  and ${String(reasons.length - mostNamed)} more`] : [];
  return new DisclosureError(
    [
      "The certificate on people does not prove this release:",
      ...reasons.slice(0, mostNamed).map((reason) => `  ${reason}`),
      ...more,
      "Make the release again where the extracts are, and do not publish this one before.",
    ].join("\n"),
  );
}
