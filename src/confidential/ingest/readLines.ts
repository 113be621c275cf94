import {closeSync, openSync, readSync} from "node:fs";

/** A physical line of a file without its ending; lines count from 1. */
export interface PhysicalLine {
  readonly number: number;
  readonly bytes: Buffer;
}

const chunkBytes = 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;

/** The lines of a UTF-8 file, ended by LF or CRLF, or by CR where the file has no LF; a byte order mark is left out. */
export function* readLines(path: string): Generator<PhysicalLine, void> {
  const file = openSync(path, "r");
  try {
    yield* linesOf(file);
  } finally {
    closeSync(file);
  }
}

function* linesOf(file: number): Generator<PhysicalLine, void> {
  let carried: Buffer = Buffer.alloc(0);
  let number = 0;
  let ending: number | undefined;
  for (let position = 0; ;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const read = readSync(file, chunk, 0, chunkBytes, position);
    if (read === 0) break;
    const start = position === 0 && chunk.subarray(0, 3).equals(Buffer.from("\ufeff")) ? 3 : 0;
    position += read;
    const bytes = Buffer.concat([carried, chunk.subarray(start, read)]);
    ending ??= bytes.includes(lineFeed) || !bytes.includes(carriageReturn) ? lineFeed : carriageReturn;
    let from = 0;
    for (let at = bytes.indexOf(ending); at !== -1; at = bytes.indexOf(ending, from)) {
      yield {number: ++number, bytes: withoutReturn(bytes.subarray(from, at))};
      from = at + 1;
    }
    carried = bytes.subarray(from);
  }
  if (carried.length > 0) yield {number: number + 1, bytes: withoutReturn(carried)};
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
