import {confusable, hasShortYear} from "./dateFormat.ts";
import type {Dictionary} from "./dictionary.ts";

/**
 * Checks that every date can be read in one way only: no two formats that the same text may have, and a century for
 * every column that may have years of two digits. Throws what `refuse` makes.
 */
export function checkDates({dates: usual, columns}: Dictionary, refuse: (message: string) => Error): void {
  const read = columns.flatMap((column) => (column.type === "date" ? [{column, formats: column.dates ?? usual}] : []));
  for (const {column, formats} of read) {
    const alike = confusable(formats);
    if (alike) {
      const [one, other] = alike.map(({name}) => name);
      throw refuse(`the dates ${one ?? ""} and ${other ?? ""} cannot be told apart. Keep one of the two.`);
    }
    const short = formats.find(hasShortYear);
    if (short === undefined || column.century !== undefined) continue;
    const message = `${short.name} has years of two digits, and column "${column.name}" does not say which century they are of`;
    throw refuse(`${message}. Write the first of the hundred years, e.g. "century: 1910" for 1910 to 2009.`);
  }
}
