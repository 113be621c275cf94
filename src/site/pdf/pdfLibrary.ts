/** What is used of the library that reads and writes PDF. Nothing else names it, so that another can take its place. */
export {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";
export type {PDFContext, PDFObject, PDFPage} from "pdf-lib";
