import {inflateSync} from "node:zlib";
import {unzipSync} from "fflate";

/** Every client reference of a synthetic extract starts with this. */
const canary = "CANARY-";

/** Whether a made-up client's reference stands in some bytes, in whatever way they pack it. */
export function holdsCanary(bytes: Uint8Array): boolean {
  return packedIn(bytes).some((text) => text.includes(canary));
}

/** The bytes as text in the usual encodings, and whatever an archive or a PDF holds inflated. */
function packedIn(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes);
  const raw = buffer.toString("latin1");
  if (raw.startsWith("PK")) return [raw, ...Object.values(unzipSync(bytes)).flatMap(packedIn)];
  if (raw.startsWith("%PDF")) return [raw, ...inflated(buffer, raw)];
  return [raw, buffer.toString("utf16le")];
}

function inflated(buffer: Buffer, raw: string): readonly string[] {
  return [...raw.matchAll(/stream\r?\n/g)].flatMap(({index, 0: mark}) => {
    const start = index + mark.length;
    try {
      return [inflateSync(buffer.subarray(start, raw.indexOf("endstream", start))).toString("latin1")];
    } catch {
      // Not every stream is deflated; those that are not stand in the raw text.
      return [];
    }
  });
}
