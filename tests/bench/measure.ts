import {spawnSync} from "node:child_process";
import {cpus, loadavg} from "node:os";
import path from "node:path";

/** How often everything is measured; the median counts. */
export const runs = 3;

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** What else the machine is doing decides what a time is worth. */
export function describeMachine(): string {
  return `${cpus().length} cores, load average ${loadavg()[0]?.toFixed(2) ?? "unknown"}, Node ${process.versions.node}`;
}

/** The middle of an odd number of measurements. Throws RangeError where there is none. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError("there is nothing to take the median of");
  return middle;
}

/** Medians name by name over several runs that measured the same things. */
export function medians(measured: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const names = Object.keys(measured[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(measured.map((run) => run[name] ?? Number.NaN))]));
}

/** Runs a program to its end and returns the last line that it printed. Throws Error with what it complained of. */
export function lastLine(program: string, args: readonly string[]): string {
  const {status, stdout, stderr, error} = spawnSync(program, args, {cwd: root, encoding: "utf8"});
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""} failed:\n${stderr}`);
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

/** Runs a script of ours in a process of its own; its last line is JSON of named numbers. */
export function runScript(script: string, args: readonly string[]): Readonly<Record<string, number>> {
  return JSON.parse(lastLine(process.execPath, [script, ...args])) as Readonly<Record<string, number>>;
}

/** Whether R is installed with all of some packages. */
export function hasR(packages: readonly string[]): boolean {
  const all = packages.map((name) => `requireNamespace("${name}", quietly = TRUE)`).join(" && ");
  return spawnSync("Rscript", ["-e", `quit(status = if (${all}) 0 else 1)`]).status === 0;
}

/** Prints rows under a heading, the first column to the left, numbers to the right; as wide as asked, or as needed. */
export function printTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  least: readonly number[] = [],
): void {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) =>
    Math.max(least[column] ?? 0, ...all.map((row) => row[column]?.length ?? 0)),
  );
  const pad = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  process.stdout.write(`${all.map((row) => row.map(pad).join("  ")).join("\n")}\n`);
}
