import {spawnSync} from "node:child_process";
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {filesBelow} from "../fences/searchOutputs.ts";
import {canMount} from "../files/runMounted.ts";
import {edition, program, wholeProject} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";

/** A command of a project, run after `conditions` (commands of a shell, in the project) that it alone lives under. */
interface Tried {
  readonly conditions: readonly string[];
  readonly command: readonly string[];
}

function tryIn(
  project: string,
  {conditions, command}: Tried,
): {readonly exitCode: number | null; readonly printed: string} {
  const run = ["exec", process.execPath, program, ...command].join(" ");
  const script = [`cd ${project}`, ...conditions, `cd ${project}`, run].join(" && ");
  const isMounting = conditions.some((line) => line.startsWith("mount"));
  const namespace = isMounting ? ["unshare", "--user", "--map-root-user", "--mount"] : [];
  const [shell = "", ...argv] = [...namespace, "sh", "-c", script];
  const {status, stdout, stderr} = spawnSync(shell, argv, {encoding: "utf8", env: shellEnvironment()});
  return {exitCode: status, printed: stdout + stderr};
}

/** A project with a site of an earlier build. */
function projectWithSite(): string {
  const project = wholeProject();
  for (const folder of ["dist", "tmp", ".cache", "data/extracts/sign-off"])
    mkdirSync(path.join(project, folder), {recursive: true});
  writeFileSync(path.join(project, "dist/index.html"), "old page");
  return project;
}

/** Outputs, without what lies about of the program. */
function outputsOf(project: string): readonly string[] {
  return filesBelow(project).filter((file) => /^(dist|data\/releases|trial)\//.test(path.relative(project, file)));
}

const tmp = (size: string): readonly string[] => [`mount -t tmpfs -o size=${size} tmpfs tmp`, "export TMPDIR=$PWD/tmp"];
const readOnly = (folder: string): readonly string[] => [
  `mount --bind ${folder} ${folder}`,
  `mount -o remount,bind,ro ${folder}`,
];

const full = ["build", edition, "--no-pdf"];

describe.skipIf(!canMount)("a build leaves what stood there, and says why, where there is no room for", () => {
  test.each<readonly [string, Tried, number, string]>([
    [
      "the pages that Astro writes",
      {conditions: ["mount -t tmpfs -o size=64k tmpfs .cache"], command: full},
      14,
      "the disk is full",
    ],
    [
      "the files of the browser",
      {conditions: tmp("1m"), command: ["build", edition]},
      13,
      "See whether there is room in",
    ],
    [
      "the folder of builds to be written",
      {conditions: readOnly(".cache"), command: full},
      15,
      "this file cannot be locked",
    ],
    [
      "sign-offs to be written",
      {conditions: readOnly("data/extracts"), command: full},
      14,
      "the disk can only be read",
    ],
    [
      "temporary files to be written",
      {conditions: ["mount -t tmpfs -o ro tmpfs tmp", "export TMPDIR=$PWD/tmp"], command: full},
      14,
      "the disk can only be read",
    ],
  ])("%s", (...[, tried, code, words]) => {
    const project = projectWithSite();
    const {exitCode, printed} = tryIn(project, tried);
    expect(printed).toContain(words);
    expect(printed).not.toMatch(/our own fault|CANARY-/);
    expect(exitCode).toBe(code);
    expect(outputsOf(project)).toEqual([path.join(project, "dist/index.html")]);
    expect(readFileSync(path.join(project, "dist/index.html"), "utf8")).toBe("old page");
    expect(readdirSync(path.join(project, ".cache")).filter((name) => name.startsWith("building-"))).toEqual([]);
  });

  test("an extract that is unpacked, of which it is the machine's fault", () => {
    const project = projectWithSite();
    const file = path.join(project, `data/extracts/${edition}.csv`);
    const [header = "", ...forms] = readFileSync(file, "utf8").trimEnd().split("\n");
    const many = Array.from({length: 200}, (_, copy) =>
      forms.map((form) => form.replaceAll(/(F|CANARY-)(?=\d)/g, `$1${copy}0`)),
    );
    writeFileSync(`${file}.gz`, gzipSync([header, ...many.flat()].join("\n")));
    rmSync(file);
    const command = ["release", edition, "--extract", `people=${file}.gz`];
    const {exitCode, printed} = tryIn(project, {conditions: tmp("64k"), command});
    expect(printed).toContain("the disk is full");
    expect(printed).not.toMatch(/our own fault|CANARY-/);
    expect(exitCode).toBe(14);
    expect(outputsOf(project)).toEqual([path.join(project, "dist/index.html")]);
    // With room there is nothing wrong with it.
    expect(tryIn(project, {conditions: [], command}).exitCode).toBe(0);
  });
});

test("a build that may write no larger files leaves what stood there, and says so", () => {
  const project = projectWithSite();
  const {exitCode, printed} = tryIn(project, {conditions: ["ulimit -f 4"], command: full});
  expect(printed).toContain("the file would be larger than it may be");
  expect(printed).not.toContain("our own fault");
  expect(exitCode).toBe(14);
  expect(outputsOf(project)).toEqual([path.join(project, "dist/index.html")]);
});
