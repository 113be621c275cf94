import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {runs} from "../invariants/runs.ts";
import {program} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {kept, ledgerProject, run, writeEdition} from "./ledgerProject.ts";
import {root as source} from "./runCommand.ts";

const [old, revised] = [
  ["count clients drug=cannabis"],
  ["count clients drug=cannabis", "count clients drug=old-drug"],
];

/** Processes of their own have the same number in every container. */
const container = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--mount-proc"] as const;
const hasContainers = spawnSync(container[0], [...container.slice(1), "true"]).status === 0;

/** Runs a command in a process of its own, which is killed at its n-th change after it has noted what it will move. */
function runKilled(project: string, killAt: number, argv: readonly string[]): NodeJS.Signals | number | null {
  const preload = path.join(source, "tests/files/killAt.mjs");
  const call = [process.execPath, "--import", preload, program, ...argv];
  // The first process of a container cannot be killed from within: a shell is that.
  const [command = "", ...rest] = hasContainers ? [...container, "sh", "-c", '"$@"; exit $?', "sh", ...call] : call;
  const {signal, status} = spawnSync(command, rest, {
    cwd: project,
    env: {...shellEnvironment(), KILL_AT: String(killAt)},
  });
  return signal ?? status;
}

/** A project with a release that is out, and a revision of it that was not released yet. */
async function project(): Promise<string> {
  const root = ledgerProject();
  writeEdition(root, "first", {asks: old});
  expect(await run(root, "release", "first")).toMatchObject({exitCode: 0});
  writeEdition(root, "first", {asks: revised});
  return root;
}

const buildsIn = (root: string): readonly string[] =>
  readdirSync(path.join(root, ".cache")).filter((name) => name.startsWith("building-"));

/** Every change takes some twenty seconds: the usual run tries one that falls between two moves. */
const changes = runs({usual: 1, long: 0}) === 1 ? [4] : Array.from({length: 12}, (_, index) => index + 1);

describe("a release that is killed between two of its moves", () => {
  test.each(changes)("at change %i is undone before the next command reads the ledger", async (killAt) => {
    const root = await project();
    const signedOff = readFileSync(path.join(root, "data/extracts/sign-off/first/sign-off.json"), "utf8");
    expect(["SIGKILL", 137]).toContain(runKilled(root, killAt, ["release", "first"]));
    expect(buildsIn(root)).toHaveLength(1);
    // A trial in another process reads the ledger, and adds nothing to it.
    expect(runKilled(root, 0, ["release", "first", "--out", path.join(root, "trial")])).toBe(0);
    expect(kept(root, "first")).toEqual(["release.json"]);
    const release = readFileSync(path.join(root, "data/releases/first/release.json"), "utf8");
    expect(JSON.parse(release)).toMatchObject({answers: old});
    expect(readFileSync(path.join(root, "data/extracts/sign-off/first/sign-off.json"), "utf8")).toBe(signedOff);
    expect(buildsIn(root)).toEqual([]);
    expect(await run(root, "release", "first")).toMatchObject({exitCode: 0, errors: ""});
    expect(kept(root, "first")).toEqual(["release.json", "replaced/1.json"]);
    expect(existsSync(path.join(root, "data/extracts/sign-off/.staging"))).toBe(true);
    expect(readdirSync(path.join(root, "data/extracts/sign-off/.staging"))).toEqual([]);
  });
});

test("two releases of a project are not made at once, and a trial beside one is", async () => {
  const root = await project();
  const [one, other] = await Promise.all([run(root, "release", "first"), run(root, "release", "first")]);
  expect([one.exitCode, other.exitCode].toSorted()).toEqual([0, 15]);
  expect(one.errors + other.errors).toContain("another release or build of this project is at work");
  const both = await Promise.all([run(root, "release", "first"), run(root, "release", "first", "--out", "trial")]);
  expect(both.map(({exitCode}) => exitCode)).toEqual([0, 0]);
});
