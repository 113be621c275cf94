import {dateInWords} from "../../publication/index.ts";

/** When a report was published, as its pages say it; of a draft, that it has not been. `published` is an ISO date. */
export function publicationInWords(published: string | undefined): string {
  return published === undefined ? "Not published yet" : `Published ${dateInWords(published)}`;
}
