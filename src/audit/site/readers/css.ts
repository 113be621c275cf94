import type {Findings} from "../finding.ts";
import type {Reader, SiteFile} from "./reader.ts";

/** Style sheets: they print no number, in whatever folder they stand. */
export const css: Reader = {
  places: {ofSite: [/^figures\.css$/, /^_astro\/[\w.-]+\.css$/], ofEdition: []},
  isText: true,
  auditSiteFile: auditStyles,
  auditEditionFile: auditStyles,
};

function auditStyles({file, site}: SiteFile, findings: Findings): void {
  if (!/content:\s*["'][^"']*\d/.test(site.text(file))) return;
  const what = "a style sheet prints a number";
  findings.add({file, place: "content", what, remedy: "Print numbers in the page, where they are audited"});
}
