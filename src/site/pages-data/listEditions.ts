import {readableEditions} from "../integration/readEdition.ts";
import {announcedRequest} from "../integration/siteRequest.ts";

/** The editions that the site is being built with. */
export function listEditions(): readonly string[] {
  return readableEditions(announcedRequest());
}
