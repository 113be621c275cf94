import {existsSync} from "node:fs";
import {join, relative} from "node:path";
import {
  listEditions,
  loadPublication,
  publicationFault,
  PublicationError,
  readText,
  resolveNames,
  type Publication,
  type Vocabulary,
} from "../../publication/index.ts";
import {readMade, readRelease, ReleaseError, type Release} from "../../release/index.ts";
import {readBoundaries} from "../charts/readBoundaries.ts";
import {readHexLayout, type Geography} from "../charts/geography.ts";
import {checkClaims} from "../prose/checkClaims.ts";
import type {Releases} from "../releases/releases.ts";
import type {SiteRequest} from "./siteRequest.ts";

/** Everything that the pages of one edition are made from: its text, what was released, and its map. */
export interface EditionSources {
  readonly publication: Publication;
  readonly releases: Releases;
  /** Absent where the report draws no map. */
  readonly geography?: Geography;
}

/** Sources that were read already, by edition, for a build; a live view reads them anew. */
const known = new Map<string, EditionSources>();

/** The editions of a request that have a report and a release, in the order of their names. */
export function readableEditions({root, editions, releases}: SiteRequest): readonly string[] {
  const named = editions.length > 0 ? editions : listEditions(root);
  return named.filter((edition) => findRelease(edition, releases) !== undefined);
}

/**
 * Reads an edition and checks it against its releases. Throws PublicationError for a name that was not released or a
 * claim that is not true, and ReleaseError for a release that is missing or cannot be read.
 */
export function readEdition(edition: string, request: SiteRequest): EditionSources {
  const key = `${edition} ${request.releases.join(" ")}`;
  const read = known.get(key) ?? checkedSources(edition, request);
  if (request.isLive !== true) known.set(key, read);
  return read;
}

function checkedSources(edition: string, request: SiteRequest): EditionSources {
  const publication = loadPublication(request.root, edition);
  const releases = readReleases(publication, request);
  const {vocabulary} = requireRelease(edition, request);
  const faults = resolveNames(publication, vocabulary);
  if (faults.length > 0) throw new PublicationError(faults);
  checkClaims(publication, releases);
  const geography = readGeography(publication.report.map, request.root, vocabulary);
  return {publication, releases, ...(geography && {geography})};
}

function readReleases({report, plan}: Publication, request: SiteRequest): Releases {
  const releases = new Map([["this", requireRelease(report.id, request)]]);
  if (report.compareWith !== undefined) releases.set("previous", requireRelease(report.compareWith, request));
  const others = new Set(plan.map(({edition}) => edition).filter((edition) => !releases.has(edition)));
  for (const edition of others) if (edition !== "previous") releases.set(edition, requireRelease(edition, request));
  return releases;
}

function requireRelease(edition: string, {root, releases}: SiteRequest): Release {
  const file = findRelease(edition, releases);
  if (file !== undefined) return readRelease(readMade(file), relative(root, file));
  throw new ReleaseError(
    `data/releases/${edition}/release.json`,
    `there is no such release. Make it with "smallprint release ${edition}"`,
  );
}

function findRelease(edition: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => join(folder, edition, "release.json")).find((file) => existsSync(file));
}

/** The map of a report, where it names one. Throws PublicationError where its file is not there or no map. */
export function readGeography(
  map: Publication["report"]["map"],
  root: string,
  vocabulary: Vocabulary,
): Geography | undefined {
  if (map === undefined) return undefined;
  const read = (file: string) => ({file, text: readText(root, file)});
  if ("boundaries" in map) return readBoundaries({...read(map.boundaries), key: map.key}, vocabulary);
  const file = `data/reference/hex/${map.layout}.json`;
  if (existsSync(join(root, file))) return readHexLayout(read(file));
  const remedy = `Add it, as docs/writing-a-report.md says, or name boundaries in report.yaml`;
  throw publicationFault(`the report's map needs ${file}, which is not there`, remedy);
}
