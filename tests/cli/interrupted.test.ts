import {spawnSync} from "node:child_process";
import {readdirSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {FileLock} from "../../src/files/index.ts";
import {program} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {kept, ledgerProject, run, writeEdition} from "./ledgerProject.ts";
import {root as source} from "./runCommand.ts";

const asks = ["", " drug=heroin", " drug=cannabis", " drug=old-drug"].map((at) => `count clients${at}`);

const computations = [
  ["the search over tables", "protectModel.ts", "SIGTERM", 143],
  ["the search for a better pattern", "improvePattern.ts", "SIGINT", 130],
  ["the search for people", "PeopleSearch.ts", "SIGTERM", 143],
  ["the check of the people found", "stepByStep", "SIGINT", 130],
  ["the attack on the release", "attack.ts", "SIGTERM", 143],
] as const;

/** Every file below a folder, and every folder that holds none. */
const below = (root: string, folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), {recursive: true, encoding: "utf8"}).toSorted();

test.each(computations)(
  "a signal in %s ends a release at once, which leaves all as it was",
  async (...[, file, signal, code]) => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks});
    expect(await run(root, "release", "first")).toMatchObject({exitCode: 0});
    const before = [below(root, "data"), below(root, ".cache")];
    writeEdition(root, "first", {asks: [...asks, "share clients drug=cannabis"]});
    const preload = path.join(source, "tests/cli/signalAt.mjs");
    const {status} = spawnSync(process.execPath, ["--import", preload, program, "release", "first"], {
      cwd: root,
      env: {...shellEnvironment(), SIGNAL: signal, SIGNAL_IN: file, SIGNAL_AT: "1"},
    });
    expect(status).toBe(code);
    expect([below(root, "data"), below(root, ".cache")]).toEqual(before);
    expect(kept(root, "first")).toEqual(["release.json"]);
    const lock = FileLock.take(path.join(root, ".cache/ledger.lock"));
    lock?.[Symbol.dispose]();
    expect(lock).toBeDefined();
  },
);
