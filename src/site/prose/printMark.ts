import type {Cell} from "../../release/index.ts";
import {formatCell, meaningOfMark} from "../words/formatCell.ts";
import {escapeHtml} from "./escapeHtml.ts";
import type {Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

/** The place of a number that is not published: its mark, and what the mark means for those who hear the text. */
export function printMark(status: Exclude<Cell["status"], "published">, reading: Reading): Printed {
  const mark = formatCell({status}, {measure: "count", decimals: 0, mark: reading.publication.report.policy.mark}).text;
  const meaning = meaningOfMark(status);
  if (reading.meets(`mark ${mark}`)) {
    reading.leaveNote({kind: "mark", id: `mark-${status}`, html: `<b>${escapeHtml(mark)}</b> ${escapeHtml(meaning)}`});
  }
  const html = `<span class="withheld">${escapeHtml(mark)}<span class="spoken"> (${escapeHtml(meaning)})</span></span>`;
  return {html, text: `${mark} (${meaning})`};
}
