import {announcedRequest} from "../edition/siteRequest.ts";
import type {DownloadLink} from "./parts.ts";

/** Stands in a page where the size of its PDF goes, which is known only once it is printed. */
export const sizePlace = "PDF-SIZE";

/** The link to a report's PDF. Its size is filled in once it is printed; undefined where none is made. */
export function pdfLink(edition: string): DownloadLink | undefined {
  if (!announcedRequest().pdf) return undefined;
  return {
    href: `/${edition}/${edition}.pdf`,
    words: "The report to print",
    size: `PDF, ${sizePlace}-${edition}`,
  };
}
