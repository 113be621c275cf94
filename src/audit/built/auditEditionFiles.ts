import {auditCsv} from "./csv/auditCsv.ts";
import {auditDifferences} from "./csv/auditDifferences.ts";
import type {Findings} from "./finding.ts";
import {auditBases} from "./html/auditBases.ts";
import {auditCountTables} from "./html/auditCountTables.ts";
import {auditPage, figureAt, type AuditedPage} from "./html/auditPage.ts";
import {auditTable} from "./html/auditTables.ts";
import {attribute, chainOf, elementsOf, parseDrawing, parsePage, textsOf, type PageElement} from "./html/parsePage.ts";
import {auditPdf} from "./pdf/auditPdf.ts";
import {phrasesOfEdition} from "./phrases.ts";
import {numberKey, printedNumbers} from "./printedNumbers.ts";
import type {EditionScopes} from "./scope.ts";
import type {SiteFolder} from "./SiteFolder.ts";
import {auditDrawing} from "./svg/auditDrawing.ts";
import {auditLooseDrawing} from "./svg/auditLooseDrawing.ts";
import {isSameDrawing} from "./svg/sameDrawing.ts";
import {auditZip} from "./files/auditZip.ts";
import {auditWords} from "./words/auditWords.ts";

/** What the files of one edition are checked against. */
export interface EditionFiles {
  readonly site: SiteFolder;
  readonly scopes: EditionScopes;
  /** Identifiers with digits that links may name: editions, chapters, sections and figures. */
  readonly names: ReadonlySet<string>;
}

/** Checks every file in an edition's folder against the edition's releases. */
export async function auditEditionFiles(files: EditionFiles, findings: Findings): Promise<void> {
  const {site, scopes} = files;
  const {id} = scopes.edition.release.edition;
  const phrases = phrasesOfEdition(scopes.edition);
  const report = auditReport(`${id}/index.html`, {...files, phrases}, findings);
  for (const file of site.files.filter((name) => name.startsWith(`${id}/`))) {
    const name =
      file
        .split("/")
        .at(-1)
        ?.replace(/\.\w+$/, "") ?? "";
    const figure = scopes.figures.get(name);
    if (/\/(?:data|methods)\/index\.html$/.test(file)) auditOther(file, {...files, phrases}, findings);
    if (name === `${id}-differences`) {
      auditDifferences({file, text: site.text(file), edition: scopes.edition}, findings);
    } else if (file.endsWith(".csv"))
      auditCsv({file, text: site.text(file), scopes, phrases, ...(figure && {figure})}, findings);
    if (file.endsWith(".svg")) auditFigureFile(file, {...files, phrases, report, name}, findings);
    const bytes = /\.(?:zip|pdf)$/.test(file) ? site.bytes(file) : undefined;
    if (bytes === undefined) continue;
    if (file.endsWith(".zip")) auditZip({file, bytes, phrases, read: (path) => site.bytes(`${id}/${path}`)}, findings);
    else await auditPdf({file, bytes, phrases, numbers: numbersIn(report)}, findings);
  }
}

type WithPhrases = EditionFiles & {readonly phrases: readonly string[]};

/** The report itself: texts by chapter and figure, tables cell by cell, drawings shape by shape. */
function auditReport(file: string, {site, scopes, names, phrases}: WithPhrases, findings: Findings): PageElement {
  const root = parsePage(site.text(file));
  const sizeOf: AuditedPage["sizeOf"] = (href) => site.sizeFrom(file, href);
  auditPage({file, root, scopes, numbers: new Set(), phrases, names, sizeOf}, findings);
  auditWords({file, root, scopes}, findings);
  for (const element of elementsOf(root)) {
    const shown = scopes.figures.get(attribute(element, "id"));
    if (shown !== undefined) auditBases(element, {figure: shown, file}, findings);
    const figure = element.name === "svg" || element.name === "table" ? figureAt(element, scopes) : undefined;
    if (element.name === "table" && figure !== undefined) auditTable(element, {figure, file}, findings);
    if (element.name !== "svg") continue;
    if (figure !== undefined) auditDrawing(element, {figure, file}, findings);
    else auditLooseDrawing(element, {file, scope: chapterOf(element, scopes)}, findings);
  }
  return root;
}

function chapterOf(element: PageElement, {chapters}: EditionScopes) {
  return chainOf(element)
    .map((ancestor) => chapters.get(attribute(ancestor, "id")))
    .find((scope) => scope !== undefined);
}

/** The pages of methods and data: titles of figures, and counts of populations, forms and faults. */
function auditOther(file: string, {site, scopes, names, phrases}: WithPhrases, findings: Findings): void {
  const counts = scopes.edition.release.cells.flatMap(({address, cell}) => {
    const population = scopes.edition.release.vocabulary.populations.find(({name}) => name === address.population);
    // A count of forms is one of usable forms, where the page says nothing else.
    const narrowed = Object.keys(address.at).filter((name) => name !== "usable").length;
    const isListed = narrowed === 0 || (narrowed === 1 && population?.unit !== "clients");
    return address.measure === "count" && isListed && cell.status === "published" ? [numberKey(cell.value)] : [];
  });
  const numbers = scopes.titles.union(new Set(file.endsWith("methods/index.html") ? counts : []));
  const root = parsePage(site.text(file));
  if (file.endsWith("methods/index.html")) auditCountTables(root, {release: scopes.edition.release, file}, findings);
  auditPage({file, root, numbers, phrases, names, sizeOf: (href) => site.sizeFrom(file, href)}, findings);
}

interface FigureFile extends WithPhrases {
  readonly report: PageElement;
  readonly name: string;
}

/** A drawing to download is the wide drawing of the page, with its own title and description. */
function auditFigureFile(
  file: string,
  {site, scopes, names, phrases, report, name}: FigureFile,
  findings: Findings,
): void {
  const root = parseDrawing(site.text(file));
  const figure = scopes.figures.get(name);
  const svg = elementsOf(root).find((element) => element.name === "svg");
  const onPage = elementsOf(report).find((element) => attribute(element, "id") === `${name}-wide`);
  if (figure === undefined || svg === undefined || onPage === undefined || !isSameDrawing(svg, onPage)) {
    const what = "the drawing differs from the one in the report, which was audited";
    findings.add({file, place: "the whole drawing", what, remedy: "Write the drawing again: build again"});
  }
  const words = figure === undefined ? {} : {figure};
  auditPage({file, root, numbers: new Set(), phrases, names, sizeOf: () => undefined, ...words}, findings);
}

/** Every number of a page, in its texts and in what is read aloud. */
function numbersIn(root: PageElement): ReadonlySet<string> {
  const spoken = elementsOf(root).map((element) => attribute(element, "aria-label"));
  const texts = textsOf(root).map(({text}) => text);
  return new Set([...texts, ...spoken].flatMap((text) => printedNumbers(text).map(({key}) => key)));
}
