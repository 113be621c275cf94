import type {PDFDocument} from "../pdfLibrary.ts";
import type {SpokenText} from "../readSpokenText.ts";
import {buildTables} from "./buildTables.ts";
import {describeFigures} from "./describeFigures.ts";
import {describeLinks} from "./describeLinks.ts";
import {dropRepeatedHeads} from "./dropRepeatedHeads.ts";
import {mapRoles} from "./mapRoles.ts";
import {markArtifacts} from "./markArtifacts.ts";
import type {DocumentFacts, PrintedPdf} from "./printedPdf.ts";
import {restoreBookmarks} from "./restoreBookmarks.ts";
import {saveStable} from "./saveStable.ts";
import {wrapListBodies} from "./wrapListBodies.ts";
import {writeMetadata} from "./writeMetadata.ts";

// Marking artifacts comes after the steps that take content out of the text.
const cures: readonly ((printed: PrintedPdf) => void)[] = [
  mapRoles,
  describeFigures,
  describeLinks,
  wrapListBodies,
  dropRepeatedHeads,
  buildTables,
  markArtifacts,
  restoreBookmarks,
  writeMetadata,
];

/**
 * Cures what Chromium leaves undone in a tagged PDF, one fault a file, and writes it with stable bytes.
 * @throws PrintError when the page and its print do not agree
 */
export async function finishPdf(
  pdf: PDFDocument,
  {facts, spoken}: {facts: DocumentFacts; spoken: SpokenText},
): Promise<Uint8Array> {
  const printed: PrintedPdf = {pdf, facts, spoken, artifacts: new Map()};
  for (const cure of cures) cure(printed);
  return saveStable(pdf);
}
