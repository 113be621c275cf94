import {findTargets} from "../prose/findTargets.ts";
import {Reading} from "../prose/Reading.ts";
import {publicationInWords} from "../words/publicationInWords.ts";
import {readEdition, type EditionSources} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";
import {chapterView} from "./chapterView.ts";
import {contentsOf, type ContentsEntry} from "./contents.ts";
import {figureSetting, regionMap} from "./figureView.ts";
import type {Notice} from "./notice.ts";
import {noticesOf} from "./noticesOf.ts";
import type {ChapterView, PartView} from "./parts.ts";
import {pdfLink} from "./pdfLink.ts";
import type {DownloadLink} from "./parts.ts";

/** A report ready to be set on one page, or printed. */
export interface ReportPage {
  readonly id: string;
  /** Printed on few pages that run on, without cover and lists. */
  readonly isBrief: boolean;
  readonly title: string;
  readonly summary: string;
  readonly region: string;
  readonly period: string;
  readonly publisher: string;
  readonly contact: string;
  /** "Published 29 May 2009", or that it is not. */
  readonly published: string;
  readonly notices: readonly Notice[];
  readonly chapters: readonly ChapterView[];
  readonly contents: readonly ContentsEntry[];
  readonly figures: readonly ListedFigure[];
  readonly tables: readonly ListedFigure[];
  /** Absent where no PDF is made. */
  readonly pdf?: DownloadLink;
  /** Drawing for the cover of the printed edition: the region's map, where the report has one. */
  readonly cover?: string;
}

/** An entry of the list of figures or of tables. */
export interface ListedFigure {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** The report of an edition, every number filled in. `medium` decides where notes stand and how deep headings lie. */
export function reportPage(edition: string, medium: "screen" | "print"): ReportPage {
  const sources = readEdition(edition, announcedRequest());
  const {publication, releases} = sources;
  const {report} = publication;
  const chapters = chaptersOf(sources, medium);
  const listed = chapters.flatMap(({parts}) => listedIn(parts));
  const pdf = pdfLink(edition);
  return {
    id: report.id,
    isBrief: report.print === "brief",
    title: report.title,
    summary: report.summary,
    region: report.region.label,
    period: report.period.text,
    publisher: report.publisher,
    contact: report.contact,
    published: publicationInWords(report.published),
    notices: noticesOf(releases),
    chapters,
    contents: contentsOf(chapters),
    figures: listed.filter(({kind}) => kind === "figure"),
    tables: listed.filter(({kind}) => kind === "table"),
    ...(pdf && {pdf}),
    ...(sources.geography && {cover: regionMap(sources, "cover-map")}),
  };
}

function chaptersOf(sources: EditionSources, medium: "screen" | "print"): readonly ChapterView[] {
  const {publication, releases} = sources;
  const targets = findTargets(publication);
  const reading = new Reading({publication, releases, targets}, medium === "screen" ? "margin" : "chapter-end");
  const setting = figureSetting(sources, {reading, medium});
  return publication.chapters.map((chapter) => chapterView(chapter, setting));
}

function listedIn(parts: readonly PartView[]): readonly (ListedFigure & {kind: "figure" | "table"})[] {
  return parts.flatMap((part) => {
    if (part.kind === "aside") return listedIn(part.parts);
    if (part.kind !== "figure" && part.kind !== "table") return [];
    return [{kind: part.kind, id: part.id, number: part.number, title: part.title}];
  });
}
