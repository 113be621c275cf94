import {cellKey, expandQuery, parseQuery} from "../../../publication/index.ts";
import type {Findings} from "../finding.ts";
import {auditReasons} from "../html/auditCaveats.ts";
import {auditBases} from "../html/auditBases.ts";
import {auditDraft} from "../html/auditDraft.ts";
import {auditMadeUp, auditMadeUpSource} from "../html/auditMadeUp.ts";
import {auditCountTables} from "../html/auditCountTables.ts";
import {auditPage, figureAt} from "../html/auditPage.ts";
import {auditTable} from "../html/auditTables.ts";
import {attribute, chainOf, elementsOf, parsePage, type PageElement} from "../html/parsePage.ts";
import {numberKey} from "../../tells/printedNumbers.ts";
import type {EditionScopes, Scope} from "../scope.ts";
import {auditDrawing} from "../drawing/auditDrawing.ts";
import {auditLooseDrawing} from "../drawing/auditLooseDrawing.ts";
import {auditWords} from "../words/auditWords.ts";
import type {EditionFile, Reader, SiteFile} from "./reader.ts";

/** Pages: every text, attribute, table and drawing of them. */
export const html: Reader = {
  places: {
    ofSite: [/^(?:404|index|accessibility\/index)\.html$/],
    ofEdition: [/^(?:data\/|methods\/)?index\.html$/],
  },
  isText: true,
  auditSiteFile: (page, findings) => {
    // The pages that belong to no edition hold titles, dates and sizes of files, and no number of any release.
    const {file, site, names, phrases} = page;
    const root = parsePage(site.text(file));
    auditPage({file, root, numbers: new Set(), phrases, names, sizeOf: sizesOf(page)}, findings);
  },
  auditEditionFile: (page, findings) => {
    if (page.file === `${page.scopes.edition.release.edition.id}/index.html`) auditReport(page, findings);
    else auditOther(page, findings);
  },
};

function sizesOf({file, site}: SiteFile): (href: string) => number | undefined {
  return (href) => site.sizeFrom(file, href);
}

/** The report itself: texts by chapter and figure, tables cell by cell, drawings shape by shape. */
function auditReport(page: EditionFile, findings: Findings): void {
  const {file, scopes, names, phrases, report: root} = page;
  const {breaks} = scopes.edition.publication.report;
  auditDraft(root, {file, release: scopes.edition.release}, findings);
  auditMadeUp(root, {file, release: scopes.edition.release}, findings);
  auditPage({file, root, scopes, numbers: new Set(), phrases, names, sizeOf: sizesOf(page)}, findings);
  auditWords({file, root, scopes}, findings);
  for (const element of elementsOf(root)) {
    const shown = scopes.figures.get(attribute(element, "id"));
    if (shown !== undefined) {
      auditBases(element, {figure: shown, file}, findings);
      auditReasons(element, {figure: shown, breaks, file}, findings);
      auditMadeUpSource(element, {figure: shown, file}, findings);
    }
    const figure = element.name === "svg" || element.name === "table" ? figureAt(element, scopes) : undefined;
    if (element.name === "table" && figure !== undefined) auditTable(element, {figure, breaks, file}, findings);
    if (element.name !== "svg") continue;
    if (figure !== undefined) auditDrawing(element, {figure, file}, findings);
    else auditLooseDrawing(element, {file, scope: chapterOf(element, scopes)}, findings);
  }
}

function chapterOf(element: PageElement, {chapters}: EditionScopes): Scope | undefined {
  return chainOf(element)
    .map((ancestor) => chapters.get(attribute(ancestor, "id")))
    .find((scope) => scope !== undefined);
}

/** The pages of methods and data: titles of figures, and counts of populations, forms and faults. */
function auditOther(page: EditionFile, findings: Findings): void {
  const {file, site, scopes, names, phrases} = page;
  const {release} = scopes.edition;
  const parts = release.vocabulary.populations.flatMap(({name, partOf, each}) =>
    partOf === undefined || each !== undefined ? [] : expandQuery(parseQuery(`count ${name}`), release.vocabulary),
  );
  const ofParts = new Set(parts.map(({address}) => cellKey(address)));
  const counts = release.cells.flatMap(({address, cell}) => {
    const population = release.vocabulary.populations.find(({name}) => name === address.population);
    // A count of forms is one of usable forms, where the page says nothing else.
    const narrowed = Object.keys(address.at).filter((name) => name !== "usable").length;
    const isListed =
      narrowed === 0 || (narrowed === 1 && population?.unit !== "clients") || ofParts.has(cellKey(address));
    return address.measure === "count" && isListed && cell.status === "published" ? [numberKey(cell.value)] : [];
  });
  const isMethods = file.endsWith("methods/index.html");
  const numbers = scopes.titles.union(new Set(isMethods ? counts : []));
  const root = parsePage(site.text(file));
  auditDraft(root, {file, release}, findings);
  auditMadeUp(root, {file, release}, findings);
  if (isMethods) auditCountTables(root, {release, file}, findings);
  auditPage({file, root, numbers, phrases, names, sizeOf: sizesOf(page)}, findings);
}
