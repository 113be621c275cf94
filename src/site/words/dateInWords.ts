import {monthNames} from "../../publication/index.ts";

/** An ISO date as it stands in a sentence: "18 June 2009". */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${monthNames[(month ?? 1) - 1]} ${year}`;
}

/** When a report was published, as its pages say it; of a draft, that it has not been. `published` is an ISO date. */
export function publicationInWords(published: string | undefined): string {
  return published === undefined ? "Not published yet" : `Published ${dateInWords(published)}`;
}
