import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from "../pdfLibrary.ts";

/** An element of the tag tree (PDF 1.7, 14.7.2): its reference and its dictionary. */
export interface Tag {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

/** A run of marked content: the page it is on and its number there. */
export interface MarkedContent {
  readonly page: PDFRef;
  readonly number: number;
}

const names = {
  kids: PDFName.of("K"),
  role: PDFName.of("S"),
  page: PDFName.of("Pg"),
  parent: PDFName.of("P"),
  number: PDFName.of("MCID"),
};

/** All elements of the tag tree in reading order, parents before their kids. */
export function allTags(pdf: PDFDocument): Tag[] {
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  return kidTags(pdf.context, root).flatMap((tag) => withDescendants(pdf.context, tag));
}

/** An element and everything under it, in reading order. */
export function withDescendants(context: PDFContext, tag: Tag): Tag[] {
  const found: Tag[] = [];
  const visit = (one: Tag): void => {
    found.push(one);
    for (const kid of kidTags(context, one.dict)) visit(kid);
  };
  visit(tag);
  return found;
}

/** The kids of an element as they are written: elements, marked content and annotations. */
export function kidsOf(context: PDFContext, dict: PDFDict): PDFObject[] {
  const kids = dict.get(names.kids);
  if (kids === undefined) return [];
  const list = kids instanceof PDFRef ? context.lookup(kids) : kids;
  return list instanceof PDFArray ? list.asArray() : [kids];
}

/** Gives an element new kids. */
export function setKids(context: PDFContext, dict: PDFDict, kids: readonly PDFObject[]): void {
  dict.set(names.kids, context.obj([...kids]));
}

/** The kids of an element that are elements themselves. */
export function kidTags(context: PDFContext, dict: PDFDict): Tag[] {
  return kidsOf(context, dict).flatMap((kid) => {
    const tag = asTag(context, kid);
    return tag ? [tag] : [];
  });
}

/** A kid as an element, if it is one. */
export function asTag(context: PDFContext, kid: PDFObject): Tag | undefined {
  if (!(kid instanceof PDFRef)) return undefined;
  const dict = context.lookup(kid);
  return dict instanceof PDFDict && dict.has(names.role) ? {ref: kid, dict} : undefined;
}

/** A kid as marked content, if it is that: a bare number stands on the page of its element. */
export function asMarkedContent(tag: Tag, kid: PDFObject): MarkedContent | undefined {
  const page = (dict: PDFDict) => dict.get(names.page) ?? tag.dict.get(names.page);
  const number = kid instanceof PDFDict ? kid.get(names.number) : kid;
  const place = kid instanceof PDFDict ? page(kid) : page(tag.dict);
  if (!(number instanceof PDFNumber) || !(place instanceof PDFRef)) return undefined;
  return {page: place, number: number.asNumber()};
}

/** The role of an element, as "H1" or "TH". */
export function roleOf({dict}: Tag): string {
  return dict.lookup(names.role, PDFName).decodeText();
}

/** Gives an element another role. */
export function setRole({dict}: Tag, role: string): void {
  dict.set(names.role, PDFName.of(role));
}

/** Puts a new element between a parent and some of its kids, and tells the kids. */
export function wrapKids(
  context: PDFContext,
  parent: Tag,
  {role, kids}: {role: string; kids: readonly PDFObject[]},
): PDFRef {
  const dict = context.obj({Type: "StructElem", S: role, P: parent.ref});
  const page = parent.dict.get(names.page);
  if (page) dict.set(names.page, page);
  setKids(context, dict, kids);
  const ref = context.register(dict);
  for (const kid of kids) asTag(context, kid)?.dict.set(names.parent, ref);
  return ref;
}
