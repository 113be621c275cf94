import type {Findings, SiteFinding} from "./finding.ts";
import {parsePage} from "./html/parsePage.ts";
import {phrasesOfEdition} from "./phrases.ts";
import {readerOf, type Readers} from "./readers/reader.ts";
import type {EditionScopes} from "./scope.ts";
import type {SiteFolder} from "./SiteFolder.ts";

/** What the files of one edition are checked against. */
export interface EditionFiles {
  readonly site: SiteFolder;
  readonly scopes: EditionScopes;
  /** Identifiers with digits that links may name: editions, chapters, sections and figures. */
  readonly names: ReadonlySet<string>;
  readonly readers: Readers;
}

/** Checks every file in an edition's folder against the edition's releases, each by the reader of its format. */
export async function auditEditionFiles(
  {site, scopes, names, readers}: EditionFiles,
  findings: Findings,
): Promise<void> {
  const {id} = scopes.edition.release.edition;
  const phrases = phrasesOfEdition(scopes.edition);
  const report = parsePage(site.text(`${id}/index.html`));
  for (const file of site.files.filter((one) => one.startsWith(`${id}/`))) {
    const name = (file.split("/").at(-1) ?? "").replace(/\.\w+$/, "");
    const figure = scopes.figures.get(name);
    const audited = {file, name, site, scopes, names, phrases, report, ...(figure && {figure})};
    const reader = readerOf(file, readers);
    const before = findings.looked;
    await reader?.auditEditionFile(audited, findings);
    const isUnread = reader?.isText === true && findings.looked === before && /\p{N}/u.test(site.text(file));
    if (isUnread) findings.add(unread(file));
  }
}

/** A reader that looks at no number of a file is no guard. */
function unread(file: string): SiteFinding {
  const remedy = "Let the reader of its format hold every number against the releases";
  return {file, place: "the whole file", what: "it holds digits, and its reader looked at none of them", remedy};
}
