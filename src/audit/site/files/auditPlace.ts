import type {Findings} from "../finding.ts";
import type {Reader} from "../readers/reader.ts";

/**
 * Finds a file that no reader knows, or that stands where none of its format does (a source map, a script, a stray export),
 * and the name of a source map in what a reader takes for text. `isOfEdition` says that the first folder of the path is an
 * edition's.
 */
export function auditPlace(
  file: string,
  {reader, isOfEdition, text}: {reader: Reader | undefined; isOfEdition: boolean; text: string},
  findings: Findings,
): void {
  const {ofSite = [], ofEdition = []} = reader?.places ?? {};
  const [places, within] = isOfEdition ? [ofEdition, file.slice(file.indexOf("/") + 1)] : [ofSite, file];
  const isKnown = places.some((place) => place.test(within));
  if (!isKnown) {
    const what = "a file of a kind that the site does not have: what it holds is not audited";
    findings.add({file, place: "the whole file", what, remedy: "Delete it, find what wrote it, and build again"});
  }
  if (/sourceMappingURL|[?]raw\b/.test(text)) {
    const what = "the file names a source map or the raw text of a source file";
    findings.add({file, place: "the whole file", what, remedy: "Build without source maps and raw imports"});
  }
}
