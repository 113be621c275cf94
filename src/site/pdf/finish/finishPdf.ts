import type {PDFDocument} from "pdf-lib";
export async function finishPdf(pdf: PDFDocument, _job: unknown): Promise<Uint8Array> {
  return pdf.save();
}
