import type {FigureData} from "../tidy/figureData.ts";
import type {ToldDifference} from "../prose/differencesOf.ts";
import type {ReadmeWords} from "./zip/readme.ts";

/** A figure or table to be downloaded. */
export interface Downloadable {
  readonly kind: "figure" | "table";
  /** File names are made of it. */
  readonly id: string;
  readonly number: string;
  /** Plain text. */
  readonly title: string;
  readonly data: FigureData;
  /** The drawing as a file; absent for tables and for figures of which nothing is published. */
  readonly svg?: string;
}

/** A report as formats are given it. Everything in it was released. */
export interface DownloadedReport {
  readonly items: readonly Downloadable[];
  readonly words: ReadmeWords;
  /** Those that the text prints. */
  readonly differences: readonly ToldDifference[];
}

/** A file that a format writes. */
export interface WrittenFile {
  /** From the report's folder: `data/sex-by-setting.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What a link to it says: "All figures and tables, data". */
  readonly label: string;
}

/** A file that readers can download. */
export interface DownloadFile extends WrittenFile {
  /** As readers know the format: "CSV". */
  readonly format: string;
  /** Media type with its character set. */
  readonly type: string;
  /** The figure or table that it belongs to; absent for files of the whole report. */
  readonly id?: string;
}

/**
 * A format of downloads: pure functions from what was released to files. The same report gives the same bytes. Each of the
 * three writes what it has to write, and may write nothing.
 */
export interface Format {
  /** As readers know it: "CSV". */
  readonly name: string;
  /** Media type with its character set: "text/csv; charset=utf-8". */
  readonly type: string;
  /** The files of one figure or table. */
  readonly ofItem: (item: Downloadable) => readonly WrittenFile[];
  /** Files of the whole report. */
  readonly ofReport: (report: DownloadedReport) => readonly WrittenFile[];
  /** Files that hold the files of all formats: archives. */
  readonly ofFiles: (files: readonly WrittenFile[], report: DownloadedReport) => readonly WrittenFile[];
}

/** What links call a figure or table: "Figure 5". */
export function nameOfItem({kind, number}: Pick<Downloadable, "kind" | "number">): string {
  return `${kind === "figure" ? "Figure" : "Table"} ${number}`;
}

/** A text as the bytes of a file. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
