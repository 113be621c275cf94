import {isUtf8} from "node:buffer";
import {closeSync, openSync, readSync} from "node:fs";

/** How the bytes of a file stand for text; `binary` is no text at all. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "parquet" | "binary";

export interface FileInspection {
  readonly encoding: Encoding;
  /** Line feeds in the bytes; means something for UTF-8 only. */
  readonly lineFeeds: number;
  readonly bytes: number;
  readonly endsWithLineFeed: boolean;
  /** Whether the first line ends in CR and LF. */
  readonly hasReturns: boolean;
}

const chunkBytes = 4 * 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Finds out how a file is encoded, from its byte order mark or from its bytes. What is not UTF-8 is taken for
 * Windows-1252, of which Latin-1 is a part for every printable character.
 */
export function inspectFile(path: string): FileInspection {
  const file = openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const first = chunk.subarray(0, readSync(file, chunk, 0, chunkBytes, 0));
    const marked = markedEncoding(first);
    if (marked)
      return {encoding: marked, lineFeeds: 0, bytes: first.length, endsWithLineFeed: false, hasReturns: false};
    return inspectBytes(file, chunk);
  } finally {
    closeSync(file);
  }
}

function markedEncoding(start: Buffer): Encoding | undefined {
  if (start.subarray(0, 4).equals(Buffer.from("PAR1"))) return "parquet";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  // Text without a mark: Latin letters and delimiters leave a zero in every other byte of UTF-16.
  const sample = start.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  if (odd > sample.length / 4 && even === 0) return "utf-16le";
  if (even > sample.length / 4 && odd === 0) return "utf-16be";
  return "binary";
}

function inspectBytes(file: number, chunk: Buffer): FileInspection {
  let position = 0;
  let lineFeeds = 0;
  let isAllUtf8 = true;
  let last = -1;
  let hasReturns = false;
  for (;;) {
    const read = readSync(file, chunk, 0, chunkBytes, position);
    if (read === 0) break;
    const whole = read < chunkBytes ? read : characterBoundary(chunk, read);
    const bytes = chunk.subarray(0, whole);
    isAllUtf8 &&= isUtf8(bytes);
    if (bytes.includes(0))
      return {encoding: "binary", lineFeeds, bytes: position, endsWithLineFeed: false, hasReturns: false};
    if (lineFeeds === 0) hasReturns = bytes[bytes.indexOf(lineFeed) - 1] === carriageReturn;
    lineFeeds += countLineFeeds(bytes);
    last = bytes[whole - 1] ?? last;
    position += whole;
  }
  const encoding = isAllUtf8 ? "utf-8" : "windows-1252";
  return {encoding, lineFeeds, bytes: position, endsWithLineFeed: last === lineFeed, hasReturns};
}

/** The last place in a full chunk where no UTF-8 character is cut in two. */
function characterBoundary(chunk: Buffer, length: number): number {
  for (let end = length; end > length - 4; end--) {
    const next = chunk[end - 1] ?? 0;
    if (next < 0x80) return end;
    if (next >= 0xc0) return end - 1;
  }
  return length;
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
