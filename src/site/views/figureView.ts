import type {FigureBlock, TableBlock} from "../../publication/index.ts";
import {drawRegionMap} from "../charts/hexMap.ts";
import {svgForPage} from "../charts/parts/svg.ts";
import {fileSize} from "../formats/fileSize.ts";
import type {DownloadFile} from "../formats/format.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {figureTitle} from "../prose/figureTitle.ts";
import {renderInline, type ProseSetting} from "../prose/renderProse.ts";
import {renderTable} from "../tables/renderTable.ts";
import type {Caption, DownloadLink, FigureView, TableView} from "./parts.ts";
import {revisionsOf} from "./revisions.ts";
import {figureSources} from "./figureSources.ts";
import {reportFigures, type ReportFigure, type ReportFigures} from "./reportFigures.ts";

/** What chapters are set with: prose, and the figures of the whole report. */
export interface FigureSetting extends ProseSetting {
  readonly sources: EditionSources;
  readonly figures: ReportFigures;
  readonly medium: "screen" | "print";
}

/** A figure ready to be set. Notes that its title or note would leave stand with it. */
export function figureView(block: FigureBlock, setting: FigureSetting): FigureView {
  const figure = figureOf(block, setting);
  const {drawn} = figure;
  const isDrawn = drawn !== undefined && !drawn.isWhollyWithheld;
  return {
    kind: "figure",
    ...captionOf(figure, setting),
    tableHtml: tableHtml(figure, setting),
    ...(isDrawn
      ? {drawing: {wide: drawn.wide, narrow: drawn.narrow}}
      : {otherwise: block.otherwise ?? "Every number of this figure is withheld to protect confidentiality."}),
  };
}

/** A table ready to be set. */
export function tableView(block: TableBlock, setting: FigureSetting): TableView {
  const figure = figureOf(block, setting);
  return {
    kind: "table",
    ...captionOf(figure, setting),
    landscape: block.landscape,
    tableHtml: tableHtml(figure, setting),
  };
}

/** The map of a report's region with the names of its areas and no number. */
export function regionMap({geography, publication}: EditionSources, id: string): string {
  if (geography === undefined) throw new Error("a report without a map has no place for one");
  const areas =
    geography.kind === "hexes"
      ? Object.entries(geography.layout.hexes).map(([name, {n}]) => ({name, label: n}))
      : geography.features.map(({name}) => ({name, label: name}));
  const drawing = drawRegionMap(
    areas.map((area) => ({...area, isHighlighted: false})),
    {width: 560, isNarrow: false, geography},
  );
  const title = `Map of ${publication.report.region.text}`;
  const description = `${title}, with its areas: ${areas.map(({label}) => label).join(", ")}.`;
  return svgForPage(drawing, {id, title, description});
}

/** A link to a file of a report, as its pages show it. */
export function downloadLink(edition: string, {path, bytes, label, format}: DownloadFile): DownloadLink {
  return {href: `/${edition}/${path}`, words: label, size: `${format}, ${fileSize(bytes.length)}`};
}

function figureOf({id}: FigureBlock | TableBlock, {figures}: FigureSetting): ReportFigure {
  const figure = figures.byId.get(id);
  if (figure === undefined) throw new Error(`The figure ${id} has not been drawn.`);
  return figure;
}

function captionOf(figure: ReportFigure, setting: FigureSetting): Caption {
  const {block, title, data, bases, explanations, narrowExplanations} = figure;
  const {id, number} = block;
  const {published} = figureSources(block, setting.sources);
  const edition = setting.sources.publication.report.id;
  const word = block.kind === "figure" ? "Figure" : "Table";
  const link = {href: `#${id}`, words: `Link to ${word.toLowerCase()} ${number}`};
  const files = setting.figures.files.filter((file) => file.id === id).map((file) => downloadLink(edition, file));
  const note = block.note === undefined ? undefined : renderInline(block.note, setting);
  const titleHtml = renderInline(figureTitle(block, setting.reading), setting);
  const called = setting.reading
    .takeNotes()
    .map(({number: mark, html}) => `${mark === undefined ? "" : `${mark} `}${html}`);
  const noteHtml = [...(note === undefined ? [] : [note]), ...called].join(" ");
  const revisions = revisionsOf(setting.sources.publication.report, [id]);
  return {
    ...{id, number, title, titleHtml, subtitle: data.subtitle, bases, explanations, revisions},
    ...(narrowExplanations && {narrowExplanations}),
    ...(noteHtml === "" ? {} : {noteHtml}),
    ...(published.length === 0 ? {} : {source: `${published.join("; ")}.`}),
    downloads: [...files, link],
  };
}

function tableHtml({block, table}: ReportFigure, {medium}: FigureSetting): string {
  const html = renderTable(table, {id: `${block.id}-table`});
  if (medium === "print") return html;
  return `<div class="scroll" tabindex="0" role="region" aria-labelledby="${block.id}-title">${html}</div>`;
}

/** Everything that the chapters of a report are set with. */
export function figureSetting(
  sources: EditionSources,
  {reading, medium}: Pick<FigureSetting, "reading" | "medium">,
): FigureSetting {
  const headingShift = medium === "screen" ? 1 : 0;
  return {sources, reading, medium, headingShift, footnotes: new Map(), figures: reportFigures(sources)};
}
