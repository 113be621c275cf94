import {attribute, elementsOf, textRuns, type PageElement} from "../html/parsePage.ts";
import {auditPdf} from "../pdf/auditPdf.ts";
import {printedNumbers} from "../../tells/printedNumbers.ts";
import type {Reader} from "./reader.ts";

/** Reports in print: each number against the page that it was printed from. */
export const pdf: Reader = {
  places: {ofSite: [], ofEdition: [/^[a-z0-9-]+\.pdf$/]},
  isText: false,
  auditSiteFile: () => undefined,
  auditEditionFile: ({file, site, phrases, report}, findings) => {
    const bytes = site.bytes(file) ?? new Uint8Array();
    return auditPdf({file, bytes, phrases, numbers: numbersIn(report)}, findings);
  },
};

/** Every number of a page, in its texts and in what is read aloud. */
function numbersIn(root: PageElement): ReadonlySet<string> {
  const spoken = elementsOf(root).map((element) => attribute(element, "aria-label"));
  const texts = textRuns(root).map(({text}) => text);
  return new Set([...texts, ...spoken].flatMap((text) => printedNumbers(text).map(({key}) => key)));
}
