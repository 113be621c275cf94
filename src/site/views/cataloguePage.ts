import {readableEditions, readEdition} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";
import {publicationInWords} from "../words/publicationInWords.ts";
import {noticesOf, sayDraft} from "./noticesOf.ts";
import type {DownloadLink} from "./parts.ts";
import {pdfLink} from "./pdfLink.ts";

/** The list of all reports, latest first. */
export interface CataloguePage {
  readonly title: string;
  readonly description: string;
  readonly reports: readonly CatalogueEntry[];
  /** Whether one of them is a draft, whose title and summary are for nobody to find. */
  readonly hasDraft: boolean;
}

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly periodLabel: string;
  /** "Published 29 May 2009", or that it is not. */
  readonly published: string;
  /** What a reader must know before anything else: "Synthetic data"; empty where there is nothing. */
  readonly status: string;
  readonly links: readonly DownloadLink[];
}

/** Drafts stand before all reports that have a day of publication. */
const notYet = "9999";

/** Everything that the catalogue shows. */
export function cataloguePage(): CataloguePage {
  const reports = readableEditions(announcedRequest())
    .map((edition) => readEdition(edition, announcedRequest()))
    .map(({publication: {report}, releases}) => ({report, notices: noticesOf(releases)}))
    .toSorted((a, b) => ((a.report.published ?? notYet) < (b.report.published ?? notYet) ? 1 : -1));
  return {
    title: "Reports",
    description: "Every report with the numbers behind its figures.",
    reports: reports.map(({report: {id, title, summary, period, published}, notices}) => ({
      ...{id, title, summary},
      periodLabel: period.label,
      published: publicationInWords(published),
      status: notices.map(({heading}) => heading).join(" · "),
      links: linksOf(id),
    })),
    hasDraft: reports.some(({notices}) => sayDraft(notices)),
  };
}

function linksOf(edition: string): readonly DownloadLink[] {
  const pdf = pdfLink(edition);
  return [
    {href: `/${edition}/`, words: "Read the report"},
    ...(pdf === undefined ? [] : [{...pdf, words: "Print it"}]),
    {href: `/${edition}/methods/`, words: "Methods and quality"},
    {href: `/${edition}/data/`, words: "Data"},
  ];
}
