import {auditEditionFiles} from "./auditEditionFiles.ts";
import type {EditionInDist} from "./editionInDist.ts";
import {auditFileType} from "./files/auditFileType.ts";
import {holdsCanary} from "./files/hiddenText.ts";
import {Findings} from "./finding.ts";
import {auditPage} from "./html/auditPage.ts";
import {parsePage} from "./html/parsePage.ts";
import {phrasesOfEdition} from "./phrases.ts";
import {scopesOf, type EditionScopes} from "./scope.ts";
import {SiteFolder} from "./SiteFolder.ts";

/**
 * Parses a built site back (pages, drawings, downloads, archives, PDFs) and finds every number that the release of its
 * edition does not answer for in that place, every shape that no released value explains, and every file that the
 * site should not have. `folder` is the site's folder; `editions` are all that it holds.
 */
export async function auditDist(folder: string, editions: readonly EditionInDist[]): Promise<Findings> {
  const site = new SiteFolder(folder);
  const findings = new Findings();
  const scopes = editions.map(scopesOf);
  const names = namesOf(scopes);
  auditBytes(site, new Set(editions.map(({release}) => release.edition.id)), findings);
  auditSitePages(site, {editions, names}, findings);
  for (const edition of scopes) await auditEditionFiles({site, scopes: edition, names}, findings);
  return findings;
}

function auditBytes(site: SiteFolder, editions: ReadonlySet<string>, findings: Findings): void {
  for (const file of site.files) {
    const bytes = site.bytes(file) ?? new Uint8Array();
    const text = /\.(?:zip|pdf|woff2)$/.test(file) ? "" : site.text(file);
    auditFileType(file, {text, editions}, findings);
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

/** The pages that belong to no edition: they hold titles, dates and sizes of files, and no number of any release. */
function auditSitePages(
  site: SiteFolder,
  {editions, names}: {editions: readonly EditionInDist[]; names: ReadonlySet<string>},
  findings: Findings,
): void {
  const phrases = [...new Set(editions.flatMap(phrasesOfEdition))].toSorted((a, b) => b.length - a.length);
  const ids = editions.map(({release}) => `${release.edition.id}/`);
  const own = site.files.filter((file) => file.endsWith(".html") && !ids.some((id) => file.startsWith(id)));
  for (const file of own) {
    const root = parsePage(site.text(file));
    auditPage({file, root, numbers: new Set(), phrases, names, sizeOf: (href) => site.sizeFrom(file, href)}, findings);
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
