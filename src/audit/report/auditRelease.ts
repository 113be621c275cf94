import {attack, isGivenAway, isSafeToWithhold, type Attack, type Finding} from "../attack/attack.ts";
import {explain, explainContradiction} from "../attack/explain.ts";
import type {Certificate} from "../certificate/certificate.ts";
import {certify} from "../certificate/certify.ts";
import type {AuditModel} from "../model/auditModel.ts";
import {modelOf} from "../model/modelOf.ts";
import type {Release} from "../../release/index.ts";
import type {AuditReport, ExplainedCell} from "./AuditReport.ts";
import {checkLedger} from "./checkLedger.ts";
import {printedBefore} from "./printedBefore.ts";
import {groupDisclosures, primaryLevels, smallSums} from "./scores.ts";
import {tallyTables} from "./tallyTables.ts";

/** What an audit may use beyond the release. */
export interface AuditOptions {
  /** Editions published before: what they printed is known. */
  readonly earlier?: readonly Release[];
  /** From the confidential sign-off: keys of the cells that are unsafe by themselves. */
  readonly primaries?: readonly string[];
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
  const {together, notes} = checkLedger(release, options.earlier ?? []);
  const releases = [release, ...together];
  const model = modelOf(releases);
  const primaries = options.primaries && new Set(options.primaries);
  const attacked = await attack(model, {...(primaries && {primaries})});
  try {
    const editions = releases.map(({edition}) => edition.id);
    const found = {
      ...judge(model, attacked),
      editions,
      notes: [...model.notes, ...notes],
      printedBefore: printedBefore(release, together),
      groups: groupDisclosures(model, options.groupSize ?? usualGroupSize),
      smallSums: primaries ? smallSums(model, attacked) : [],
      ...(primaries && {primaries: primaryLevels(model, attacked, primaries)}),
    };
    return {report: conclude(found), certificate: certify(model, attacked, editions)};
  } finally {
    attacked.dispose();
  }
}

type Judged = Omit<AuditReport, "passes" | "reachesTarget">;

function judge(
  model: AuditModel,
  attacked: Attack,
): Omit<Judged, "editions" | "printedBefore" | "groups" | "smallSums" | "primaries"> {
  const tell = (findings: readonly Finding[]): readonly ExplainedCell[] =>
    findings.map((finding) => ({
      key: model.cells[finding.cell]?.key ?? "",
      possible: finding.possible,
      derivation: explain(model, attacked, finding),
    }));
  const {withheld, derivable} = attacked;
  const isNarrow = (finding: Finding) =>
    !isGivenAway(model, finding) && !isSafeToWithhold(model, finding.possible) && isBelowThreshold(model, finding);
  const isContradictory = attacked.bounds.broken !== undefined || attacked.contradictory !== undefined;
  const tables = tallyTables(model);
  return {
    policy: model.policy,
    counts: tables.reduce((sum, table) => sum + table.counts, 0),
    withheld: tables.reduce((sum, table) => sum + table.withheld, 0),
    tables,
    givenAway: tell(withheld.filter((finding) => isGivenAway(model, finding))),
    narrow: tell(withheld.filter((finding) => !finding.isUndecided && isNarrow(finding))),
    derivable: tell(derivable),
    contradiction: isContradictory ? explainContradiction(model, attacked) : [],
    undecided: withheld.filter((one) => one.isUndecided && isNarrow(one)).map(({cell}) => model.cells[cell]?.key ?? ""),
    notes: [],
  };
}

/** Whether everything a cell can be is small: a count that is known but large needs no protection. */
function isBelowThreshold({policy}: AuditModel, {possible}: Finding): boolean {
  return possible.every((value) => value < policy.threshold);
}

function conclude(found: Judged): AuditReport {
  const {givenAway, contradiction, undecided, narrow, primaries} = found;
  const unpublished = found.printedBefore.filter(({isUnsafe}) => isUnsafe);
  const isExact =
    givenAway.length + unpublished.length > 0 || (primaries && primaries.notExact < primaries.primaries) === true;
  const passes = !isExact && contradiction.length === 0 && undecided.length === 0;
  const isWide = primaries === undefined || primaries.widthTwo === primaries.primaries;
  return {...found, passes, reachesTarget: passes && narrow.length === 0 && isWide};
}
