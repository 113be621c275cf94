import {blankRanges, invisibleRanges} from "../../../intake/index.ts";
import {sqlText} from "./sql.ts";

const [blanks, invisibles] = [blankRanges, invisibleRanges].map(classOf) as [string, string];

/** `tidyLabel` of a text, in SQL. */
export function tidyLabelSql(raw: string): string {
  const visible = `regexp_replace(${raw}, ${sqlText(`[${invisibles}]+`)}, '', 'g')`;
  return ifNeeded(raw, `nfc_normalize(trim(regexp_replace(${visible}, ${sqlText(`[${blanks}]+`)}, ' ', 'g')))`);
}

/** `tidyReference` of a text, in SQL. */
export function tidyReferenceSql(raw: string): string {
  const ends = `[${blanks}${invisibles}]+`;
  return ifNeeded(raw, `nfc_normalize(regexp_replace(${raw}, ${sqlText(`^${ends}|${ends}$`)}, '', 'g'))`);
}

/** Printable ASCII without a blank needs no tidying, and is quick to tell. */
function ifNeeded(raw: string, tidied: string): string {
  return `CASE WHEN ${raw} = '' OR regexp_full_match(${raw}, '[!-~]+') THEN ${raw} ELSE ${tidied} END`;
}

function classOf(ranges: readonly (readonly [number, number])[]): string {
  return ranges.map(([from, to]) => `\\x{${from.toString(16)}}-\\x{${to.toString(16)}}`).join("");
}
