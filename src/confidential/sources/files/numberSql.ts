import {mostOfRow, type Dictionary, type NumberColumn} from "../../dictionary/dictionary.ts";
import type {NumberRule} from "../../dictionary/possibleFaults.ts";
import {isBlank} from "./blankSql.ts";
import {sqlText} from "./sql.ts";

/** Numbers that stand for a fault; no believed number comes near them. NULL stands for a blank. */
export const numberFaults = {
  "unreadable-number": -2_000_000_001,
  "beyond-limits": -2_000_000_002,
} as const satisfies Record<NumberRule, number>;

/** True of a number that is neither blank nor a fault. */
export function isNumber(number: string): string {
  return `coalesce(${number} > -2000000000, false)`;
}

/**
 * A tidied text as the number of records that a row stands for, or the number that says what is wrong with it. Digits alone:
 * what else a supplier writes there, an asterisk or "<5", says that the number is another one.
 */
export function countSql(tidied: string, dictionary: Dictionary): string {
  const count = `TRY_CAST(${tidied} AS BIGINT)`;
  return `(CASE WHEN ${isBlank(tidied, dictionary)} THEN NULL
    WHEN NOT regexp_full_match(${tidied}, '\\d+') THEN ${numberFaults["unreadable-number"]}
    WHEN coalesce(${count} <= ${String(mostOfRow)}, false) THEN ${count}
    ELSE ${numberFaults["beyond-limits"]} END)::INTEGER`;
}

/**
 * A tidied text as whole steps of the column's last decimal, or the number that says what is wrong with it. Digits alone are
 * read, with a minus before and a point within, and noughts behind the last decimal: a comma stands for thousands here and
 * for decimals there, and nobody can tell which is meant.
 */
export function numberSql(tidied: string, {decimals, from, to}: NumberColumn, dictionary: Dictionary): string {
  const fraction = decimals === 0 ? "0+" : `(\\d{1,${String(decimals)}}0*)`;
  const steps = `(TRY_CAST(${tidied} AS DECIMAL(18, ${String(decimals)})) * ${String(10 ** decimals)})::BIGINT`;
  return `(CASE WHEN ${isBlank(tidied, dictionary)} THEN NULL
    WHEN NOT regexp_full_match(${tidied}, ${sqlText(`-?\\d+(\\.${fraction})?`)}) THEN ${numberFaults["unreadable-number"]}
    WHEN coalesce(${steps} BETWEEN ${String(from)} AND ${String(to)}, false) THEN ${steps}
    ELSE ${numberFaults["beyond-limits"]} END)::INTEGER`;
}
