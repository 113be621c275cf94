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

/** A folder with outputs of an earlier build, which must stay as they are. */
function earlierOutputs(): string {
  const out = temporaryFolder();
  const outputs = {"dist/index.html": "earlier page", [`releases/${edition}/release.json`]: "earlier release"};
  for (const [name, text] of Object.entries(outputs)) {
    mkdirSync(path.dirname(path.join(out, name)), {recursive: true});
    writeFileSync(path.join(out, name), text);
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
}

const smallprint = path.join(root, "src/cli/smallprint.mjs");
/** What is confidential goes beside the outputs: the project's own place for it is not the tests'. */
const build = (out: string): string[] => [
  ...[smallprint, "build", edition, "--no-pdf", "--out", out, "--sign-off", `${out}-sign-off`],
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

test.each(["SIGINT", "SIGTERM"] as const)("a build that %s ends leaves the outputs of the last one", async (signal) => {
  const out = earlierOutputs();
  const child = spawn(process.execPath, build(out), {stdio: "ignore", env: shellEnvironment()});
  const ended = once(child, "exit");
  // The staging folder appears when the work has begun.
  while (!readdirSync(out).some((name) => name.startsWith("building-"))) await wait(20);
  child.kill(signal);
  await ended;
  expectUntouched(out);
});

test("a build that is killed outright leaves the outputs of the last one, and the next build clears up", async () => {
  const out = earlierOutputs();
  const child = spawn(process.execPath, build(out), {stdio: "ignore", env: shellEnvironment()});
  const ended = once(child, "exit");
  const staging = (): string | undefined => readdirSync(out).find((name) => name.startsWith("building-"));
  while (staging() === undefined) await wait(20);
  child.kill("SIGKILL");
  await ended;
  const abandoned = staging();
  expect(readFileSync(path.join(out, "dist/index.html"), "utf8")).toBe("earlier page");
  const next = spawnSync(process.execPath, [...build(out), "--extract", "prison=/nowhere.csv"], {
    encoding: "utf8",
    env: shellEnvironment(),
  });
  expect(next.status).toBe(10);
  expect(existsSync(path.join(out, abandoned ?? "nothing"))).toBe(false);
  expectUntouched(out);
});
