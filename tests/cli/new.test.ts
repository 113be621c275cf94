import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {findProject} from "../../src/cli/findProject.ts";
import {runCommand, temporaryFolder} from "./runCommand.ts";

/** Makes a project in an empty place; gives its folder. */
async function made(...options: readonly string[]): Promise<string> {
  const cwd = temporaryFolder();
  expect(await runCommand(["new", "my observatory", ...options], {root: undefined, cwd})).toMatchObject({
    exitCode: 0,
    output: 'Made my observatory. Now: cd "my observatory" && npm install && npm run build\n',
    errors: "",
  });
  expect(readdirSync(cwd)).toEqual(["my observatory"]);
  return path.join(cwd, "my observatory");
}

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), "utf8");

test("a new project has all that its example needs, and every kind of report that is shipped", async () => {
  const root = await made();
  for (const edition of readdirSync(path.join(root, "reports"))) {
    expect(await runCommand(["check", edition], {root, cwd: root})).toMatchObject({exitCode: 0, errors: ""});
  }
  expect(readdirSync(path.join(root, "templates"))).toEqual(expect.arrayContaining(["drug-interventions-annual"]));
  const init = [
    "init",
    "south-west-2009-10",
    "--template",
    "drug-interventions-annual",
    "--publisher",
    "P",
    "--contact",
    "c",
  ];
  expect(await runCommand(init, {root, cwd: root})).toMatchObject({exitCode: 0, errors: ""});
});

test("its example is released, and everybody in it is made up", async () => {
  const root = await made();
  const ended = await runCommand(["release", "example-visits-2024"], {root, cwd: root});
  expect(ended).toMatchObject({exitCode: 0, errors: ""});
  const [, ...records] = read(root, "data/synthetic/example-visits-2024/visits.csv").trim().split("\n");
  expect(records.length).toBe(910);
  expect(records.filter((record) => !record.startsWith("CANARY-"))).toEqual([]);
});

test("its package names the program and its scripts; its name stands in the theme", async () => {
  const root = await made("--publisher", "Observatory: South & West");
  expect(JSON.parse(read(root, "package.json"))).toMatchObject({
    name: "my-observatory",
    private: true,
    scripts: {build: "smallprint build"},
    dependencies: {smallprint: "0.1.0"},
  });
  expect(read(root, "theme.yaml")).toContain('name: "Observatory: South & West"');
  expect(read(root, "README.md")).toContain("# Observatory: South & West");
});

test("Git keeps no record of it, and no sign-off", async () => {
  const ignored = read(await made(), ".gitignore").split("\n");
  expect(ignored).toEqual(expect.arrayContaining(["data/extracts/*", "sign-off/", "sign-off.json", "/dist/"]));
});

test("a folder with something in it is refused, and nothing in it is touched", async () => {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "taken"));
  writeFileSync(path.join(cwd, "taken/mine.txt"), "mine");
  const {exitCode, errors} = await runCommand(["new", "taken"], {root: undefined, cwd});
  expect(exitCode).toBe(2);
  expect(errors).toContain("this folder is not empty");
  expect(readdirSync(path.join(cwd, "taken"))).toEqual(["mine.txt"]);
});

test.each(["reports/inner", "templates/inner", "data/extracts/inner", "data/inner", "dist/inner", ".git/inner"])(
  "a project in %s of another one is refused, and one beside these is its own",
  async (folder) => {
    const root = temporaryFolder();
    for (const part of ["reports", "templates", "data/extracts", "dist", ".git"])
      mkdirSync(path.join(root, part), {recursive: true});
    const {exitCode, errors} = await runCommand(["new", folder], {root, cwd: root});
    expect([exitCode, errors]).toEqual([
      2,
      `${folder}: this is a part of the project ${root}. Name a place outside it.\n`,
    ]);
    expect(readdirSync(path.join(root, path.dirname(folder)))).not.toContain("inner");
  },
);

test("a project in another one is the nearest to whoever is in it", async () => {
  const root = await made();
  expect((await runCommand(["new", "inner"], {root, cwd: root})).exitCode).toBe(0);
  expect(findProject(path.join(root, "inner/reports/example-visits-2024"))).toBe(path.join(root, "inner"));
  expect(findProject(path.join(root, "reports"))).toBe(root);
});

test.each([
  ["it's ours", `"it's ours"`],
  ['the "best" $HOME', `'the "best" $HOME'`],
  ["it's `ours`", `'it'\\''s \`ours\`'`],
])("the way to %s is told as a shell takes it", async (folder, written) => {
  const {output} = await runCommand(["new", folder], {root: undefined, cwd: temporaryFolder()});
  expect(output).toContain(`cd ${written} && npm install`);
});

test("an empty folder is taken; one whose parent is not there is refused", async () => {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "empty"));
  expect((await runCommand(["new", "empty"], {root: undefined, cwd})).exitCode).toBe(0);
  const {exitCode, errors} = await runCommand(["new", "nowhere/mine"], {root: undefined, cwd});
  expect(exitCode).toBe(2);
  expect(errors).toContain("there is no such folder to make a project in");
});

test("a publisher with a digit is refused: it would stand on every page", async () => {
  const cwd = temporaryFolder();
  const {exitCode, errors} = await runCommand(["new", "mine", "--publisher", "Team 7"], {root: undefined, cwd});
  expect(exitCode).toBe(2);
  expect(errors).toContain("Write it without digits");
  expect(readdirSync(cwd)).toEqual([]);
});

test("upgrade finds nothing to change in a new project", async () => {
  const root = await made();
  const {exitCode, output} = await runCommand(["upgrade"], {root, cwd: root});
  expect([exitCode, output]).toEqual([
    0,
    "This project is laid out for 0.1.0, and this is Smallprint 0.1.0.\nNothing is left to change.\n",
  ]);
});

test("upgrade tells an older project what to change, and changes it only when asked", async () => {
  const root = await made();
  rmSync(path.join(root, "smallprint.yaml"));
  const all = read(root, ".gitignore");
  writeFileSync(path.join(root, ".gitignore"), all.replace("sign-off.json\n", ""));
  const told = await runCommand(["upgrade"], {root, cwd: root});
  expect(told.output).toContain("This project does not say which version it is laid out for");
  expect(told.output).toContain(":\n  sign-off.json\n");
  expect(read(root, ".gitignore")).not.toContain("sign-off.json");
  const mended = await runCommand(["upgrade", "--write"], {root, cwd: root});
  expect(mended.output).toContain("Nothing is left to change.");
  expect(read(root, ".gitignore").split("\n").toSorted()).toEqual(all.split("\n").toSorted());
  expect(read(root, "smallprint.yaml")).toContain("version: 0.1.0");
});

test("what a person must do is not done, and the version not noted before it is", async () => {
  const root = await made();
  rmSync(path.join(root, "smallprint.yaml"));
  writeFileSync(path.join(root, "package.json"), "{}\n");
  const {output} = await runCommand(["upgrade", "--write"], {root, cwd: root});
  expect(output).toContain("0.1.0 (yours to do): package.json names the program");
  expect(readdirSync(root)).not.toContain("smallprint.yaml");
});

test.each([
  ["version: 9.0.0\n", {exitCode: 2, errors: expect.stringContaining("Install 9.0.0 or later") as string}],
  ["version: soon\n", {exitCode: 11, errors: expect.stringContaining("smallprint.yaml:1:10") as string}],
])("a project that says %j is refused", async (text, ended) => {
  const root = await made();
  writeFileSync(path.join(root, "smallprint.yaml"), text);
  expect(await runCommand(["upgrade"], {root, cwd: root})).toMatchObject(ended);
});
