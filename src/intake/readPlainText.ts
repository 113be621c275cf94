import {readFileSync} from "node:fs";
import {attempt, plainFile} from "./plainFile.ts";
import {noText, type Refuse} from "./refuse.ts";

/** What people write by hand is far smaller; what is larger is another file than the one that was meant. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The text of a file in UTF-8 that people write: a report, a dictionary, boundaries. Refuses what is no plain file, cannot
 * be read, is larger than any such file, or is no text in UTF-8.
 */
export function readPlainText(path: string, refuse: Refuse): string {
  const {size} = plainFile(path, refuse);
  if (size > mostBytes)
    throw refuse({}, `this file is larger than ${mostBytes >> 20} MB. Give the file that was meant.`);
  const bytes = attempt(() => readFileSync(path), refuse);
  if (bytes.includes(0)) throw refuse({line: lineAt(bytes, bytes.indexOf(0))}, noText);
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw refuse({line: lineAt(bytes, firstBroken(bytes))}, "this file is not in UTF-8. Save it as UTF-8.");
  }
}

function lineAt(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).reduce((line, byte) => line + (byte === 10 ? 1 : 0), 1);
}

/** Where bytes stop being UTF-8: a decoder sets the mark of what it cannot read there. */
function firstBroken(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  for (let at = text.indexOf("\ufffd"), from = 0; at !== -1; at = text.indexOf("\ufffd", from)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (!bytes.subarray(offset, offset + 3).equals(Buffer.from("\ufffd"))) return offset;
    from = at + 1;
  }
  return 0;
}
