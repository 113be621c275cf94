import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {hasR, lastLine, median, medians, printTable, root, runs, runScript} from "../measure.ts";

const edition = "south-east-2007-08";
const extracts = path.join(root, "data/synthetic", edition);

/** Measured where R is installed, on two cores; printed, marked as recorded, where it is not. */
const recordedPeer = 7.1;

/** Times the whole report by stages, beside R Markdown drawing 31 plain figures from the same extracts. */
export function benchReport(): Promise<void> {
  const peers: number[] = [];
  const ours: Readonly<Record<string, number>>[] = [];
  const hasPeer = hasR(["rmarkdown", "ggplot2", "data.table"]);
  // In turn, so that what else the machine does meets both alike.
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const stages = runScript(path.join(import.meta.dirname, "buildReport.ts"), [edition]);
    ours.push({...stages, total: (performance.now() - start) / 1000});
    if (hasPeer) peers.push(timePeer());
  }
  const {"peak MB": peak = Number.NaN, ...stages} = medians(ours);
  const rows = Object.entries(stages).map(([stage, seconds]) => [stage, seconds.toFixed(2)]);
  printTable(["stage", "s"], rows);
  const peer = hasPeer ? median(peers) : recordedPeer;
  const total = stages.total ?? Number.NaN;
  process.stdout.write(
    `peak memory of the main process ${peak.toFixed(0)} MB (the browser that prints is apart)\n` +
      `R Markdown, ggplot2, data.table, 31 plain figures, HTML alone: ${peer.toFixed(2)} s ${hasPeer ? "(this run)" : "(recorded)"}\n` +
      `ours with figures, downloads and PDF takes ${(total / peer).toFixed(2)} times as long\n`,
  );
  return Promise.resolve();
}

function timePeer(): number {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-peer-"));
  const file = path.join(import.meta.dirname, "../peers/report.Rmd");
  const params = `list(prison = "${path.join(extracts, "prison.csv")}", community = "${path.join(extracts, "community.csv")}")`;
  const start = performance.now();
  try {
    lastLine("Rscript", [
      "-e",
      `rmarkdown::render("${file}", params = ${params}, output_dir = "${folder}", intermediates_dir = "${folder}", quiet = TRUE)`,
    ]);
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
