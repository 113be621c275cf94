/** What a run of bytes is as one record of a CSV file. `open`: a quotation mark is still waiting for its partner. */
export interface RecordScan {
  readonly state: "whole" | "open" | "broken";
  readonly fields: number;
}

const quote = 34;
const space = 32;

/**
 * Counts the fields of a record by RFC 4180; blanks around quotation marks are allowed, and a quotation mark in the
 * middle of an unquoted field is a character like any other. `take`, where given, is told the bytes of every field.
 */
export function scanRecord(
  bytes: Uint8Array,
  delimiter: number,
  take?: (from: number, to: number, isQuoted: boolean) => void,
): RecordScan {
  let fields = 0;
  let at = 0;
  for (;;) {
    fields++;
    const start = at;
    while (bytes[at] === space && delimiter !== space) at++;
    if (bytes[at] === quote) {
      const end = endOfQuoted(bytes, at + 1);
      if (end === bytes.length) return {state: "open", fields};
      take?.(at + 1, end, true);
      at = end + 1;
      while (bytes[at] === space && delimiter !== space) at++;
      if (at < bytes.length && bytes[at] !== delimiter) return {state: "broken", fields};
    } else {
      while (at < bytes.length && bytes[at] !== delimiter) at++;
      take?.(start, at, false);
    }
    if (at >= bytes.length) return {state: "whole", fields};
    at++;
  }
}

/** The texts of a record's fields, without quotation marks. */
export function fieldsOf(bytes: Buffer, delimiter: number): readonly string[] {
  const fields: string[] = [];
  scanRecord(bytes, delimiter, (from, to, isQuoted) => {
    const text = bytes.toString("utf8", from, to);
    fields.push(isQuoted ? text.replaceAll('""', '"') : text);
  });
  return fields;
}

/** Index of the closing quotation mark, or the length where there is none. */
function endOfQuoted(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at;
    at++;
  }
  return bytes.length;
}
