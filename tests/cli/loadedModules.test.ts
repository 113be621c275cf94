import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {edition, program, wholeProject} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {root, temporaryFolder} from "./runCommand.ts";

const ofBuilds = ["astro", "vite", "puppeteer-core", "pdf-lib"];
const hook = path.join(root, "tests/cli/listLoaded.mjs");

const smallprint = path.join(root, "src/cli/smallprint.mjs");

/** Runs a program with a command and lists what it loads. */
function run([program, ...argv]: readonly [string, ...string[]], list: string, cwd = root): void {
  const env = {...shellEnvironment(), NODE_COMPILE_CACHE: undefined, LOADED: list};
  const ended = spawnSync(process.execPath, ["--import", hook, program, ...argv], {cwd, env, encoding: "utf8"});
  expect(ended).toMatchObject({status: 0, stderr: ""});
}

/** Zones of the program and packages that it loads. */
function loadedBy(call: readonly [string, ...string[]], cwd = root): ReadonlySet<string> {
  const list = path.join(temporaryFolder(), "loaded");
  run(call, list, cwd);
  const names = readFileSync(list, "utf8").matchAll(/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)|\/src\/([^/\n]+)\//g);
  return new Set([...names].map(([, name, zone]) => name ?? zone ?? ""));
}

test("help loads the command line alone", () => {
  expect([...loadedBy([smallprint, "--help"])].toSorted()).toEqual(["cli", "commander", "intake", "picocolors"]);
});

test("protecting a table opens no database, draws nothing and reads no PDF", () => {
  const folder = temporaryFolder();
  const counts = path.join(folder, "counts.csv");
  writeFileSync(counts, "area,sex,n\nA,f,12\nA,m,20\nB,f,3\nB,m,4\n");
  const out = path.join(folder, "safe.csv");
  const loaded = loadedBy([smallprint, "protect", counts, "--by", "area,sex", "--count", "n", "--out", out]);
  expect(loaded).toContain("confidential");
  const idle = ["@duckdb/node-api", "pdfjs-dist", "d3", "@observablehq/plot", "site", ...ofBuilds];
  expect(idle.filter((name) => loaded.has(name))).toEqual([]);
});

test.each([
  ["check", ["@duckdb/node-api"]],
  ["release", []],
])("%s draws every figure, and loads nothing that builds or prints pages", (command, idle) => {
  const loaded = loadedBy([program, command, edition], wholeProject());
  expect(loaded).toContain("@observablehq/plot");
  expect([...idle, "pdfjs-dist", ...ofBuilds].filter((name) => loaded.has(name))).toEqual([]);
});

test("what was read once is kept compiled, beside what builds keep", () => {
  const listed = path.join(temporaryFolder(), "loaded");
  run([smallprint, "--version"], listed);
  expect(readFileSync(listed, "utf8")).toContain(`\ncompiled in ${path.join(root, ".cache/compiled")}${path.sep}`);
});
