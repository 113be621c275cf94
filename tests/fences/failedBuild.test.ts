import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {expect, test} from "vitest";
import {writeEdition} from "../cli/ledgerProject.ts";
import {temporaryFolder} from "../cli/runCommand.ts";
import {edition, program, wholeProject} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {filesBelow} from "./searchOutputs.ts";

/** Where the builds of these tests put what is confidential: the project's own place for it is not the tests'. */
const signOffOf = (out: string): string => `${out}-sign-off`;

/** A folder with outputs of an earlier build, and beside it what was signed off with them: they must stay as they are. */
function earlierOutputs(): string {
  const out = temporaryFolder();
  const outputs = {
    [path.join(out, "dist/index.html")]: "earlier page",
    [path.join(out, `releases/${edition}/release.json`)]: "earlier release",
    [path.join(signOffOf(out), edition, "sign-off.json")]: "earlier sign-off",
  };
  for (const [file, text] of Object.entries(outputs)) {
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  return out;
}

function expectUntouched(out: string): void {
  const files = filesBelow(out).map((file) => [path.relative(out, file), readFileSync(file, "utf8")]);
  expect(Object.fromEntries(files)).toEqual({
    "dist/index.html": "earlier page",
    [`releases/${edition}/release.json`]: "earlier release",
  });
  expect(readdirSync(out).toSorted()).toEqual(["dist", "releases"]);
  const signOff = path.join(signOffOf(out), edition, "sign-off.json");
  expect(filesBelow(signOffOf(out))).toEqual([signOff]);
  expect(readFileSync(signOff, "utf8")).toBe("earlier sign-off");
}

/** A project with one small edition. */
function project(...asks: readonly string[]): string {
  const folder = wholeProject();
  writeEdition(folder, edition, {asks: ["count clients", ...asks]});
  return folder;
}

/** What is called to build it, with further options. */
const building = (out: string, ...options: readonly string[]): string[] => [
  ...[program, "build", edition, "--no-pdf", "--out", out, "--sign-off", signOffOf(out), ...options],
];

const build = (folder: string, out: string, ...options: readonly string[]) =>
  spawnSync(process.execPath, building(out, ...options), {cwd: folder, encoding: "utf8", env: shellEnvironment()});

test("a build that an extract fails leaves the outputs of the last one", () => {
  const out = earlierOutputs();
  const broken = path.join(temporaryFolder(), "people.csv");
  writeFileSync(broken, "CLIENT,DOB\nCANARY-1,01/02/1970\n");
  const {status, stderr} = build(project(), out, "--extract", `people=${broken}`);
  expect(status).toBe(10);
  expect(stderr).not.toMatch(/CANARY|1970/);
  expectUntouched(out);
});

test("a build that fails after its release was made leaves the outputs of the last one", () => {
  const out = earlierOutputs();
  const {status, stderr} = build(project("claim count clients > 50"), out);
  // It names the released number.
  expect(stderr).toMatch(/count clients > 50.*\b20\b/);
  expect(status).toBe(11);
  expectUntouched(out);
});

/** Where a build prepares what is confidential: it does when its work on the first release begins. */
const signOffStaging = (out: string): string => path.join(signOffOf(out), ".staging");
const stagingIn = (folder: string): string | undefined =>
  existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith("building-")) : undefined;

/** Begins a build and waits until it prepares what is confidential; gives a way to end it by a signal. */
async function begunBuild(folder: string, out: string): Promise<(signal: NodeJS.Signals) => Promise<void>> {
  const child = spawn(process.execPath, building(out), {cwd: folder, stdio: "ignore", env: shellEnvironment()});
  const ended = once(child, "exit");
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  while (stagingIn(signOffStaging(out)) === undefined && !isOver()) await wait(20);
  expect(isOver()).toBe(false);
  return async (signal) => {
    child.kill(signal);
    await ended;
  };
}

test.each(["SIGINT", "SIGTERM"] as const)("a build that %s ends leaves the outputs of the last one", async (signal) => {
  const out = earlierOutputs();
  const end = await begunBuild(project(), out);
  await end(signal);
  expectUntouched(out);
});

test("a build that is killed outright leaves the outputs of the last one, and the next build clears up", async () => {
  const [folder, out] = [project(), earlierOutputs()];
  const end = await begunBuild(folder, out);
  await end("SIGKILL");
  const abandoned = stagingIn(signOffStaging(out));
  expect(abandoned).toBeDefined();
  expect(readFileSync(path.join(out, "dist/index.html"), "utf8")).toBe("earlier page");
  const next = build(folder, out, "--extract", "people=/nowhere.csv");
  expect(next.status).toBe(10);
  expect(stagingIn(signOffStaging(out))).toBeUndefined();
  expect(existsSync(path.join(folder, ".cache", abandoned!))).toBe(false);
  expectUntouched(out);
});
