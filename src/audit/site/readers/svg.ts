import {auditPage} from "../html/auditPage.ts";
import {auditMadeUpDrawing} from "../html/auditMadeUp.ts";
import {attribute, elementsOf, parseDrawing} from "../html/parsePage.ts";
import {auditFileGrammar} from "../drawing/auditGrammar.ts";
import {auditLogo} from "../drawing/auditLogo.ts";
import {isSameDrawing} from "../drawing/sameDrawing.ts";
import {shapePlace} from "../drawing/Shapes.ts";
import type {Reader} from "./reader.ts";

/** Drawings to download: each is the wide drawing of the page, which is audited there, with its own title and description. */
export const svg: Reader = {
  places: {ofSite: [/^(icon|logo)\.svg$/], ofEdition: [/^figures\/[a-z0-9-]+\.svg$/]},
  isText: true,
  auditSiteFile: ({file, site, logo}, findings) => {
    const text = site.text(file);
    const expected = file === "logo.svg" ? (logo ?? "") : undefined;
    auditLogo({file, text, root: parseDrawing(text)}, findings, expected);
  },
  auditEditionFile: ({file, name, site, names, phrases, figure, report}, findings) => {
    const root = parseDrawing(site.text(file));
    const drawing = elementsOf(root).find((element) => element.name === "svg");
    const onPage = elementsOf(report).find((element) => attribute(element, "id") === `${name}-wide`);
    const remedy = "Write the drawing again: build again";
    const isKnown = figure !== undefined && drawing !== undefined && onPage !== undefined;
    if (!isKnown || !isSameDrawing(drawing, onPage)) {
      const what = "the drawing differs from the one in the report, which was audited";
      findings.add({file, place: "the whole drawing", what, remedy});
    }
    const faults = isKnown ? auditFileGrammar(drawing, onPage) : [];
    for (const {shape, what} of faults) findings.add({file, place: shapePlace(shape), what, remedy});
    if (figure !== undefined) auditMadeUpDrawing(root, {figure, file}, findings);
    const words = figure === undefined ? {} : {figure};
    auditPage({file, root, numbers: new Set(), phrases, names, sizeOf: noSize, ...words}, findings);
  },
};

const noSize = (): undefined => undefined;
