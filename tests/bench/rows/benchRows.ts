import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {hasR, lastLine, medians, printTable, root, runs, runScript} from "../measure.ts";
import {multiplyExtract} from "./multiplyExtract.ts";

const synthetic = path.join(root, "data/synthetic/south-east-2007-08/prison.csv");
const sizes = [10_000, 100_000, 1_000_000] as const;

/** Measured at a million forms where R is installed; printed, marked as recorded, where it is not. */
const recordedPeer = {forms: 1_000_000, seconds: 4.1, megabytes: 360} as const;

type Measured = Readonly<Record<string, number>>;

/** Times reading, checking and counting extracts of growing size, beside peers that do not check. */
export async function benchRows(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-rows-"));
  try {
    const rows: string[][] = [];
    for (const forms of sizes) rows.push(...(await measureSize(forms, folder)));
    printTable(["who", "forms", "read s", "count s", "s", "peak MB", "clients"], rows);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function measureSize(forms: number, folder: string): Promise<string[][]> {
  const whole = path.join(folder, "whole.csv");
  const broken = path.join(folder, "broken.csv");
  await multiplyExtract({from: synthetic, to: whole, forms, withBrokenRows: false});
  await multiplyExtract({from: synthetic, to: broken, forms, withBrokenRows: true});
  const script = (name: string): string => path.join(import.meta.dirname, name);
  const contenders: [string, () => Measured][] = [
    ["smallprint", () => runScript(script("countForms.ts"), [whole])],
    ["smallprint, broken rows too", () => runScript(script("countForms.ts"), [broken])],
    ["DuckDB alone", () => runScript(script("countBare.ts"), [whole])],
    ...(hasR(["data.table"]) ? [["data.table", () => runPeer(whole)] as [string, () => Measured]] : []),
  ];
  const measured = contenders.map(([name]) => ({name, results: [] as Measured[]}));
  // In turn, so that what else the machine does meets all alike.
  for (let run = 0; run < runs; run++) contenders.forEach(([, measure], at) => measured[at]?.results.push(measure()));
  const rows = measured.map(({name, results}) => describe(name, forms, medians(results)));
  const isRecorded = contenders.length === 3 && forms === recordedPeer.forms;
  return isRecorded ? [...rows, describe("data.table (recorded)", forms, recordedPeer)] : rows;
}

function runPeer(file: string): Measured {
  const line = lastLine("Rscript", [path.join(import.meta.dirname, "../peers/tabulate.R"), file]);
  const [seconds = "", megabytes = "", clients = ""] = line.split(" ");
  return {seconds: Number(seconds), megabytes: Number(megabytes), clients: Number(clients)};
}

function describe(name: string, forms: number, {read, count, seconds, megabytes, clients}: Measured): string[] {
  const show = (value: number | undefined, decimals: number): string => value?.toFixed(decimals) ?? "";
  return [name, String(forms), show(read, 2), show(count, 2), show(seconds, 2), show(megabytes, 0), show(clients, 0)];
}
