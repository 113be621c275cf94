import {releaseFor, type Cell} from "../../release/index.ts";
import {markOf} from "../words/marks.ts";
import {escapeHtml} from "./escapeHtml.ts";
import type {Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

/** The place of a number that is not published: its mark, and what the mark means for those who hear the text. */
export function printMark(cell: Exclude<Cell, {status: "published"}>, reading: Reading): Printed {
  const {text: mark, meaning} = markOf(cell, releaseFor("this", reading.releases).disclosure.policy.mark);
  if (reading.meets(`mark ${mark}`)) {
    reading.leaveNote({kind: "mark", id: idOf(cell), html: `<b>${escapeHtml(mark)}</b> ${escapeHtml(meaning)}`});
  }
  const html = `<span class="withheld">${escapeHtml(mark)}<span class="spoken"> (${escapeHtml(meaning)})</span></span>`;
  return {html, text: `${mark} (${meaning})`};
}

function idOf(cell: Exclude<Cell, {status: "published"}>): string {
  const own = cell.status === "suppressed" ? cell.mark : undefined;
  return own === undefined ? `mark-${cell.status}` : `mark-${cell.status}-${own}`;
}
