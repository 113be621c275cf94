import type {EditionInDist} from "./editionInDist.ts";
import {auditPlace} from "./files/auditPlace.ts";
import {holdsCanary} from "./files/hiddenText.ts";
import {Findings} from "./finding.ts";
import {phrasesOfEdition} from "./phrases.ts";
import {readerOf, type Readers} from "./readers/reader.ts";
import {scopesOf, type EditionScopes} from "./scope.ts";
import {SiteFolder} from "./SiteFolder.ts";

/**
 * Parses a built site back (pages, drawings, downloads, archives, PDFs) and finds every number that the release of its
 * edition does not answer for in that place, every shape that no released value explains, and every file that the
 * site should not have or that no reader knows. `folder` is the site's folder; `editions` are all that it holds; `logo`
 * is the drawing that its publisher may have beside them.
 */
export async function auditDist(
  folder: string,
  editions: readonly EditionInDist[],
  {logo, known}: {readonly logo?: string; readonly known?: Readers} = {},
): Promise<Findings> {
  // Loaded only here: who audits releases parses no pages.
  const {auditEditionFiles} = await import("./auditEditionFiles.ts");
  const readers = known ?? (await import("./readers/readers.ts")).readers;
  const audited: AuditedSite = {
    site: new SiteFolder(folder),
    editions,
    readers,
    ...(logo !== undefined && {logo}),
  };
  const findings = new Findings();
  const scopes = editions.map(scopesOf);
  const names = namesOf(scopes);
  auditBytes(audited, findings);
  auditSiteFiles(audited, names, findings);
  for (const edition of scopes) {
    await auditEditionFiles({site: audited.site, scopes: edition, names, readers}, findings);
  }
  return findings;
}

interface AuditedSite {
  readonly site: SiteFolder;
  readonly editions: readonly EditionInDist[];
  readonly readers: Readers;
  readonly logo?: string;
}

function isOfEdition(file: string, editions: readonly EditionInDist[]): boolean {
  return editions.some(({release}) => file.startsWith(`${release.edition.id}/`));
}

function auditBytes({site, editions, readers}: AuditedSite, findings: Findings): void {
  for (const file of site.links) {
    const what = "a link, or no file at all: what it leads to is not audited";
    findings.add({file, place: "the whole file", what, remedy: "Delete it, find what made it, and build again"});
  }
  for (const file of site.files) {
    const bytes = site.bytes(file) ?? new Uint8Array();
    const reader = readerOf(file, readers);
    const text = reader?.isText === false ? "" : site.text(file);
    auditPlace(file, {reader, isOfEdition: isOfEdition(file, editions), text}, findings);
    if (!holdsCanary(bytes)) continue;
    const what = "a client's reference from a synthetic extract stands in it";
    findings.add({
      file,
      place: "the whole file",
      what,
      remedy: "Find the step that let a record through before anything is published",
    });
  }
}

/** The files that belong to no edition. */
function auditSiteFiles(
  {site, editions, readers, logo}: AuditedSite,
  names: ReadonlySet<string>,
  findings: Findings,
): void {
  const phrases = [...new Set(editions.flatMap(phrasesOfEdition))].toSorted((a, b) => b.length - a.length);
  const ofTheme = logo === undefined ? {} : {logo};
  for (const file of site.files.filter((one) => !isOfEdition(one, editions))) {
    readerOf(file, readers)?.auditSiteFile({file, site, names, phrases, ...ofTheme}, findings);
  }
}

function namesOf(scopes: readonly EditionScopes[]): ReadonlySet<string> {
  return new Set(
    scopes.flatMap(({edition: {publication, release}, figures, chapters}) => [
      release.edition.id,
      `${release.edition.id}-differences`,
      ...[...figures.keys()].flatMap((id) => [
        id,
        `${id}-title`,
        `${id}-wide`,
        `${id}-narrow`,
        `${id}-table`,
        `${id}-description`,
      ]),
      ...chapters.keys(),
      ...publication.chapters.flatMap(({sections}) => sections.map(({id}) => id)),
    ]),
  );
}
