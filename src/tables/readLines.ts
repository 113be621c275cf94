/** A physical line of a text without its ending; lines count from 1. */
export interface PhysicalLine {
  readonly number: number;
  readonly bytes: Buffer;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The lines of a text in UTF-8, each ended by LF, CRLF or CR, in any mixture. */
export function* readLines(chunks: Iterable<Buffer>): Generator<PhysicalLine, void> {
  let carried: Buffer = Buffer.alloc(0);
  let number = 0;
  for (const chunk of chunks) {
    const bytes: Buffer = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    let from = 0;
    for (const {at, width} of endings(bytes)) {
      yield {number: ++number, bytes: bytes.subarray(from, at)};
      from = at + width;
    }
    carried = bytes.subarray(from);
  }
  const isEnded = carried.at(-1) === carriageReturn;
  if (carried.length > 0) yield {number: number + 1, bytes: isEnded ? carried.subarray(0, -1) : carried};
}

/** Where lines end; a CR that ends the bytes is left, because an LF may follow it. */
function* endings(bytes: Buffer): Generator<{readonly at: number; readonly width: number}> {
  let nextReturn = bytes.indexOf(carriageReturn);
  let nextFeed = bytes.indexOf(lineFeed);
  while (nextReturn !== -1 || nextFeed !== -1) {
    if (nextReturn === -1 || (nextFeed !== -1 && nextFeed < nextReturn)) {
      yield {at: nextFeed, width: 1};
      nextFeed = bytes.indexOf(lineFeed, nextFeed + 1);
      continue;
    }
    if (nextReturn === bytes.length - 1) return;
    const width = nextFeed === nextReturn + 1 ? 2 : 1;
    yield {at: nextReturn, width};
    if (width === 2) nextFeed = bytes.indexOf(lineFeed, nextFeed + 1);
    nextReturn = bytes.indexOf(carriageReturn, nextReturn + 1);
  }
}
