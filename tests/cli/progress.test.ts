import {expect, test} from "vitest";
import {createProgress} from "../../src/cli/progress.ts";
import {runCommand} from "./runCommand.ts";
import {ledgerProject, writeEdition} from "./ledgerProject.ts";

const asks = ["count clients", "count clients drug=heroin", "count clients drug=cannabis"];

/** What stood on each line of a terminal, one after the other, without colours. */
function linesOf(written: string): readonly string[] {
  return written.replaceAll(/\u001b\[[\d;]*m/g, "").split(/\r\u001b\[K|\n/);
}

test("whoever watches a release or an audit is told what it is doing, and a log is not", async () => {
  const root = ledgerProject();
  writeEdition(root, "first", {asks});
  const watched = await runCommand(["release", "first"], {root, cwd: root, isTerminal: true});
  expect(watched.exitCode).toBe(0);
  const told = linesOf(watched.output);
  const doing = told.flatMap((line) => /^… Release of first (.+)$/.exec(line)?.slice(1) ?? []);
  expect(doing).toEqual([
    "reads the records",
    "counts what the report asks",
    "looks for what to withhold",
    "looks for other people who print the same",
    "attacks the release",
    "writes it",
  ]);
  expect(told.filter((line) => line.startsWith("✓")).map((line) => line.replace(/[\d.]+ s$/, "s"))).toEqual([
    "✓ Check of first s",
    "✓ Release of first s",
  ]);
  const again = await runCommand(["release", "first"], {root, cwd: root, isTerminal: true});
  expect(again.output).toContain("counts the proof at hand again");
  const audited = await runCommand(["audit", "first"], {root, cwd: root, isTerminal: true});
  expect(linesOf(audited.output)).toContain("… Audit of first");
  const logged = await runCommand(["release", "first"], {root, cwd: root});
  expect(logged.output).not.toMatch(/[…✓\r]/);
});

test("a step that fails is marked, and nothing of what it was doing is left on its line", async () => {
  let written = "";
  const output = {write: (text: string) => (written += text)};
  const {step} = createProgress({output, isTerminal: true} as Parameters<typeof createProgress>[0]);
  await expect(
    step("Site", (tell) => {
      tell("draws");
      return Promise.reject(new Error("no room"));
    }),
  ).rejects.toThrow("no room");
  expect(linesOf(written)).toEqual(["", "… Site", "… Site draws", "✗ Site", ""]);
});
