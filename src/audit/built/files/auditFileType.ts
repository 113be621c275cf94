import type {Findings} from "../finding.ts";

/** Every file that a built site has, by its path; an edition's folder bears the edition's name. */
const ofSite = [
  /^_headers$/,
  /^icon\.svg$/,
  /^figures\.css$/,
  /^_astro\/[\w.-]+\.(?:css|woff2)$/,
  /^(?:404|index|accessibility\/index)\.html$/,
];
const ofEdition = [
  /^(?:data\/|methods\/)?index\.html$/,
  /^data\/[a-z0-9-]+\.(?:csv|zip)$/,
  /^figures\/[a-z0-9-]+\.svg$/,
  /^[a-z0-9-]+\.pdf$/,
];

/** Finds a file of a kind that the site does not have (a source map, a script, a stray export) and a link to a source map. */
export function auditFileType(
  file: string,
  {text, editions}: {text: string; editions: ReadonlySet<string>},
  findings: Findings,
): void {
  const [folder = "", ...rest] = file.split("/");
  const isKnown = editions.has(folder)
    ? ofEdition.some((known) => known.test(rest.join("/")))
    : ofSite.some((known) => known.test(file));
  if (!isKnown) {
    const what = "a file of a kind that the site does not have: what it holds is not audited";
    findings.add({file, place: "the whole file", what, remedy: "Delete it, find what wrote it, and build again"});
  }
  if (/sourceMappingURL|[?]raw\b/.test(text)) {
    const what = "the file names a source map or the raw text of a source file";
    findings.add({file, place: "the whole file", what, remedy: "Build without source maps and raw imports"});
  }
  if (file.endsWith(".css") && /content:\s*["'][^"']*\d/.test(text)) {
    findings.add({
      file,
      place: "content",
      what: "a style sheet prints a number",
      remedy: "Print numbers in the page, where they are audited",
    });
  }
}
