import type {Reader} from "./reader.ts";

/** Headers for the host: the policy of the pages and how long files are kept, for no reader's eyes. */
export const headers: Reader = {
  places: {ofSite: [/^_headers$/], ofEdition: []},
  isText: true,
  auditSiteFile: () => undefined,
  auditEditionFile: () => undefined,
};
