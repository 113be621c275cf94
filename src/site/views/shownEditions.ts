import {readableEditions} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";

/** The editions that the site is being built with. */
export function shownEditions(): readonly string[] {
  return readableEditions(announcedRequest());
}
