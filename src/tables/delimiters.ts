/** Signs that commonly stand between the fields of a table. */
export const usualDelimiters = [",", ";", "\t", "|"] as const;

/** A delimiter as a message names it. */
export function describeDelimiter(sign: string): string {
  return sign === "\t" ? "tabs" : `"${sign}"`;
}
