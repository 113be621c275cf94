import {withoutMark} from "./byteOrderMark.ts";
import type {Encoding} from "./encoding.ts";
import type {Chunks} from "./fileChunks.ts";
import {noText, type Refuse} from "./refuse.ts";

/** The text in UTF-8 without a mark, piece by piece. Refuses bytes that the encoding does not define. */
export function* decodeText(chunks: Chunks, encoding: Encoding, refuse: Refuse): Generator<Buffer, void> {
  if (encoding === "utf-8") {
    let isFirst = true;
    for (const chunk of chunks()) {
      yield isFirst ? withoutMark(chunk) : chunk;
      isFirst = false;
    }
    return;
  }
  const decoder = new TextDecoder(encoding, {fatal: true});
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode());
    } catch {
      throw refuse({}, `the file holds bytes that are no ${encoding}. Save it as UTF-8, or name its encoding.`);
    }
  };
  for (const chunk of chunks()) {
    const text = decode(chunk);
    if (text.includes(0)) throw refuse({}, noText);
    yield text;
  }
  yield decode();
}
