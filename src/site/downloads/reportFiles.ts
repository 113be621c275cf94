import type {FigureData} from "../figures/figureData.ts";
import type {ToldDifference} from "../prose/differencesOf.ts";
import {differencesCsv} from "./differencesCsv.ts";
import {readme, type ReadmeWords} from "./readme.ts";
import {tidyCsv} from "./tidyCsv.ts";
import {zipFiles} from "./zipFiles.ts";

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

export interface DownloadFile {
  /** From the report's folder: `data/sex-by-setting.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What a link to it says: "Figure 5, data". */
  readonly label: string;
  readonly format: "CSV" | "SVG" | "ZIP";
  /** The figure or table that it belongs to; absent for files of the whole report. */
  readonly id?: string;
}

/**
 * Every file that readers of a report can download: data and drawing of each figure and table, all data in one file,
 * the differences that the text prints, and everything in one ZIP with a README. The same report gives the same bytes.
 */
export function reportFiles(
  items: readonly Downloadable[],
  words: ReadmeWords,
  differences: readonly ToldDifference[],
): readonly DownloadFile[] {
  const own = items.flatMap(filesOf);
  const all = items.flatMap(({kind, id, data}) => data.rows.map((row) => ({row, shownIn: `${kind} ${id}`})));
  const whole: DownloadFile = {
    path: `data/${words.id}.csv`,
    bytes: encode(tidyCsv(all)),
    label: "All figures and tables, data",
    format: "CSV",
  };
  const files = [...own, whole, ...filesOfDifferences(differences, words.id)];
  const bytes = zipFiles([{path: "README.txt", bytes: encode(readme(words, files))}, ...files], words.published);
  return [...files, {path: `data/${words.id}.zip`, bytes, label: "All data and drawings", format: "ZIP"}];
}

/** Those that the text prints, where it prints any. */
function filesOfDifferences(differences: readonly ToldDifference[], id: string): readonly DownloadFile[] {
  if (differences.length === 0) return [];
  const bytes = encode(differencesCsv(differences));
  return [
    {path: `data/${id}-differences.csv`, bytes, label: "Differences of the text and their intervals", format: "CSV"},
  ];
}

function filesOf({kind, id, number, data, svg}: Downloadable): readonly DownloadFile[] {
  const name = `${kind === "figure" ? "Figure" : "Table"} ${number}`;
  const csv = tidyCsv(data.rows.map((row) => ({row})));
  const table: DownloadFile = {path: `data/${id}.csv`, bytes: encode(csv), label: `${name}, data`, format: "CSV", id};
  if (svg === undefined) return [table];
  return [table, {path: `figures/${id}.svg`, bytes: encode(svg), label: `${name}, drawing`, format: "SVG", id}];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
