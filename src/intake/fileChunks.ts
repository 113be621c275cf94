import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import type {Refuse} from "./refuse.ts";

/** The bytes of a text, as often as they are asked for. */
export type Chunks = () => Iterable<Buffer>;

const chunkBytes = {least: 4096, most: 4 * 1024 * 1024} as const;
/** Tables that people make are small: what unpacks to more than this is none of them. */
const mostUnpackedBytes = 256 * 1024 * 1024;

/** The bytes of a file, piece by piece. */
export function* fileChunks(path: string): Generator<Buffer, void> {
  const file = openSync(path, "r");
  try {
    const {size} = fstatSync(file);
    for (let position = 0; ;) {
      // A small file takes a small buffer: large ones make the whole memory be swept after every few files.
      const left = Math.max(size - position, chunkBytes.least);
      const chunk = Buffer.allocUnsafe(Math.min(left, chunkBytes.most));
      const read = readSync(file, chunk, 0, chunk.length, position);
      if (read === 0) return;
      position += read;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** The bytes that gzip compressed into a small file. Refuses one that is broken, or holds more behind what it compressed. */
export function unpack(packed: Buffer, refuse: Refuse): Buffer {
  const unpacked = gunzip(packed);
  if (unpacked?.engine.bytesWritten !== packed.length) throw refuse({}, brokenArchive);
  return unpacked.buffer;
}

/** What is unpacked, and how much of the file that took: Node stops in silence at a zero between two members. */
interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: {readonly bytesWritten: number};
}

function gunzip(packed: Buffer): Unpacked | undefined {
  try {
    // With `info`, Node gives more than its types say.
    return gunzipSync(packed, {maxOutputLength: mostUnpackedBytes, info: true}) as unknown as Unpacked;
  } catch {
    return undefined;
  }
}

/** What to say of a compressed file that ends early or was changed. */
export const brokenArchive = "the compressed file is broken or breaks off. Compress it again, or give it unpacked.";
