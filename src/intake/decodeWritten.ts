import {withoutMark} from "./byteOrderMark.ts";
import {hiddenSign} from "./hiddenSign.ts";
import {inspectText} from "./inspectText.ts";
import type {Refuse} from "./refuse.ts";

/** What stands where a letter could not be read, and was written back like that. */
const lostLetter = "\ufffd";

/**
 * The text of a file that people write: a report, a template, a dictionary. It is UTF-8, with or without a mark; what is
 * anything else is refused with words rather than read with letters that nobody wrote: UTF-16, Windows-1252, a zero among
 * the letters, a letter that was lost before, and a sign that nobody sees.
 */
export function decodeWritten(bytes: Buffer, refuse: Refuse): string {
  const {encoding} = inspectText(() => [bytes], {
    otherwise: "refuse",
    refuse: (place, message) =>
      refuse(place, message.startsWith("this is no text file") ? "this is no text file. Save it as UTF-8." : message),
  });
  if (encoding !== "utf-8") throw refuse({}, "the file is in UTF-16. Save it as UTF-8.");
  const text = withoutMark(bytes).toString("utf8");
  const lost = text.indexOf(lostLetter);
  if (lost !== -1) {
    const message = "a letter was lost here when the file was saved. Write it again and save the file as UTF-8.";
    throw refuse(placeOf(lost, text), message);
  }
  const hidden = hiddenSign(text);
  if (hidden === undefined) return text;
  throw refuse(placeOf(hidden.offset, text), `${hidden.what} stands here. Take it out.`);
}

function placeOf(offset: number, text: string): {readonly line: number; readonly column: number} {
  const before = text.slice(0, offset).split("\n");
  return {line: before.length, column: (before.at(-1) ?? "").length + 1};
}
