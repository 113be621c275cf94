import {auditText} from "../auditText.ts";
import type {Findings} from "../finding.ts";
import {readPdf} from "./readPdf.ts";

export interface AuditedPdf {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Every number that stands in the edition's page, which was audited place by place. */
  readonly numbers: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

/**
 * The PDF is printed from the edition's page: a number in it has to stand on that page, too, or be a page's own number
 * or one of the contents. Nothing is attached to it.
 */
export async function auditPdf({file, bytes, numbers, phrases}: AuditedPdf, findings: Findings): Promise<void> {
  const {texts, pages, attachments} = await readPdf(bytes);
  for (const {place, text} of texts) {
    const page = /^page (\d+)$/.exec(place)?.[1];
    const words = page === undefined ? text : withoutPageNumbers(text, {page: Number(page), pages});
    auditText({text: words, file, place, kind: "PDF", numbers, phrases}, findings);
  }
  for (const name of attachments) {
    findings.add({
      file,
      place: "attachments",
      what: `a file is attached (${name.replace(/\d/g, "…")}): what it holds is not audited`,
      remedy: "Print the PDF without attachments",
    });
  }
}

/** A page without its own number at its foot, and contents without the numbers of the pages they lead to. */
function withoutPageNumbers(text: string, {page, pages}: {page: number; pages: number}): string {
  const lines = text.split("\n").map((line) => line.trim());
  const isContents = lines.slice(0, 1).some((line) => /^Contents\b|\bContents$/.test(line));
  return lines
    .map((line, index) => {
      // The foot stands right beneath the running head, however the page is laid out.
      if (index < 2) return line.replace(new RegExp(`^${String(page)}(?!\\d)|(?<!\\d)${String(page)}$`), " ");
      const [, last] = /\s(\d{1,3})$/.exec(line) ?? [];
      return isContents && last !== undefined && Number(last) <= pages ? line.replace(/\d{1,3}$/, " ") : line;
    })
    .join("\n");
}
