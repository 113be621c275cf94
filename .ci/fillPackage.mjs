#!/usr/bin/env node
// Fills lib/ with what an installed package runs: the source compiled, because Node reads no TypeScript in node_modules, and
// beside it what the pages are made with. npm calls it before it packs, and takes lib/ away again afterwards.
import {spawnSync} from "node:child_process";
import {copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const [source, lib] = ["src", "lib"].map((name) => path.join(root, name));

rmSync(lib, {recursive: true, force: true});
const compiler = path.join(root, "node_modules/typescript/bin/tsc");
const {status} = spawnSync(process.execPath, [compiler, "-p", path.join(root, ".ci/tsconfig.package.json")], {
  stdio: ["ignore", 2, 2],
});
if (status !== 0) process.exit(1);

/** What a component imports of us is compiled beside it. */
const ofCompiled = (text) => text.replaceAll(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, "$1$2.js$1");

// What a new project begins with, as it is.
cpSync(path.join(source, "cli/new/starter"), path.join(lib, "cli/new/starter"), {recursive: true});

for (const name of readdirSync(source, {recursive: true})) {
  if (!/\.(astro|css|svg)$/.test(name)) continue;
  const [from, to] = [path.join(source, name), path.join(lib, name)];
  mkdirSync(path.dirname(to), {recursive: true});
  if (name.endsWith(".astro")) writeFileSync(to, ofCompiled(readFileSync(from, "utf8")));
  else copyFileSync(from, to);
}
