import {spawn} from "node:child_process";
import {mkdtempSync, openSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {TestProject} from "vitest/node";
import {shellEnvironment} from "./shellEnvironment.ts";

/** What one `smallprint build --out` of the whole project leaves for all tests named `*.built.test.ts`. */
export interface BuiltSite {
  readonly folder: string;
  /** Folder with what is confidential of every edition. */
  readonly signOff: string;
  /** File with what the build prints. */
  readonly log: string;
  /** File with the path of every file that the build opens, in the order of opening. */
  readonly opened: string;
  /** File that appears when the build has ended, with its exit code. */
  readonly ended: string;
}

declare module "vitest" {
  interface ProvidedContext {
    builtSite: BuiltSite;
  }
}

const root = path.resolve(import.meta.dirname, "..");

/**
 * Begins to build every edition, once for all tests, as an analyst would. Other tests run meanwhile; those that read
 * the site wait for it in `awaitBuiltSite.ts`.
 */
export function setup(project: TestProject): () => Promise<void> {
  const about = mkdtempSync(path.join(tmpdir(), "built-site-"));
  const within = (name: string): string => path.join(about, name);
  const [opened, ended] = [within("opened"), within("ended")];
  const site = {folder: within("out"), signOff: within("sign-off"), log: within("log"), opened, ended};
  const places = ["--out", site.folder, "--sign-off", site.signOff];
  const watch = ["--import", path.join(root, "tests/fences/countOpens.ts")];
  const command = [...watch, path.join(root, "src/cli/smallprint.mjs"), "build", "--afresh", ...places];
  const env = {...shellEnvironment(), OPENED_FILES: opened};
  const log = openSync(site.log, "w");
  const build = spawn(process.execPath, command, {cwd: root, stdio: ["ignore", log, log], env});
  const end = new Promise<void>((done) => {
    build.once("exit", (code) => {
      writeFileSync(site.ended, String(code));
      done();
    });
  });
  project.provide("builtSite", site);
  return async () => {
    build.kill();
    await end;
    rmSync(about, {recursive: true, force: true});
  };
}
