import {createReadStream, createWriteStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {Readable} from "node:stream";
import {TextDecoderStream} from "node:stream/web";
import type {Encoding} from "./inspectFile.ts";

/** Writes a text file again in UTF-8 without a byte order mark. Streams: the file may be larger than memory. */
export async function transcode(from: string, encoding: Encoding, to: string): Promise<void> {
  const decoded = Readable.toWeb(createReadStream(from)).pipeThrough(new TextDecoderStream(encoding) as never);
  await pipeline(Readable.fromWeb(decoded as never), createWriteStream(to, {mode: 0o600}));
}
