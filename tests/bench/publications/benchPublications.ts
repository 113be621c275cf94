import {DisclosureError} from "../../../src/audit/index.ts";
import {releaseSmall} from "../../leaky/peopleProject.ts";
import {printTable} from "../measure.ts";
import {randomPublication} from "./randomPublication.ts";

/** What became of a publication, and how long that took in seconds of processor time. */
interface Measured {
  readonly seed: string;
  readonly seconds: number;
  readonly isRefused: boolean;
  readonly cells: number;
  readonly withheld: number;
  /** Withheld cells that a longer search might have spared. */
  readonly givenUp: number;
}

/** Releases random publications, each with search, proof, attack and a second count of the proof, and prints how the time of the processor is spread. */
export async function benchPublications(many: number): Promise<void> {
  const measured: Measured[] = [];
  for (let at = 0; at < many; at += 1) measured.push(await measure(`publication ${String(at)}`));
  const seconds = measured.map((one) => one.seconds).toSorted((a, b) => a - b);
  const at = (part: number): string => (seconds[Math.ceil(part * seconds.length) - 1] ?? Number.NaN).toFixed(1);
  const sum = (of: (one: Measured) => number): string => String(measured.reduce((all, one) => all + of(one), 0));
  const counts = [
    sum((one) => Number(one.isRefused)),
    sum((one) => one.cells),
    sum((one) => one.withheld),
    sum((one) => one.givenUp),
  ];
  printTable(
    ["publications", "refused", "cells", "withheld", "given up", "median s", "90% s", "95% s", "longest s"],
    [[String(many), ...counts, at(0.5), at(0.9), at(0.95), at(1)]],
  );
  const slowest = measured.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5);
  process.stdout.write(`slowest: ${slowest.map((one) => `${one.seed} ${one.seconds.toFixed(1)} s`).join(", ")}\n`);
}

async function measure(seed: string): Promise<Measured> {
  const start = process.cpuUsage();
  const made = await releaseSmall(randomPublication(seed));
  const {user, system} = process.cpuUsage(start);
  const isRefused = made instanceof DisclosureError;
  const cells = isRefused ? [] : made.release.cells;
  const withheld = cells.filter(({cell}) => cell.status === "suppressed").length;
  const givenUp = isRefused ? 0 : made.givenUp.length;
  return {seed, seconds: (user + system) / 1_000_000, isRefused, cells: cells.length, withheld, givenUp};
}
