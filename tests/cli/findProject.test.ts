import {spawnSync} from "node:child_process";
import {mkdirSync, realpathSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {findProject} from "../../src/cli/findProject.ts";
import {ownCommand} from "../../src/files/index.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {runCommand, temporaryFolder} from "./runCommand.ts";

/** A folder with a project in it, and one that is none beside it. */
function places() {
  const about = realpathSync(temporaryFolder());
  const [project, elsewhere] = [path.join(about, "my project"), path.join(about, "elsewhere")];
  mkdirSync(path.join(project, "reports/kent/notes"), {recursive: true});
  mkdirSync(elsewhere);
  return {project, elsewhere};
}

test("a project is found from its folder and from any below it, and from none beside it", () => {
  const {project, elsewhere} = places();
  expect(findProject(project)).toBe(project);
  expect(findProject(path.join(project, "reports/kent/notes"))).toBe(project);
  expect(findProject(elsewhere)).toBeUndefined();
});

test("a file that is called reports makes no project", () => {
  const {elsewhere} = places();
  writeFileSync(path.join(elsewhere, "reports"), "");
  expect(findProject(elsewhere)).toBeUndefined();
});

test.each([[["build"]], [["check", "kent"]], [["release", "kent"]], [["audit", "--dist"]], [["synthesise"]]])(
  "a command called in no project says what to do: %s",
  async (argv) => {
    const {elsewhere} = places();
    const {exitCode, errors} = await runCommand(argv, {root: undefined, cwd: elsewhere});
    expect(exitCode).toBe(2);
    expect(errors).toContain(`${elsewhere}: neither this folder nor one above it is a project`);
    expect(errors).toContain("--root");
  },
);

test.each([
  ["before the command", (root: string) => ["--root", root, "check", "nowhere"]],
  ["after it", (root: string) => ["check", "nowhere", "--root", root]],
  ["after an option of the command", (root: string) => ["build", "--no-pdf", "--out", "/x", "--root", root, "nowhere"]],
])("--root names a project %s", async (_, argv) => {
  const {project, elsewhere} = places();
  const {exitCode, errors} = await runCommand(argv(path.relative(elsewhere, project)), {
    root: undefined,
    cwd: elsewhere,
  });
  expect(errors).toContain('There is no edition "nowhere": reports/nowhere/report.yaml does not exist.');
  expect(exitCode).toBe(2);
});

test("a folder that --root names and that is no project is refused, and no other taken in its place", async () => {
  const {elsewhere} = places();
  const {exitCode, errors} = await runCommand(["check", "south-east-2007-08", "--root", elsewhere]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`--root ${elsewhere}: this is no project`);
});

test("a table is protected where there is no project", async () => {
  const {elsewhere} = places();
  writeFileSync(path.join(elsewhere, "counts.csv"), "area,sex,n\nKent,f,20\nKent,m,3\nSurrey,f,31\nSurrey,m,44\n");
  const argv = ["protect", "counts.csv", "--by", "area,sex", "--count", "n", "--out", "safe.csv"];
  expect(await runCommand(argv, {root: undefined, cwd: elsewhere})).toMatchObject({exitCode: 0, errors: ""});
});

test("the program works in the project in which it is called, and not where it is itself", () => {
  const {project} = places();
  const {status, stderr} = spawnSync(process.execPath, [ownCommand, "check", "south-east-2007-08"], {
    cwd: path.join(project, "reports/kent"),
    encoding: "utf8",
    env: shellEnvironment(),
  });
  expect(stderr).toContain('There is no edition "south-east-2007-08"');
  expect(status).toBe(2);
});

test("a system that the database has no program for is told so, before anything is done", () => {
  const other = 'Object.defineProperty(process, "platform", {value: "sunos"})';
  const hook = `data:text/javascript,${encodeURIComponent(other)}`;
  const {status, stderr} = spawnSync(process.execPath, ["--import", hook, ownCommand, "--help"], {encoding: "utf8"});
  expect(stderr).toMatch(/^Smallprint does not run on sunos-\w+: .* Linux, macOS and Windows/);
  expect(status).toBe(2);
});
