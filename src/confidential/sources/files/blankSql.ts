import type {Dictionary} from "../../dictionary/dictionary.ts";
import {sqlText} from "./sql.ts";

/**
 * True of a tidied text that means "no answer". DuckDB joins a table to look a text up where IN has many texts: one for each
 * of hundreds of columns, it runs out of memory.
 */
export function isBlank(tidied: string, {blank}: Pick<Dictionary, "blank">): string {
  return `list_contains([${blank.map(sqlText).join(", ")}], ${tidied})`;
}
