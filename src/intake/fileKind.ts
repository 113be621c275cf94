import {closeSync, openSync, readSync} from "node:fs";
import {attempt, plainFile} from "./plainFile.ts";
import type {Refuse} from "./refuse.ts";

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = "text" | "parquet" | "gzip";

const sampleBytes = 4096;

/** First bytes of files that hold no text, and what to do about them. */
const foreign: readonly (readonly [start: string, what: string])[] = [
  ["d0cf11e0a1b11ae1", "this is a workbook and no CSV file. Save its sheet as CSV UTF-8 and give that"],
  ["fd377a585a00", "this is a compressed file (xz). Unpack it and give what is in it"],
  ["28b52ffd", "this is a compressed file (Zstandard). Unpack it and give what is in it"],
  ["377abcaf271c", "this is an archive (7-Zip). Unpack it and give what is in it"],
  ["526172211a07", "this is an archive (RAR). Unpack it and give what is in it"],
  ["255044462d", "this is a PDF. Give the table as CSV"],
];

/** How bzip2 begins: `BZh` and a digit, as a column may be called, then the mark of a block or of the end. */
const bzip2 = /^425a683[1-9](314159265359|177245385090)/;

/**
 * Finds out what a file is. Refuses what is no file, cannot be read, or holds no text: workbooks and archives with their
 * own words, everything else with a zero among its bytes as no text.
 */
export function fileKind(path: string, refuse: Refuse): FileKind {
  return kindOf(firstBytes(path, refuse), refuse);
}

/** What a file is whose first bytes, or all of them, are at hand. Refuses what holds no text, as `fileKind` does. */
export function kindOf(bytes: Buffer, refuse: Refuse): FileKind {
  const start = bytes.subarray(0, sampleBytes);
  const isStart = (hex: string): boolean => start.subarray(0, hex.length / 2).toString("hex") === hex;
  // A column may be called PAR1 too; the numbers of a Parquet file are never without a zero.
  if (isStart("50415231") && start.includes(0)) return "parquet";
  if (isStart("1f8b")) return "gzip";
  if (isStart("504b0304")) throw refuse({}, `${describeZip(start)}.`);
  const found = foreign.find(([hex]) => isStart(hex));
  if (found) throw refuse({}, `${found[1]}.`);
  if (bzip2.test(start.toString("hex", 0, 10))) {
    throw refuse({}, "this is a compressed file (bzip2). Unpack it and give what is in it.");
  }
  return "text";
}

function firstBytes(path: string, refuse: Refuse): Buffer {
  plainFile(path, refuse);
  return attempt(() => {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(sampleBytes);
      return bytes.subarray(0, readSync(file, bytes, 0, sampleBytes, 0));
    } finally {
      closeSync(file);
    }
  }, refuse);
}

/** Workbooks are zipped folders with parts of known names. */
function describeZip(start: Buffer): string {
  const text = start.toString("latin1");
  const isWorkbook = /\[Content_Types\]\.xml|xl\/|application\/vnd\.oasis\.opendocument/.test(text);
  return isWorkbook
    ? "this is a workbook and no CSV file. Save its sheet as CSV UTF-8 and give that"
    : "this is a compressed file (zip). Unpack it and give what is in it";
}
