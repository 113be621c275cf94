import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {runCommand, temporaryFolder, type Run} from "./runCommand.ts";

/** Four small counts and nothing to protect them with but totals. */
const counts = ["sex,area,n", "men,kent,1", "men,surrey,2", "women,kent,3", "women,surrey,4"];

async function protect(...options: readonly string[]): Promise<Run & {readonly withheld: number}> {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "counts.csv"), `${counts.join("\n")}\n`);
  const argv = ["protect", "counts.csv", "--by", "sex,area", "--count", "n", "--out", "safe.csv", ...options];
  const run = await runCommand(argv, {cwd});
  const withheld = readFileSync(path.join(cwd, "safe.csv"), "utf8").split("suppressed").length - 1;
  return {...run, withheld};
}

test("protect prints how many counts are withheld, as everybody can count, and not how many of them are small", async () => {
  const {output, withheld, exitCode} = await protect();
  expect(exitCode).toBe(0);
  expect(withheld).toBeGreaterThan(0);
  expect(output).toContain(`safe.csv: 9 cells with totals, ${withheld} withheld (`);
  expect(output).not.toMatch(/unsafe|further/);
});

test("protect tells the analyst who asks how many of them are small", async () => {
  const {output, withheld} = await protect("--show-confidential");
  const told = /, (\d+) unsafe, (\d+) more in small groups and (\d+) further withheld/.exec(output);
  const [unsafe = 0, ...others] = (told ?? []).slice(1).map(Number);
  expect(unsafe).toBe(6);
  expect(others.reduce((sum, more) => sum + more, unsafe)).toBe(withheld);
});
