import {readEdition} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";
import {downloadLink} from "./figureView.ts";
import type {Notice} from "./notice.ts";
import {noticesOf} from "./noticesOf.ts";
import type {DownloadLink} from "./parts.ts";
import {pdfLink} from "./pdfLink.ts";
import {reportFigures} from "./reportFigures.ts";

/** The downloads of a report: the whole of it, and figure by figure. */
export interface DataPage {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly reportTitle: string;
  readonly notices: readonly Notice[];
  readonly whole: readonly DownloadLink[];
  readonly items: readonly DataItem[];
}

export interface DataItem {
  readonly href: string;
  /** "Figure 5: Most clients were men". */
  readonly words: string;
  readonly subtitle: string;
  readonly links: readonly DownloadLink[];
}

/** Everything that the data page of an edition shows. */
export function dataPage(edition: string): DataPage {
  const sources = readEdition(edition, announcedRequest());
  const {report} = sources.publication;
  const {byId, files} = reportFigures(sources);
  const pdf = pdfLink(edition);
  return {
    id: report.id,
    title: "Data",
    description: "Every figure and table of the report as data, and every figure as a drawing.",
    reportTitle: report.title,
    notices: noticesOf(sources.releases),
    whole: [
      ...files.filter(({id}) => id === undefined).map((file) => downloadLink(edition, file)),
      ...(pdf === undefined ? [] : [pdf]),
    ],
    items: [...byId.values()].map(({block, title, data}) => ({
      href: `/${edition}/#${block.id}`,
      words: `${block.kind === "figure" ? "Figure" : "Table"} ${block.number}: ${title}`,
      subtitle: data.subtitle,
      links: files.filter(({id}) => id === block.id).map((file) => downloadLink(edition, file)),
    })),
  };
}
