import type {Token} from "markdown-it";
import type {PlacedText} from "./checkText.ts";

/** Where a link may lead: a place of the report, a page that is sent as it was written, or a letter box. */
const followed = /^(?:#|https:\/\/|mailto:)/;

/** Finds links to what a reader does not have, or to pages that may be changed on their way to the reader. */
export function checkLink(token: Token, {lines, context}: Pick<PlacedText, "lines" | "context">): void {
  const {source, faults} = context;
  if (followed.test(String(token.attrGet("href") ?? ""))) return;
  faults.add({
    position: source.locate("](", lines.from, lines.to),
    what: "this link leads neither to a part of the report nor to a page that is sent as it was written",
    remedy: "Link to #name, or to an address that starts with https:// or mailto:",
  });
}
