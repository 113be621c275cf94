import {auditCsv} from "../csv/auditCsv.ts";
import {auditDifferences} from "../csv/auditDifferences.ts";
import type {Reader} from "./reader.ts";

/** Tables: each row against the cell that it names, or the difference that the text prints. */
export const csv: Reader = {
  places: {ofSite: [], ofEdition: [/^data\/[a-z0-9-]+\.csv$/]},
  isText: true,
  auditSiteFile: () => undefined,
  auditEditionFile: ({file, name, site, scopes, phrases, figure}, findings) => {
    const text = site.text(file);
    const {edition} = scopes;
    if (name === `${edition.release.edition.id}-differences`) auditDifferences({file, text, edition}, findings);
    else auditCsv({file, text, scopes, phrases, ...(figure && {figure})}, findings);
  },
};
