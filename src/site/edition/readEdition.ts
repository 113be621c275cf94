import {relative} from "node:path";
import {
  listEditions,
  loadPublication,
  loadTheme,
  openProject,
  publicationFault,
  PublicationError,
  readText,
  resolveNames,
  type Project,
  type Publication,
  type Vocabulary,
} from "../../publication/index.ts";
import {
  findRelease,
  readReleaseOf,
  releaseFor,
  ReleaseError,
  releasesOf,
  type Release,
  type Releases,
} from "../../release/index.ts";
import {readBoundaries} from "../charts/readBoundaries.ts";
import {readHexLayout, type Geography} from "../charts/geography.ts";
import {checkBreaks} from "../prose/checkBreaks.ts";
import {checkClaims} from "../prose/checkClaims.ts";
import {sharedInProcess} from "./sharedInProcess.ts";
import type {SiteRequest} from "./siteRequest.ts";

/** Everything that the pages of one edition are made from: its text, what was released, and its map. */
export interface EditionSources {
  readonly publication: Publication;
  readonly releases: Releases;
  /** Absent where the report draws no map. */
  readonly geography?: Geography;
}

/** Sources that were read already, by edition, for a build; a live view reads them anew. */
const known = sharedInProcess("sources", () => new WeakMap<Project, Map<string, EditionSources>>());

/** The editions of a request that have a report and a release, in the order of their names. */
export function readableEditions({project, editions, releases}: SiteRequest): readonly string[] {
  const named = editions.length > 0 ? editions : listEditions(project.root);
  return named.filter((edition) => findRelease(edition, releases) !== undefined);
}

/**
 * Reads an edition and checks it against its releases. Throws PublicationError for a name that was not released or a
 * claim that is not true, and ReleaseError for a release that is missing or cannot be read.
 */
export function readEdition(edition: string, request: SiteRequest): EditionSources {
  const {project, releases} = request;
  if (request.isLive === true) return checkedSources(edition, {...request, project: openProject(project.root)});
  const key = `${edition} ${releases.join(" ")}`;
  const read = known.get(project) ?? new Map<string, EditionSources>();
  known.set(project, read);
  const sources = read.get(key) ?? checkedSources(edition, request);
  read.set(key, sources);
  return sources;
}

function checkedSources(edition: string, request: SiteRequest): EditionSources {
  const publication = loadPublication(request.project, edition);
  const releases = releasesOf(publication, (id) => requireRelease(id, request));
  const {vocabulary} = releaseFor("this", releases);
  const faults = resolveNames(publication, vocabulary);
  if (faults.length > 0) throw new PublicationError(faults);
  checkBreaks(publication, releases);
  checkClaims(publication, releases);
  loadTheme(request.project);
  const geography = readGeography(publication.report.map, request.project, vocabulary);
  return {publication, releases, ...(geography && {geography})};
}

/** The release of an edition. Throws ReleaseError where none is there or it cannot be read. */
function requireRelease(edition: string, {project, releases}: SiteRequest): Release {
  const file = findRelease(edition, releases);
  if (file !== undefined) return readReleaseOf(edition, file, relative(project.root, file));
  throw new ReleaseError(
    `data/releases/${edition}/release.json`,
    `there is no such release. Make it with "smallprint release ${edition}"`,
  );
}

/** The map of a report, where it names one. Throws PublicationError where its file is not there or no map. */
export function readGeography(
  map: Publication["report"]["map"],
  project: Project,
  vocabulary: Vocabulary,
): Geography | undefined {
  if (map === undefined) return undefined;
  const read = (file: string) => ({file, text: readText(project, file)});
  if ("boundaries" in map) return readBoundaries({...read(map.boundaries), key: map.key}, vocabulary);
  const file = `data/reference/hex/${map.layout}.json`;
  if (project.has(file)) return readHexLayout(read(file));
  const remedy = `Add it, as docs/writing-a-report.md says, or name boundaries in report.yaml`;
  throw publicationFault(`the report's map needs ${file}, which is not there`, remedy);
}
