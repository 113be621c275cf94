import {cellsOf} from "../../../src/audit/site/editionInDist.ts";
import {elementsOf, parseDrawing, type PageElement} from "../../../src/audit/site/html/parsePage.ts";
import type {ShownFigure} from "../../../src/audit/site/scope.ts";
import {drawingFaults} from "../../../src/audit/site/drawing/auditDrawing.ts";
import type {Releases} from "../../../src/release/index.ts";
import type {Charts} from "../../../src/site/charts/charts.ts";
import {drawFigure, type DrawnFigure} from "../../../src/site/charts/drawFigure.ts";
import {readFigureData} from "../../../src/site/tidy/readFigureData.ts";
import {figureBlock, geography, position, releasesFor} from "../../site/sample/sampleFigure.ts";

/** A figure as a report asks for it. */
export interface AskedFigure {
  readonly chart: string;
  readonly show: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The cells that the audit knows a figure by. */
export function shownFigure(
  show: readonly string[],
  releases: Releases = releasesFor(show),
  options: Readonly<Record<string, unknown>> = {},
): ShownFigure {
  const block = {...figureBlock(show, "Share of clients"), options};
  return {
    block,
    cells: block.show.flatMap((query) => cellsOf(query, {releases})),
    scope: {numbers: new Set(), phrases: []},
  };
}

/** A figure drawn, from made-up releases or from those given. */
export function drawn(
  {chart, show, options = {}}: AskedFigure,
  {charts, releases = releasesFor(show)}: {charts?: Charts; releases?: Releases} = {},
): DrawnFigure {
  const data = readFigureData(figureBlock(show, "Share of clients"), releases);
  return drawFigure(data, {id: "f", chart, options, position, title: "T", geography}, charts);
}

/** What the audit finds in a drawing, in words. */
export function found(svg: string, figure: ShownFigure): readonly string[] {
  const faults = drawingFaults(svgIn(svg), figure);
  return faults.map(({shape, what}) => `<${shape.name}> ${what}`);
}

function svgIn(svg: string): PageElement {
  const root = elementsOf(parseDrawing(svg)).find(({name}) => name === "svg");
  if (root === undefined) throw new Error("this is no drawing");
  return root;
}
