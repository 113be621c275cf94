import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from "../pdfLibrary.ts";
import {escapeHtml} from "../../prose/escapeHtml.ts";
import type {DocumentFacts, PrintedPdf} from "./printedPdf.ts";

/**
 * States title, author, language and date in the document and in its metadata (XMP), with the edition's publication
 * date for the clock, so that the same edition gives the same bytes; a draft has no date. It claims no standard: conformance to PDF/UA has
 * not been checked by a validator.
 */
export function writeMetadata({pdf, facts}: PrintedPdf): void {
  const {context, catalog} = pdf;
  const producer = producerOf(pdf.context.lookup(context.trailerInfo.Info));
  pdf.setTitle(facts.title, {showInWindowTitleBar: true});
  pdf.setAuthor(facts.author);
  pdf.setCreator("Smallprint");
  pdf.setProducer(producer);
  setDates(pdf, facts.published);
  pdf.setLanguage(facts.language);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  const stream = context.stream(packet(facts, producer), {Type: "Metadata", Subtype: "XML"});
  catalog.set(PDFName.of("Metadata"), context.register(stream));
}

/** The browser that printed: it belongs to the answer to "why do these bytes differ". */
function producerOf(info: unknown): string {
  const producer = info instanceof PDFDict ? info.lookup(PDFName.of("Producer")) : undefined;
  if (producer instanceof PDFString || producer instanceof PDFHexString) return producer.decodeText();
  throw new Error("The browser did not say in the PDF what printed it.");
}

function setDates(pdf: PDFDocument, published: string | undefined): void {
  if (published !== undefined) {
    pdf.setCreationDate(midnightOf(published));
    pdf.setModificationDate(midnightOf(published));
    return;
  }
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  for (const name of ["CreationDate", "ModDate"]) info.delete(PDFName.of(name));
}

const midnightOf = (day: string) => new Date(`${day}T00:00:00Z`);

function packet({title, author, language, published}: DocumentFacts, producer: string): Uint8Array {
  const lines = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeHtml(language)}</rdf:li></rdf:Bag></dc:language>`,
    "<dc:format>application/pdf</dc:format>",
    ...(published === undefined
      ? []
      : [
          `<xmp:CreateDate>${published}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>${published}T00:00:00Z</xmp:ModifyDate>`,
        ]),
    `<xmp:CreatorTool>Smallprint</xmp:CreatorTool><pdf:Producer>${escapeHtml(producer)}</pdf:Producer>`,
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
    '<?xpacket end="r"?>',
  ];
  return new TextEncoder().encode(lines.join("\n"));
}
