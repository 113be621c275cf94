import {monthNames} from "../../publication/index.ts";

/** An ISO date as it stands in a sentence: "18 June 2009". */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${monthNames[(month ?? 1) - 1]} ${year}`;
}
