import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {ownPackage} from "../../src/files/index.ts";
import {filesBelow} from "../fences/searchOutputs.ts";
import {ledgerProject, run, writeEdition} from "./ledgerProject.ts";
import {temporaryFolder} from "./runCommand.ts";

let root: string;
beforeEach(() => {
  root = ledgerProject();
  writeEdition(root, "e", {asks: ["count clients"]});
  for (const folder of ["dist", ".git", "node_modules", "data/releases/old", "docs", "src", "tests"]) {
    mkdirSync(path.join(root, folder), {recursive: true});
  }
});

/** Runs a command that must be refused for its place, and must have written nothing. */
async function refused(...argv: readonly string[]): Promise<string> {
  const before = filesBelow(root);
  const {exitCode, errors} = await run(root, ...argv);
  expect(exitCode).toBe(2);
  expect(filesBelow(root)).toEqual(before);
  return errors;
}

describe.each(["release", "build"])("%s --out is refused", (command) => {
  test.each(
    "dist dist/deep .cache .git/x node_modules/x data data/extracts data/releases/old docs src .astro . reports/e".split(
      " ",
    ),
  )("inside the project's own %s", async (out) => {
    expect(await refused(command, "e", "--out", out)).toContain("this is the project's own");
  });

  test("where a link leads into the data, or into the ledger below it", async () => {
    const elsewhere = temporaryFolder();
    symlinkSync(path.join(root, "data"), path.join(elsewhere, "link"));
    expect(await refused(command, "e", "--out", path.join(elsewhere, "link"))).toContain("the project's own");
    expect(await refused(command, "e", "--out", path.join(elsewhere, "link/new"))).toContain("the project's own");
    symlinkSync(path.join(root, "data/releases"), path.join(elsewhere, "releases"));
    expect(await refused(command, "e", "--out", elsewhere)).toContain("the project's own");
  });
});

test("the program is no place for output of a project elsewhere", async () => {
  const out = path.join(ownPackage, "lib/trial");
  expect(await refused("release", "e", "--out", out)).toContain("the project's own, or the program's");
  expect(existsSync(out)).toBe(false);
});

test("extracts that are a link to another disk are the project's own there too", async () => {
  const disk = temporaryFolder();
  const project = ledgerProject();
  symlinkSync(disk, path.join(project, "data/extracts"));
  writeEdition(project, "e", {asks: ["count clients"]});
  const {exitCode} = await run(project, "release", "e", "--out", path.join(disk, "trial"));
  expect([exitCode, existsSync(path.join(disk, "trial"))]).toEqual([2, false]);
});

describe("protect --out is refused", () => {
  const table = "area,sex,n\nA,f,12\nA,m,20\nB,f,3\nB,m,4\n";
  const command = (out: string) => ["protect", "counts.csv", "--by", "area,sex", "--count", "n", "--out", out];
  const protect = (out: string) => refused(...command(out));
  beforeEach(() => {
    writeFileSync(path.join(root, "counts.csv"), table);
  });

  test.each(["dist/x.csv", "data/releases/x.csv", ".git/x.csv", "src/x.csv"])("as %s", async (out) => {
    expect(await protect(out)).toContain("the project's own");
  });

  test.each(["package.json", "LICENSE", ".gitignore"])("over the project's own %s, by a link too", async (file) => {
    writeFileSync(path.join(root, file), "own\n");
    symlinkSync(path.join(root, file), path.join(root, "own.csv"));
    expect(await protect(file)).toContain("the project's own");
    expect(await protect("own.csv")).toContain("the project's own");
  });

  test("where a link leads nowhere, because what is behind it may be the site that is not made yet", async () => {
    symlinkSync(path.join(root, "dist/later.csv"), path.join(root, "link.csv"));
    const {exitCode, errors} = await run(root, ...command("link.csv"));
    expect([exitCode, existsSync(path.join(root, "dist/later.csv"))]).toEqual([15, false]);
    expect(errors).toContain("link.csv: this link leads nowhere");
  });

  test("not over a table that was written before", async () => {
    writeFileSync(path.join(root, "safe.csv"), "earlier\n");
    expect((await run(root, ...command("safe.csv"))).exitCode).toBe(0);
    expect(readFileSync(path.join(root, "safe.csv"), "utf8")).toContain("area,sex,n,status");
  });

  test("over the table itself, by any name", async () => {
    symlinkSync(path.join(root, "counts.csv"), path.join(root, "link.csv"));
    for (const out of ["counts.csv", "./reports/../counts.csv", "link.csv"]) {
      expect(await protect(out)).toContain("this is the table itself");
    }
    expect(readFileSync(path.join(root, "counts.csv"), "utf8")).toBe(table);
  });

  test("where there is a folder, or none to hold it", async () => {
    mkdirSync(path.join(root, "folder"));
    expect(await protect("folder")).toContain("this is no file");
    expect(await protect("nowhere/safe.csv")).toContain("there is no such folder");
  });
});
