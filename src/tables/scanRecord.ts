/** What a run of bytes is as one record of a CSV file. `open`: a quotation mark is still waiting for its partner. */
export interface RecordScan {
  readonly state: "whole" | "open" | "broken";
  readonly fields: number;
  /** Whether every parser reads it alike: no blank around quotation marks, and none of these within an unquoted field. */
  readonly isStrict: boolean;
}

const quote = 34;
const [space, tab] = [32, 9];

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
  let isStrict = true;
  for (;;) {
    fields++;
    const start = at;
    at = endOfBlanks(bytes, at, delimiter);
    if (bytes[at] === quote) {
      const end = endOfQuoted(bytes, at + 1);
      if (end === bytes.length) return {state: "open", fields, isStrict};
      take?.(at + 1, end, true);
      const next = endOfBlanks(bytes, end + 1, delimiter);
      isStrict &&= at === start && next === end + 1;
      at = next;
      if (at < bytes.length && bytes[at] !== delimiter) return {state: "broken", fields, isStrict};
    } else {
      for (; at < bytes.length && bytes[at] !== delimiter; at++) isStrict &&= bytes[at] !== quote;
      take?.(start, at, false);
    }
    if (at >= bytes.length) return {state: "whole", fields, isStrict};
    at++;
  }
}

function endOfBlanks(bytes: Uint8Array, from: number, delimiter: number): number {
  let at = from;
  while ((bytes[at] === space || bytes[at] === tab) && bytes[at] !== delimiter) at++;
  return at;
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

/** A record of these fields that every parser reads alike. */
export function strictRecord(fields: readonly string[], delimiter: number): Buffer {
  const quoted = fields.map((field) => `"${field.replaceAll('"', '""')}"`);
  return Buffer.from(quoted.join(String.fromCharCode(delimiter)));
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
