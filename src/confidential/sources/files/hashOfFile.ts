import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";

/** SHA-256 of a file's bytes, in hexadecimal, however large it is. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
