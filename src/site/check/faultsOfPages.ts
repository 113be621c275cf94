import {measureOf} from "../../measures/index.ts";
import {
  directivesOf,
  FaultCollector,
  loadTheme,
  queriesOfDirective,
  type Project,
  type Directive,
  type Fault,
  type Publication,
  type SourcePosition,
} from "../../publication/index.ts";
import {ReleaseError, releaseFor, type Releases} from "../../release/index.ts";
import {readGeography, type EditionSources} from "../edition/readEdition.ts";
import {figuresOf} from "../views/figuresOf.ts";
import {reportFigure} from "../views/reportFigures.ts";
import {faultOfClaim} from "../prose/checkClaims.ts";
import {claimsOf} from "../prose/claimsOf.ts";
import {findTargets} from "../prose/findTargets.ts";
import {printDirective} from "../prose/printDirective.ts";
import {Reading} from "../prose/Reading.ts";
import {FormatError} from "../words/FormatError.ts";

/** A report to check, and releases that stand in for those that its pages will be made from. */
export interface CheckedPages {
  readonly project: Project;
  readonly publication: Publication;
  readonly releases: Releases;
  /** Whether every part of the text could be read; references to other parts are judged only then. */
  readonly isWhole: boolean;
}

/**
 * Everything that would keep the pages of a report from being made whatever its numbers are: charts and options that
 * there are not, queries of a shape that a chart or word cannot take, a map that is not there, claims on figures from
 * elsewhere that are not true.
 */
export function faultsOfPages({project, publication, releases, isWhole}: CheckedPages): readonly Fault[] {
  const faults = new FaultCollector();
  const {vocabulary} = releaseFor("this", releases);
  faults.attempt(() => loadTheme(project));
  const geography = faults.attempt(() => readGeography(publication.report.map, project, vocabulary));
  const sources: EditionSources = {publication, releases, ...(geography && {geography})};
  for (const block of figuresOf(publication)) attemptAt(faults, block.position, () => reportFigure(block, "", sources));
  const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
  for (const directive of publication.chapters.flatMap(directivesOf)) {
    // Labels are names, which were looked up.
    if (directive.kind === "label" || (!isWhole && refersElsewhere(directive))) continue;
    attemptAt(faults, directive.position, () => printDirective(directive, reading));
  }
  for (const claim of claimsOf(publication, releases.has("previous"))) {
    if (!queriesOfDirective(claim).every((query) => measureOf(query).about === "reference")) continue;
    attemptAt(faults, claim.position, () => {
      const fault = faultOfClaim(claim, releases);
      if (fault !== undefined) faults.add(fault);
    });
  }
  return faults.faults;
}

function refersElsewhere({kind}: Directive): boolean {
  return ["see", "term", "fact"].includes(kind);
}

function attemptAt(faults: FaultCollector, position: SourcePosition, work: () => unknown): void {
  try {
    faults.attempt(work);
  } catch (error) {
    // An edition without a release that stands in could not be read, which is a fault that was told already.
    if (error instanceof ReleaseError) return;
    if (!(error instanceof FormatError)) throw error;
    faults.add({position, what: error.message, remedy: 'See "Numbers in text" in docs/writing-a-report.md'});
  }
}
