/** Signs that commonly stand between the fields of a table. */
export const usualDelimiters = [",", ";", "\t", "|"] as const;

/** A delimiter as a message names it. */
export function describeDelimiter(sign: string): string {
  return sign === "\t" ? "tabs" : `"${sign}"`;
}

/**
 * Whether a sign can part fields: one of ASCII, as files are read by their bytes, that is no letter, no digit, no
 * quotation mark, and no end of a line.
 */
export function fitsDelimiter(sign: string): boolean {
  return /^[\t\x20-\x7e]$/.test(sign) && fitsSeparator(sign);
}

/** Whether a sign can part the codes of one field, where it need not be of ASCII. */
export function fitsSeparator(sign: string): boolean {
  return (
    sign.length === 1 &&
    /^[^\p{L}\p{N}\p{M}\p{Cs}"]$/u.test(sign) &&
    !/^[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029]$/.test(sign)
  );
}
