import {PDFDict, PDFHexString, PDFName, PDFString, type PDFContext} from "../pdfLibrary.ts";
import {PrintError} from "../PrintError.ts";
import type {PrintedPdf} from "./printedPdf.ts";
import type {Tag} from "./tagTree.ts";
import {allTags, kidsOf, roleOf} from "./tagTree.ts";

/** Gives every link the words that the page has for it (PDF/UA-1, 7.18.5), which Chromium leaves out. */
export function describeLinks({pdf, spoken, facts}: PrintedPdf): void {
  const {context} = pdf;
  let next = 0;
  for (const tag of allTags(pdf)) {
    if (roleOf(tag) !== "Link") continue;
    const areas = annotationsOf(context, tag);
    const target = areas.map((area) => targetOf(context, area)).find((place) => place !== undefined);
    if (target === undefined) continue;
    // Both lists are in the order of the page; a link without words or area is in one of them only.
    const found = spoken.links.findIndex((link, index) => index >= next && link.target === target);
    if (found < 0) throw new PrintError(facts.page, `a link to ${target} was printed that the page does not have`);
    next = found + 1;
    const said = spoken.links[found]?.text ?? "";
    const words = PDFHexString.fromText(said === "" ? target : said);
    for (const area of areas) area.set(PDFName.of("Contents"), words);
  }
}

function annotationsOf(context: PDFContext, tag: Tag): PDFDict[] {
  return kidsOf(context, tag.dict).flatMap((kid) => {
    const area = kid instanceof PDFDict ? kid.lookup(PDFName.of("Obj")) : undefined;
    return area instanceof PDFDict ? [area] : [];
  });
}

function targetOf(context: PDFContext, area: PDFDict): string | undefined {
  const place = area.lookup(PDFName.of("Dest"));
  if (place instanceof PDFName) return `#${place.decodeText()}`;
  const action = context.lookup(area.get(PDFName.of("A")));
  const address = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined;
}
