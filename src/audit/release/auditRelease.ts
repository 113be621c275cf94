import {isContradictory, isGivenAway, isSafeToWithhold, type Attack, type Finding} from "../attack/attack.ts";
import {attackTogether} from "../attack/attackTogether.ts";
import {explain, explainContradiction} from "../attack/explain.ts";
import {hiddenMeans} from "../attack/hiddenMeans.ts";
import {restsOfLines} from "../attack/restsOfLines.ts";
import type {Certificate} from "../certificate/certificate.ts";
import {certify} from "../certificate/certify.ts";
import {isHidden, type AuditModel} from "../model/auditModel.ts";
import {readingOf, type ReleaseReading} from "../model/reading.ts";
import {nameOf, type Release} from "../../release/index.ts";
import {samePeople} from "../model/worlds.ts";
import type {AuditReport, ExplainedCell} from "./AuditReport.ts";
import {tellingTogether} from "./tellingTogether.ts";
import {knownFrom} from "./knownFrom.ts";
import {printedBefore} from "./printedBefore.ts";
import {printedUnsafe} from "./printedUnsafe.ts";
import type {SignedCells} from "../model/readSignedCells.ts";
import {groupDisclosures, primaryLevels, smallSums} from "./scores.ts";
import {smallChanges} from "./smallChanges.ts";
import {tallyTables} from "./tallyTables.ts";
import {unfoundedMarks} from "./unfoundedMarks.ts";

/** What an audit may use beyond the release. */
export interface AuditOptions {
  /** Releases published before: what they printed is known. */
  readonly earlier?: readonly Release[];
  /** Keys of counts that were printed before and that the analyst withholds all the same, knowing that they are known. */
  readonly withdrawn?: readonly string[];
  /** From the confidential sign-off: which cells are unsafe by themselves, and which are withheld by choice. */
  readonly signed?: Pick<SignedCells, "primaries" | "byChoice">;
  /** Groups of fewer people than this in one category are reported. */
  readonly groupSize?: number;
}

/** An audit's report, with the proof of what it says is safe. */
export interface Audit {
  readonly report: AuditReport;
  readonly certificate: Certificate;
}

/** Groups in one category below this size are reported where the caller does not say otherwise. */
const usualGroupSize = 10;

/**
 * Attacks a release, together with earlier editions that tell of the same people, as a reader would who knows the
 * policy and everything printed. Throws DisclosureError where releases cannot be audited together.
 */
export async function auditRelease(release: Release, options: AuditOptions = {}): Promise<Audit> {
  const {together, notes} = tellingTogether(release, options.earlier ?? []);
  const releases = [release, ...together];
  const withdrawn = new Set(options.withdrawn);
  const lost = await knownFrom(ofOneWorld(releases).slice(1), withdrawn);
  const primaries = options.signed && new Set(options.signed.primaries).difference(lost);
  const attack = await attackTogether(releases, {...(primaries && {primaries})});
  const {model, attacked, reading} = attack;
  try {
    const found = {
      ...judge({model, attacked, lost, primaries}),
      byChoice: options.signed?.byChoice ?? [],
      editions: releases.map(nameOf),
      notes: [...model.notes, ...notes, ...notesOn(reading, releases)],
      printedBefore: printedBefore(release, {earlier: together, withdrawn}),
      printedUnsafe: [...printedUnsafe(release), ...model.printedOfSmallGroups],
      unfounded: unfoundedMarks(release),
      changes: smallChanges(release, together, reading.worlds),
      groups: groupDisclosures(model, options.groupSize ?? usualGroupSize),
      smallSums: primaries ? smallSums(model, attacked) : [],
      ...(primaries && {primaries: primaryLevels(model, attacked, primaries)}),
    };
    return {report: conclude(found), certificate: certify(attack, releases)};
  } finally {
    attacked.dispose();
  }
}

/** Those that count the records of the first. */
function ofOneWorld(releases: readonly Release[]): readonly Release[] {
  const {worlds} = readingOf(releases);
  return releases.filter((release) => worlds.get(release) === "");
}

type Judged = Omit<AuditReport, "passes" | "reachesTarget">;

interface Attacked {
  readonly model: AuditModel;
  readonly attacked: Attack;
  /** Keys of counts that are known from earlier releases, as the analyst says: nothing is left to protect. */
  readonly lost: ReadonlySet<string>;
  readonly primaries: ReadonlySet<string> | undefined;
}

/** What the attack does not decide. */
type FoundElsewhere =
  | ("editions" | "byChoice" | "printedBefore" | "printedUnsafe")
  | ("unfounded" | "changes" | "groups" | "smallSums" | "primaries");

function judge({model, attacked, lost, primaries}: Attacked): Omit<Judged, FoundElsewhere> {
  const tell = (findings: readonly Finding[]): readonly ExplainedCell[] =>
    findings.map((finding) => ({
      key: model.cells[finding.cell]?.key ?? "",
      possible: finding.possible,
      derivation: explain(model, attacked, finding),
    }));
  const {withheld, derivable, undecided} = attacked;
  const means = hiddenMeans(model, attacked);
  const isNarrow = (finding: Finding) =>
    isHidden(model.cells[finding.cell]) &&
    !isGivenAway(model, finding) &&
    !isSafeToWithhold(model, finding.possible) &&
    isBelowThreshold(model, finding);
  const given = tell(withheld.filter((finding) => isGivenAway(model, finding)));
  const tables = tallyTables(model, primaries);
  return {
    policy: model.policy,
    counts: tables.reduce((sum, table) => sum + table.counts, 0),
    withheld: tables.reduce((sum, table) => sum + table.withheld, 0),
    tables,
    givenAway: given.filter(({key}) => !lost.has(key)),
    withdrawn: given.map(({key}) => key).filter((key) => lost.has(key)),
    narrow: tell(withheld.filter((finding) => !finding.isUndecided && isNarrow(finding))),
    derivable: [...tell(derivable), ...tellRests(model, attacked)].filter(({key}) => !lost.has(key)),
    means: means.found.filter(({key}) => !lost.has(key)),
    contradiction: isContradictory(attacked) ? explainContradiction(model, attacked) : [],
    undecided: [
      ...[...withheld.filter((one) => one.isUndecided && isNarrow(one)), ...undecided].map(
        ({cell}) => model.cells[cell]?.key ?? "",
      ),
      ...means.undecided,
    ],
    notProved: model.leftOut,
    notes: [],
  };
}

function tellRests(model: AuditModel, {bounds}: Attack): readonly ExplainedCell[] {
  if (bounds.broken !== undefined) return [];
  const rests = restsOfLines(model, bounds).map(({cells, sum, because}) => ({
    key: cells.map((cell) => model.cells[cell]?.key ?? "").join(" or "),
    possible: [sum],
    derivation: [`subtract what is known of a line: ${String(sum)} are left (${because})`],
  }));
  // What another edition leaves over of its own people is not this one's doing.
  return rests.filter(({key}) => !key.includes(" @ "));
}

/** Whether everything a cell can be is small: a count that is known but large needs no protection. */
function isBelowThreshold({policy}: AuditModel, {possible}: Finding): boolean {
  return possible.every((value) => value < policy.threshold);
}

/** What a reader of the report must know of how the releases were read together. */
function notesOn({worlds, periods}: ReleaseReading, [release, ...others]: readonly Release[]): readonly string[] {
  if (release === undefined) return [];
  const revised = others.filter((other) => samePeople(other, release) && worlds.get(other) !== worlds.get(release));
  const {threshold, zeros} = release.disclosure.policy;
  const isOther = ({disclosure: {policy}}: Release): boolean =>
    policy.threshold !== threshold || policy.zeros !== zeros;
  return [
    ...revised.map((other) => `${nameOf(other)} counts the same people by other records: these were revised.`),
    ...others.filter(isOther).map((other) => `${nameOf(other)} was made under another threshold or rule for zeros.`),
    ...(periods.size === 0 ? ["The periods contradict each other, so that none was subtracted from another."] : []),
  ];
}

function conclude(found: Judged): AuditReport {
  const {givenAway, contradiction, undecided, notProved, narrow, primaries} = found;
  const unpublished = found.printedBefore.filter(({isUnsafe, isWithdrawn}) => isUnsafe && !isWithdrawn);
  const isExact =
    [givenAway, found.derivable, found.means, found.printedUnsafe, unpublished].some(({length}) => length > 0) ||
    (primaries && primaries.notExact < primaries.primaries) === true;
  const isUnsound = [contradiction, undecided, notProved, found.unfounded].some(({length}) => length > 0);
  const passes = !isExact && !isUnsound;
  const isWide = primaries === undefined || primaries.atLevel === primaries.primaries;
  return {...found, passes, reachesTarget: passes && narrow.length === 0 && isWide};
}
