import type {DownloadedReport, DownloadFile, Format, WrittenFile} from "./format.ts";
import {formats} from "./formats.ts";

/**
 * Every file that readers of a report can download: those of each figure and table in every format, those of the whole
 * report, and what holds all of them. The same report gives the same bytes.
 */
export function reportFiles(
  report: DownloadedReport,
  known: Readonly<Record<string, Format>> = formats,
): readonly DownloadFile[] {
  const all = Object.values(known);
  const own = report.items.flatMap((item) =>
    all.flatMap((format) => format.ofItem(item).map((file) => ({...asDownload(file, format), id: item.id}))),
  );
  const whole = all.flatMap((format) => format.ofReport(report).map((file) => asDownload(file, format)));
  const files = [...own, ...whole];
  const archives = all.flatMap((format) => format.ofFiles(files, report).map((file) => asDownload(file, format)));
  return [...files, ...archives];
}

function asDownload(file: WrittenFile, {name, type}: Format): DownloadFile {
  return {...file, format: name, type};
}
