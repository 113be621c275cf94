import {parseDecimal} from "../../intake/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import type {PublicRow} from "./parseCsv.ts";

/** What the rows of a table of groups have to keep to. */
export interface PeopleOfRows {
  /** The column that counts the people of each row. */
  readonly column: string;
  /** Groups of fewer are refused: the threshold of the report's policy. */
  readonly fewest: number;
  readonly file: string;
}

/**
 * Checks that every row of a table of groups of people is of enough of them, whether or not the report asks for it: what
 * else stands in the row would be known of each of a few. Throws DictionaryError with the line; the number is not told.
 */
export function checkGroupsOfPeople(rows: readonly PublicRow[], {column, fewest, file}: PeopleOfRows): void {
  for (const {line, fields} of rows) {
    const people = parseDecimal(fields.get(column) ?? "") ?? 0;
    if (Number.isInteger(people) && people >= fewest) continue;
    const what = `"${column}" is not a whole number of people, ${String(fewest)} or more, as the policy asks of a group`;
    throw new DictionaryError({file, line}, `${what}. Put the row together with a neighbour.`);
  }
}
