import {sizePlace} from "../integration/sizePlace.ts";
import {announcedRequest} from "../integration/siteRequest.ts";
import type {DownloadLink} from "./parts.ts";

/** The link to a report's PDF. Its size is filled in once it is printed; undefined where none is made. */
export function pdfLink(edition: string): DownloadLink | undefined {
  if (!announcedRequest().pdf) return undefined;
  return {
    href: `/${edition}/${edition}.pdf`,
    words: "The report to print",
    size: `PDF, ${sizePlace}-${edition}`,
  };
}
