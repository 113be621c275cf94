import {isUtf8} from "node:buffer";
import {hasMark, withoutMark} from "./byteOrderMark.ts";
import type {Encoding} from "./encoding.ts";
import type {Chunks} from "./fileChunks.ts";
import {readLines} from "./readLines.ts";
import {noText, type Refuse} from "./refuse.ts";

export interface EncodingOptions {
  /** As the report says; otherwise found out. */
  readonly encoding?: Encoding | undefined;
  /** Whether a text that is neither UTF-8 nor UTF-16 is taken for Windows-1252, or refused. */
  readonly otherwise: "windows-1252" | "refuse";
  readonly refuse: Refuse;
}

interface FoundEncoding {
  readonly encoding: Encoding;
  readonly isAssumed: boolean;
}

/** Bytes that Windows-1252 gives no letter. Source: the index of windows-1252 in the WHATWG's Encoding Standard. */
const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * The encoding of a text: as stated, by its byte order mark, by the zeros that UTF-16 leaves, or UTF-8 where every byte
 * fits. What is none of these is Windows-1252 or refused, as `otherwise` says. `look` is shown the bytes of a text in
 * UTF-8 without their mark. Refuses a text that holds a zero, or bytes that its encoding does not define.
 */
export function findEncoding(
  chunks: Chunks,
  {encoding, otherwise, refuse}: EncodingOptions,
  look: (bytes: Buffer) => void,
): FoundEncoding {
  const known = encoding ?? wideEncoding(chunks);
  if (known !== undefined && known !== "utf-8") {
    if (known === "windows-1252") refuseUndefined(chunks, refuse);
    return {encoding: known, isAssumed: false};
  }
  const isAllUtf8 = readAsUtf8(chunks, refuse, look);
  if (isAllUtf8) return {encoding: "utf-8", isAssumed: false};
  const line = lineOf(chunks, (bytes) => !isUtf8(bytes));
  if (encoding === "utf-8" || otherwise === "refuse" || hasMark(firstOf(chunks))) {
    throw refuse({line}, "the line holds bytes that are no UTF-8. Save the file as UTF-8.");
  }
  refuseMixture(chunks, line, refuse);
  refuseUndefined(chunks, refuse);
  return {encoding: "windows-1252", isAssumed: true};
}

/** UTF-16 by its mark, or by the zeros that Latin letters and delimiters leave in every other byte of it. */
function wideEncoding(chunks: Chunks): Encoding | undefined {
  const sample = firstOf(chunks).subarray(0, 4096);
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf-16be";
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (odd > sample.length / 4 && even < odd / 8) return "utf-16le";
  if (even > sample.length / 4 && odd < even / 8) return "utf-16be";
  return undefined;
}

function readAsUtf8(chunks: Chunks, refuse: Refuse, look: (bytes: Buffer) => void): boolean {
  let isAllUtf8 = true;
  let carried: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for (const chunk of chunks()) {
    const bytes: Buffer = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    const whole = bytes.subarray(0, characterBoundary(bytes));
    carried = bytes.subarray(whole.length);
    isAllUtf8 &&= isUtf8(whole);
    if (whole.includes(0)) throw refuse({}, noText);
    look(isFirst ? withoutMark(whole) : whole);
    isFirst = false;
  }
  return isAllUtf8 && carried.length === 0;
}

/** How many of the bytes can be judged: a character of UTF-8 that they cut in two is left for later. */
function characterBoundary(bytes: Buffer): number {
  for (let end = bytes.length; end > bytes.length - 4 && end > 0; end--) {
    const last = bytes[end - 1] ?? 0;
    if (last < 0x80) return bytes.length;
    if (last < 0xc0) continue;
    const needed = last >= 0xf0 ? 4 : last >= 0xe0 ? 3 : 2;
    return bytes.length - end + 1 < needed ? end - 1 : bytes.length;
  }
  return bytes.length;
}

/** Two files of two encodings, one put behind the other, can be read as neither. */
function refuseMixture(chunks: Chunks, otherLine: number, refuse: Refuse): void {
  const isWide = (bytes: Buffer): boolean => bytes.some((byte) => byte >= 0x80) && isUtf8(bytes);
  const utf8Line = lineOf(chunks, isWide);
  if (utf8Line === 0) return;
  const message = `the line holds bytes that are no UTF-8, while line ${utf8Line} is in UTF-8. Save the whole file in one encoding.`;
  throw refuse({line: otherLine}, message);
}

function refuseUndefined(chunks: Chunks, refuse: Refuse): void {
  const line = lineOf(chunks, (bytes) => undefinedBytes.some((byte) => bytes.includes(byte)));
  if (line === 0) return;
  const message =
    "the line holds bytes that Windows-1252 does not define. Save the file as UTF-8, or name its encoding.";
  throw refuse({line}, message);
}

/** The first line whose bytes are so, from 1; 0 where none is. */
function lineOf(chunks: Chunks, isSo: (line: Buffer) => boolean): number {
  for (const {number, bytes} of readLines(chunks())) if (isSo(bytes)) return number;
  return 0;
}

function firstOf(chunks: Chunks): Buffer {
  for (const chunk of chunks()) return chunk;
  return Buffer.alloc(0);
}
