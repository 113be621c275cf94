import {unzipSync} from "fflate";
import {auditText} from "../auditText.ts";
import type {Findings} from "../finding.ts";

export interface AuditedZip {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The bytes of a file of the edition, by its path in the edition's folder. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly phrases: readonly string[];
}

/** An archive holds files of the edition as they stand beside it, and a README that tells their sizes. */
export function auditZip({file, bytes, read, phrases}: AuditedZip, findings: Findings): void {
  const entries = Object.entries(unzipSync(bytes));
  findings.count("archives", entries.length);
  // An archive's comment is the last thing in it; its length stands right before.
  if (Buffer.from(bytes.slice(-2)).readUInt16LE(0) !== 0) {
    const what = "the archive has a comment";
    findings.add({file, place: "the end of the file", what, remedy: "Pack the archive again: build again"});
  }
  for (const [path, content] of entries) {
    const place = `file ${path}`;
    if (/^README\.txt$/.test(path)) {
      const text = withoutSizes(Buffer.from(content).toString("utf8"), new Map(entries));
      auditText({text, file, place, kind: "archives", numbers: new Set(), phrases}, findings);
    } else if (!isSame(content, read(path))) {
      const what = "it differs from the file of that name beside the archive, which was audited";
      findings.add({file, place, what, remedy: "Pack the archive again: build again"});
    }
  }
}

function isSame(content: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(content, other) === 0;
}

/** `  data/sex.csv  Figure 3, data (2 KB)`, where that is the file's size. */
function withoutSizes(readme: string, entries: ReadonlyMap<string, Uint8Array>): string {
  const lines = readme.split("\n").map((line) => {
    const [, path = "", told = "", unit] = /^ {2}(\S+) {2}.*\(([\d.]+) ([KM])B\)$/.exec(line) ?? [];
    const size = (entries.get(path)?.length ?? NaN) / (unit === "K" ? 1000 : 1_000_000);
    const isTrue = Math.abs(Number(told) - size) < (unit === "K" ? 1 : 0.051);
    return isTrue ? line.replace(/^ {2}\S+|\([\d.]+ [KM]B\)$/g, "") : line;
  });
  return lines.join("\n");
}
