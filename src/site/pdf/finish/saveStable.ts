import {createHash} from "node:crypto";
import {PDFHexString, type PDFDocument} from "../pdfLibrary.ts";

const placeholder = "0".repeat(32);

/** Writes the file with an identifier made from its own bytes, in place of the browser's random one. */
export async function saveStable(pdf: PDFDocument): Promise<Uint8Array> {
  const id = PDFHexString.of(placeholder);
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  const bytes = Buffer.from(
    await pdf.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Infinity,
    }),
  );
  const hash = createHash("md5").update(bytes).digest("hex").toUpperCase();
  const mark = `<${placeholder}>`;
  for (let place = bytes.lastIndexOf(mark); place >= 0; place = bytes.lastIndexOf(mark))
    bytes.write(`<${hash}>`, place, "latin1");
  return bytes;
}
