import {escapeHtml} from "./escapeHtml.ts";

/** What a directive puts into the text: as HTML, and as plain words for titles, files and alternative texts. */
export interface Printed {
  readonly html: string;
  readonly text: string;
}

/** Plain words. */
export function printWords(text: string): Printed {
  return {html: escapeHtml(text), text};
}

/** Nothing, as for a claim. */
export const nothing: Printed = {html: "", text: ""};
