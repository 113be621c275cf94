import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {TestProject} from "vitest/node";
import {shellEnvironment} from "./shellEnvironment.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder that one `smallprint build --out` of the whole project wrote for all tests, and what it printed. */
    builtSite: {readonly folder: string; readonly log: string};
  }
}

const root = path.resolve(import.meta.dirname, "..");

/** Builds every edition once, as an analyst would, for all tests named `*.built.test.ts`. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "built-site-"));
  const command = [path.join(root, "src/cli/smallprint.mjs"), "build", "--out", folder];
  const {status, stdout, stderr} = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    env: shellEnvironment(),
  });
  const log = stdout + stderr;
  if (status !== 0) throw new Error(`the site for the tests was not built (exit code ${status}):\n${log}`);
  project.provide("builtSite", {folder, log});
  return () => {
    rmSync(folder, {recursive: true});
  };
}
