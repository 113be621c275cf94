import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {expect, test} from "vitest";
import {ledgerProject, writeEdition} from "../cli/ledgerProject.ts";
import {root, temporaryFolder} from "../cli/runCommand.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {filesBelow} from "./searchOutputs.ts";

const edition = "south-east-2007-08";

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

const smallprint = path.join(root, "src/cli/smallprint.mjs");
const build = (out: string): string[] => [
  ...[smallprint, "build", edition, "--no-pdf", "--out", out, "--sign-off", signOffOf(out)],
];

test("a build that an extract fails leaves the outputs of the last one", () => {
  const out = earlierOutputs();
  const broken = path.join(temporaryFolder(), "prison.csv");
  writeFileSync(broken, "CLIENTID,DOB\nCANARY-1,01/02/1970\n");
  const {status, stderr} = spawnSync(process.execPath, [...build(out), "--extract", `prison=${broken}`], {
    encoding: "utf8",
    env: shellEnvironment(),
  });
  expect(status).toBe(10);
  expect(stderr).not.toMatch(/CANARY|1970/);
  expectUntouched(out);
});

test("a build that fails after its release was made leaves the outputs of the last one", () => {
  const project = ledgerProject();
  for (const name of ["src", "node_modules", "package.json"])
    symlinkSync(path.join(root, name), path.join(project, name));
  writeEdition(project, edition, {asks: ["count clients", "claim count clients > 50"]});
  const out = earlierOutputs();
  const program = `
    const {smallprint} = await import(${JSON.stringify(path.join(root, "src/cli/smallprint.ts"))});
    const {processEnvironment} = await import(${JSON.stringify(path.join(root, "src/cli/environment.ts"))});
    const environment = {...processEnvironment(), root: ${JSON.stringify(project)}};
    process.exitCode = await smallprint(process.argv.slice(1), environment);`;
  const argv = ["build", edition, "--no-pdf", "--out", out];
  const {status, stderr} = spawnSync(process.execPath, ["--input-type=module", "-e", program, ...argv], {
    encoding: "utf8",
    env: shellEnvironment(),
  });
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
async function begunBuild(out: string): Promise<(signal: NodeJS.Signals) => Promise<void>> {
  const child = spawn(process.execPath, build(out), {stdio: "ignore", env: shellEnvironment()});
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
  const end = await begunBuild(out);
  await end(signal);
  expectUntouched(out);
});

test("a build that is killed outright leaves the outputs of the last one, and the next build clears up", async () => {
  const out = earlierOutputs();
  const end = await begunBuild(out);
  await end("SIGKILL");
  const abandoned = stagingIn(signOffStaging(out));
  expect(abandoned).toBeDefined();
  expect(readFileSync(path.join(out, "dist/index.html"), "utf8")).toBe("earlier page");
  const next = spawnSync(process.execPath, [...build(out), "--extract", "prison=/nowhere.csv"], {
    encoding: "utf8",
    env: shellEnvironment(),
  });
  expect(next.status).toBe(10);
  expect(stagingIn(signOffStaging(out))).toBeUndefined();
  expect(existsSync(path.join(root, ".cache", abandoned!))).toBe(false);
  expectUntouched(out);
});
