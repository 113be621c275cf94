import type {PDFObject} from "../pdfLibrary.ts";
import {forget} from "./forget.ts";
import type {PrintedPdf} from "./printedPdf.ts";
import type {Tag} from "./tagTree.ts";
import {allTags, asMarkedContent, asTag, kidsOf, kidTags, roleOf, setKids, wrapKids} from "./tagTree.ts";

/**
 * Gives tables the parts that Chromium forgets, head and body, takes out the empty elements it leaves in their place,
 * and makes the rules between rows artifacts, which it marks as the table's own words.
 */
export function buildTables(printed: PrintedPdf): void {
  for (const tag of allTags(printed.pdf)) if (roleOf(tag) === "Table") buildTable(printed, tag);
}

function buildTable(printed: PrintedPdf, table: Tag): void {
  const {context} = printed.pdf;
  const kids = kidsOf(context, table.dict);
  for (const kid of kids) {
    const rules = asMarkedContent(table, kid);
    if (rules) forget(printed, rules);
  }
  const isRow = (kid: PDFObject) => hasRole(kid, "TR");
  const hasRole = (kid: PDFObject, role: string) => {
    const tag = asTag(context, kid);
    return tag !== undefined && roleOf(tag) === role;
  };
  const isHead = (kid: PDFObject) => {
    const tag = asTag(context, kid);
    return tag !== undefined && kidTags(context, tag.dict).every((cell) => roleOf(cell) === "TH");
  };
  const rows = kids.filter(isRow);
  const firstOfBody = rows.findIndex((row) => !isHead(row));
  const head = firstOfBody < 0 ? rows : rows.slice(0, firstOfBody);
  const body = rows.slice(head.length);
  const others = kids.filter((kid) => {
    const tag = asTag(context, kid);
    return tag !== undefined && !isRow(kid) && kidsOf(context, tag.dict).length > 0;
  });
  const parts = [
    {role: "THead", kids: head},
    {role: "TBody", kids: body},
  ].filter((part) => part.kids.length > 0);
  setKids(context, table.dict, [...others, ...parts.map((part) => wrapKids(context, table, part))]);
}
