import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {onTestFinished} from "vitest";
import type {Environment} from "../../src/cli/environment.ts";
import {smallprint} from "../../src/cli/smallprint.ts";

/** The project's root. */
export const root = path.resolve(import.meta.dirname, "../..");

/** What a command printed and how it ended. */
export interface Run {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command of the command line in this process; `changes` to the environment, e.g. another project. */
export async function runCommand(argv: readonly string[], changes: Partial<Environment> = {}): Promise<Run> {
  const printed = {output: "", errors: ""};
  const exitCode = await smallprint(argv, {
    root,
    cwd: root,
    isTerminal: false,
    today: "2026-01-31",
    byClock: changes.today ?? "2026-01-31",
    output: {write: (text) => (printed.output += text)},
    errors: {write: (text) => (printed.errors += text)},
    ...changes,
  });
  return {exitCode, ...printed};
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "smallprint-test-"));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  return folder;
}
