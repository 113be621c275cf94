import {readableEditions, readEdition} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";
import {dateInWords} from "../words/dateInWords.ts";
import {noticesOf} from "./noticesOf.ts";
import type {DownloadLink} from "./parts.ts";
import {pdfLink} from "./pdfLink.ts";

/** The list of all reports, latest first. */
export interface CataloguePage {
  readonly title: string;
  readonly description: string;
  readonly reports: readonly CatalogueEntry[];
}

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly periodLabel: string;
  readonly published: string;
  /** What a reader must know before anything else: "Synthetic data"; empty where there is nothing. */
  readonly status: string;
  readonly links: readonly DownloadLink[];
}

/** Everything that the catalogue shows. */
export function cataloguePage(): CataloguePage {
  const editions = readableEditions(announcedRequest());
  const sources = editions.map((edition) => readEdition(edition, announcedRequest()));
  const reports = sources
    .map(({publication: {report}, releases}) => ({...report, releases}))
    .toSorted((a, b) => (a.published < b.published ? 1 : -1))
    .map(({id, title, summary, period, published, releases}) => ({
      ...{id, title, summary},
      periodLabel: period.label,
      published: dateInWords(published),
      status: noticesOf(releases)
        .map(({heading}) => heading)
        .join(" · "),
      links: linksOf(id),
    }));
  return {
    title: "Reports",
    description: "Regional reports on people in contact with drug treatment, with the numbers behind every figure.",
    reports,
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
