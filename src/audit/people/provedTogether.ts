import {comparePeriods, countedDays} from "../../publication/index.ts";
import {isPublishedBefore, nameOf, saysTheSame, type Release} from "../../release/index.ts";
import type {PeopleCertificate} from "../population/certificate.ts";
import {gapsOf} from "./checkDefinitions.ts";
import type {Definitions} from "../population/definition.ts";
import {populationsOf} from "../population/populationsOf.ts";
import {countQuantities} from "../population/quantity.ts";
import type {People} from "../population/records.ts";
import {statementsOn} from "./statements.ts";

/** An earlier release that a proof leaves out. */
export interface LeftOut {
  /** `south-east-2007-08 (release 1)`. */
  readonly name: string;
  /** Why, as the end of a sentence that begins "was left out: it ". */
  readonly why: string;
}

/** Which of the releases of a ledger a proof takes in. */
export interface ProvedTogether {
  /** Earlier releases that the certificate counts, in its order. */
  readonly releases: readonly Release[];
  /** Their names. */
  readonly together: readonly string[];
  /** Names of editions that the certificate counts, of which the ledger has no release that its people give. */
  readonly missing: readonly string[];
  readonly apart: readonly LeftOut[];
}

/** A certificate and the releases that it may have been proved together with. */
export interface ProofInLedger {
  readonly certificate: PeopleCertificate;
  readonly base: People;
  /** Every other release of the ledger. */
  readonly earlier: readonly Release[];
}

/** Finds the earlier releases that a certificate names, and says of the others why they are not among them. */
export function provedTogether(release: Release, {certificate, base, earlier}: ProofInLedger): ProvedTogether {
  const {definitions} = certificate;
  const left = [...earlier];
  const releases: Release[] = [];
  const missing: string[] = [];
  for (const [at, {name}] of definitions.editions.entries()) {
    if (at === 0) continue;
    const candidates = left.filter(({edition}) => edition.id === name);
    const own = {sources: definitions.sources, editions: definitions.editions.slice(at, at + 1)};
    const found = candidates.find((one) => isGivenBy(one, own, base));
    if (found === undefined) missing.push(name);
    else releases.push(...left.splice(left.indexOf(found), 1));
  }
  const apart = left
    .filter((one) => !saysTheSame(one, release))
    .map((one) => ({name: nameOf(one), why: whyApart(one, release)}));
  return {releases, together: releases.map(nameOf), missing, apart};
}

/** Whether people give what a release prints, counted as its edition's definitions say. */
function isGivenBy(release: Release, definitions: Definitions, base: People): boolean {
  if (gapsOf(release, populationsOf(definitions, 0)).some(({kind}) => kind === "wrong")) return false;
  const statements = statementsOn([release], definitions, {tooFew: new Set(), base});
  const values = countQuantities(base, statements);
  return statements.every(({lower, upper}, at) => lower <= (values[at] ?? NaN) && (values[at] ?? NaN) <= upper);
}

/** Whether two releases count forms of one extract on some of the same days. */
function haveDaysInCommon(one: Release, other: Release): boolean {
  return one.vocabulary.populations.some((population) => {
    const {name, unit, extract} = population;
    const same = other.vocabulary.populations.find((known) => known.name === name && known.extract === extract);
    if (unit !== "forms" || same === undefined) return false;
    const [days, others] = [countedDays(population, one.edition.period), countedDays(same, other.edition.period)];
    return comparePeriods(days, others) !== "apart";
  });
}

function whyApart(other: Release, release: Release): string {
  const {edition, provenance} = release;
  const {region} = other.edition;
  if (other.provenance.synthetic !== provenance.synthetic) {
    return `is ${other.provenance.synthetic ? "made up" : "real"}, and this one is not`;
  }
  if (comparePeriods(other.edition.period, edition.period) !== "same") {
    if (region === edition.region && haveDaysInCommon(other, release)) {
      return "counts forms of some of the same days otherwise: no few corrections were found that make these its own, and it was held against this one by tables alone";
    }
    return "is of another period, and was held against this one by tables alone";
  }
  if (other.number === undefined && isPublishedBefore(edition, other.edition)) {
    return "was published later: the two together are its own proof's matter";
  }
  if (region !== edition.region) return "is of another region, and its counts are not of these records";
  return "counts other records: no few corrections were found that make these its own";
}
