import {createReadStream, createWriteStream, mkdtempSync, statSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {brokenArchive, fileKind, type Refuse} from "../../../intake/index.ts";
import {isMachines} from "./kindOfFailure.ts";

/** A file that can be read, and what it is. */
export interface ReadableFile {
  /** Absolute path. */
  readonly path: string;
  readonly kind: "text" | "parquet";
}

/**
 * What is in a file that gzip compressed, unpacked into a private folder; another file stays where it is. Refuses what
 * `fileKind` does, and a compressed file that is broken.
 */
export async function unpackFile(path: string, folder: string, refuse: Refuse): Promise<ReadableFile> {
  const kind = fileKind(path, refuse);
  // DuckDB takes a backslash in a name for a sign of its own.
  const isReadable = kind !== "gzip" && !path.includes("\\");
  if (isReadable) return {path, kind};
  const inside = join(mkdtempSync(join(folder, "unpacked-")), "extract");
  if (kind !== "gzip") {
    symlinkSync(path, inside);
    return {path: inside, kind};
  }
  const gunzip = createGunzip();
  try {
    await pipeline(createReadStream(path), gunzip, createWriteStream(inside, {mode: 0o600}));
  } catch (error) {
    if (isMachines(error)) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw refuse({}, code.startsWith("Z_") ? brokenArchive : `the file could not be unpacked (${code}).`);
  }
  // Node stops in silence at a zero between two members: the rows behind it would be lost.
  if (gunzip.bytesWritten !== statSync(path).size) throw refuse({}, brokenArchive);
  const found = fileKind(inside, refuse);
  if (found === "gzip") throw refuse({}, "the file was compressed twice. Unpack it once.");
  return {path: inside, kind: found};
}
