import {ReleaseError, type Release} from "../../release/index.ts";
import type {EditionName} from "../../publication/index.ts";

/**
 * The releases that one report may ask, by the name that its queries use: `this`, `previous` where the report compares
 * with another edition, and every edition that the text names.
 */
export type Releases = ReadonlyMap<EditionName, Release>;

/** The release that a query means. Throws ReleaseError where the edition named has not been released. */
export function releaseFor(edition: EditionName, releases: Releases): Release {
  const release = releases.get(edition);
  if (release !== undefined) return release;
  throw new ReleaseError(
    "data/releases",
    `the report asks "in ${edition}", and no release of that edition was found. Release it first, or set compare-with in report.yaml`,
  );
}
