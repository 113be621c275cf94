import {auditStyles} from "../css/auditStyles.ts";
import type {Findings} from "../finding.ts";
import type {Reader, SiteFile} from "./reader.ts";

/** Style sheets: they print no number, and change nothing of what drawings show, in whatever folder they stand. */
export const css: Reader = {
  places: {ofSite: [/^figures\.css$/, /^_astro\/[\w.-]+\.css$/], ofEdition: []},
  isText: true,
  auditSiteFile: auditSheet,
  auditEditionFile: auditSheet,
};

function auditSheet({file, site}: SiteFile, findings: Findings): void {
  const sheet = site.text(file);
  if (/content:\s*["'][^"']*\d/.test(sheet)) {
    const what = "a style sheet prints a number";
    findings.add({file, place: "content", what, remedy: "Print numbers in the page, where they are audited"});
  }
  const remedy = "Let drawings have their look from their shapes alone, and build again";
  for (const {place, what} of auditStyles(sheet)) findings.add({file, place, what, remedy});
}
