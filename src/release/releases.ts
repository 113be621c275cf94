import {editionsAsked, type EditionName, type Publication, type Query} from "../publication/index.ts";
import type {Answer, Release} from "./release.ts";
import {ReleaseError} from "./ReleaseError.ts";

/**
 * The releases that one report may ask, by the name that its queries use: `this`, `previous` where the report compares
 * with another edition, and every edition that the text names.
 */
export type Releases = ReadonlyMap<EditionName, Release>;

/** The releases that a publication asks; each is read once, by the identifier of its edition. */
export function releasesOf(publication: Publication, read: (id: string) => Release): Releases {
  const asked = editionsAsked(publication);
  const known = new Map([...new Set(asked.values())].map((id) => [id, read(id)]));
  const releases = new Map<EditionName, Release>();
  for (const [name, id] of asked) {
    const release = known.get(id);
    if (release !== undefined) releases.set(name, release);
  }
  return releases;
}

/** The release that a query means. Throws ReleaseError where the edition named has not been released. */
export function releaseFor(edition: EditionName, releases: Releases): Release {
  const release = releases.get(edition);
  if (release !== undefined) return release;
  throw new ReleaseError(
    "data/releases",
    `the report asks "in ${edition}", and no release of that edition was found. Release it first, or set compare-with in report.yaml`,
  );
}

/** Every cell of a query as the release that it means has it. Throws ReleaseError where that does not answer. */
export function askCells(query: Query, releases: Releases): readonly Answer[] {
  return releaseFor(query.edition, releases).answer(query);
}

/** The one cell of a query that spreads over nothing. Throws ReleaseError where the release does not answer for it. */
export function askCell(query: Query, releases: Releases): Answer {
  const [answer] = askCells(query, releases);
  if (answer !== undefined) return answer;
  throw new ReleaseError(
    releaseFor(query.edition, releases).edition.id,
    `nobody can be in the place that "${query.text}" names. Ask a category that its population has`,
  );
}
