import type {FigureBlock, TableBlock} from "../../publication/index.ts";
import {releaseFor} from "../../release/index.ts";
import {drawFigure, type DrawnFigure} from "../charts/drawFigure.ts";
import type {Downloadable, DownloadFile} from "../formats/format.ts";
import {reportFiles} from "../formats/reportFiles.ts";
import {describeBaseNotes, describeExplanations} from "../tidy/describeNotes.ts";
import type {FigureData} from "../tidy/figureData.ts";
import {readFigureData} from "../tidy/readFigureData.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {differencesOf} from "../prose/differencesOf.ts";
import {findTargets} from "../prose/findTargets.ts";
import {Reading} from "../prose/Reading.ts";
import {figureTitle} from "../prose/figureTitle.ts";
import {plainWords} from "../prose/renderProse.ts";
import {creditsOf} from "./creditsOf.ts";
import {makeTable} from "../tables/makeTable.ts";
import type {TableModel} from "../tables/tableModel.ts";
import {noticesOf} from "./noticesOf.ts";
import {isOfRecords} from "./noticesOfSources.ts";
import {figuresOf} from "./figuresOf.ts";

/** A figure or table with its data drawn and tabulated: the same for screen, print and downloads. */
export interface ReportFigure {
  readonly block: FigureBlock | TableBlock;
  /** The finding as plain words. */
  readonly title: string;
  readonly data: FigureData;
  readonly table: TableModel;
  /** Absent for a table. */
  readonly drawn?: DrawnFigure;
  readonly bases: readonly string[];
  readonly explanations: readonly string[];
  /** Of a figure's narrow drawing, where it shows other shapes. */
  readonly narrowExplanations?: readonly string[];
}

/** All figures and tables of a report, by id, and the files that readers can download. */
export interface ReportFigures {
  readonly byId: ReadonlyMap<string, ReportFigure>;
  readonly files: readonly DownloadFile[];
}

/** Drawing is the longest step of a page, and every page of a report shows the same figures. */
const drawn = new WeakMap<EditionSources, ReportFigures>();

/** Reads and draws the figures and tables of a report. Throws PublicationError at a block that cannot be drawn. */
export function reportFigures(sources: EditionSources): ReportFigures {
  const known = drawn.get(sources);
  if (known !== undefined) return known;
  const {publication, releases} = sources;
  const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
  const figures = figuresOf(publication).map((block) =>
    reportFigure(block, plainWords(figureTitle(block, reading), reading), sources),
  );
  const made = {byId: new Map(figures.map((figure) => [figure.block.id, figure])), files: filesOf(figures, sources)};
  drawn.set(sources, made);
  return made;
}

/** Reads and draws one figure or table. Throws PublicationError where that cannot be. */
export function reportFigure(block: FigureBlock | TableBlock, title: string, sources: EditionSources): ReportFigure {
  const data = readFigureData(block, sources.releases, sources.publication.report.breaks);
  const table = makeTable(data);
  if (block.kind === "table") {
    return {block, title, data, table, bases: describeBaseNotes(data), explanations: describeExplanations(data)};
  }
  const {id, chart, options, position} = block;
  const {geography} = sources;
  const credits = creditsOf(block, sources);
  const figure = drawFigure(data, {id, chart, options, position, title, credits, ...(geography && {geography})});
  const {bases, explanations, narrowExplanations} = figure;
  const narrow = narrowExplanations && {narrowExplanations};
  return {block, title, data, table, drawn: figure, bases, explanations, ...narrow};
}

function filesOf(figures: readonly ReportFigure[], {publication, releases}: EditionSources): readonly DownloadFile[] {
  const {report} = publication;
  const release = releaseFor("this", releases);
  const items = figures.map(({block, title, data, drawn: figure}): Downloadable => {
    const {kind, id, number} = block;
    const isDrawn = figure !== undefined && !figure.isWhollyWithheld;
    return {kind, id, number, title, data, ...(isDrawn && {svg: figure.file})};
  });
  const words = {
    ...{id: report.id, title: report.title, publisher: report.publisher, contact: report.contact},
    ...{region: report.region.label, period: report.period.text},
    ...(report.published !== undefined && {published: report.published}),
    notices: noticesOf(releases),
    isOfRecords: isOfRecords(release),
    mark: release.disclosure.policy.mark,
  };
  return reportFiles({items, words, differences: differencesOf(publication, releases)});
}
