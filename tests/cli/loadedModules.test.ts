import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {shellEnvironment} from "../shellEnvironment.ts";
import {root, temporaryFolder} from "./runCommand.ts";

const hook = path.join(root, "tests/cli/listLoaded.mjs");

/** Runs a command as an analyst runs it, and lists what it loads. */
function run(argv: readonly string[], list: string): void {
  const program = path.join(root, "src/cli/smallprint.mjs");
  const env = {...shellEnvironment(), LOADED: list};
  const ended = spawnSync(process.execPath, ["--import", hook, program, ...argv], {cwd: root, env, encoding: "utf8"});
  expect(ended).toMatchObject({status: 0, stderr: ""});
}

/** Zones of the program and packages that a command loads. */
function loadedBy(...argv: readonly string[]): ReadonlySet<string> {
  const list = path.join(temporaryFolder(), "loaded");
  run(argv, list);
  const names = readFileSync(list, "utf8").matchAll(/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)|\/src\/([^/\n]+)\//g);
  return new Set([...names].map(([, name, zone]) => name ?? zone ?? ""));
}

test("help loads the command line alone", () => {
  expect([...loadedBy("--help")].toSorted()).toEqual(["cli", "commander", "intake", "picocolors"]);
});

test("protecting a table opens no database, draws nothing and reads no PDF", () => {
  const folder = temporaryFolder();
  const counts = path.join(folder, "counts.csv");
  writeFileSync(counts, "area,sex,n\nA,f,12\nA,m,20\nB,f,3\nB,m,4\n");
  const out = path.join(folder, "safe.csv");
  const loaded = loadedBy("protect", counts, "--by", "area,sex", "--count", "n", "--out", out);
  expect(loaded).toContain("confidential");
  const idle = ["@duckdb/node-api", "pdfjs-dist", "d3", "@observablehq/plot", "astro", "puppeteer", "pdf-lib", "site"];
  expect(idle.filter((name) => loaded.has(name))).toEqual([]);
});

test("what was read once is kept compiled, beside what builds keep", () => {
  const listed = path.join(temporaryFolder(), "loaded");
  run(["--version"], listed);
  expect(readFileSync(listed, "utf8")).toContain(`\ncompiled in ${path.join(root, ".cache/compiled")}${path.sep}`);
});
