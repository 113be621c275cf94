import type {PDFDocument, PDFRef} from "../pdfLibrary.ts";
import type {SpokenText} from "../readSpokenText.ts";

/** What a PDF says of itself. */
export interface DocumentFacts {
  readonly page: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** ISO date; absent from a draft. */
  readonly published?: string;
}

/** Chromium's PDF on its way through the cures, each of which changes it in place. */
export interface PrintedPdf {
  readonly pdf: PDFDocument;
  readonly facts: DocumentFacts;
  readonly spoken: SpokenText;
  /** Content that is no part of the text, by page: the numbers (MCID) under which Chromium marked it all the same. */
  readonly artifacts: Map<PDFRef, Set<number>>;
}
