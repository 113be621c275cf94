import {withoutMark} from "./byteOrderMark.ts";
import {inspectText} from "./inspectText.ts";
import type {Refuse} from "./refuse.ts";

/** What stands where a letter could not be read, and was written back like that. */
const lostLetter = "\ufffd";

/**
 * The text of a file that people write: a report, a template, a dictionary. It is UTF-8, with or without a mark; what is
 * anything else is refused with words rather than read with letters that nobody wrote: UTF-16, Windows-1252, a zero among
 * the letters, and a letter that was lost before.
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
  if (lost === -1) return text;
  const before = text.slice(0, lost).split("\n");
  const place = {line: before.length, column: (before.at(-1) ?? "").length + 1};
  throw refuse(place, "a letter was lost here when the file was saved. Write it again and save the file as UTF-8.");
}
