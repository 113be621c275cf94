import {dateInWords, type ReportField} from "../../publication/index.ts";
import {releaseFor} from "../../release/index.ts";
import type {Reading} from "./Reading.ts";

/** A field of the report as it stands in a sentence. Throws ReleaseError for the previous period where there is none. */
export function printReportField(field: ReportField, {publication, releases}: Reading): string {
  const {report} = publication;
  switch (field) {
    case "region":
      return report.region.text;
    case "period":
      return report.period.text;
    case "period-label":
      return report.period.label;
    case "published":
      return report.published === undefined ? "a day not decided yet" : dateInWords(report.published);
    case "previous-period":
      return releaseFor("previous", releases).edition.period.text;
    case "previous-period-label":
      return releaseFor("previous", releases).edition.period.label;
    case "title":
    case "publisher":
    case "contact":
      return report[field];
  }
}
