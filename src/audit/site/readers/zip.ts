import {auditZip} from "../zip/auditZip.ts";
import type {Reader} from "./reader.ts";

/** Archives: each file in one against the same file beside it. */
export const zip: Reader = {
  places: {ofSite: [], ofEdition: [/^data\/[a-z0-9-]+\.zip$/]},
  isText: false,
  auditSiteFile: () => undefined,
  auditEditionFile: ({file, site, scopes, phrases}, findings) => {
    const {id} = scopes.edition.release.edition;
    const bytes = site.bytes(file) ?? new Uint8Array();
    auditZip({file, bytes, phrases, read: (path) => site.bytes(`${id}/${path}`)}, findings);
  },
};
