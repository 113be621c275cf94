import {cpSync, existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {root} from "../cli/runCommand.ts";
import {installPackage, type InstalledPackage} from "./installedPackage.ts";

let installed: InstalledPackage;

beforeAll(() => {
  installed = installPackage();
}, 240_000);
afterAll(() => {
  installed.remove();
});

/** Files below a folder from it, with slashes; no packages. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join("/"))
    .filter((file) => !file.startsWith("node_modules/"));

test("the package holds the program compiled, what a project begins with, and nothing of its makers", () => {
  const files = filesBelow(installed.folder);
  const expected = ["lib/cli/smallprint.js", "lib/site/pages/index.astro", "lib/site/styles/site.css", "LICENSE"];
  expect(files).toEqual(expect.arrayContaining(expected));
  const places = new Set(files.map((file) => file.split("/")[0]));
  const known = ["CHANGELOG.md", "GLOSSARY.md", "LICENSE", "README.md", "data", "docs", "lib", "package.json", "src"];
  expect([...places].toSorted()).toEqual([...known, "templates"]);
  expect(files.filter((file) => /\.(ts|map|tsbuildinfo)$|^src\/(?!cli\/\w+\.mjs$)/.test(file))).toEqual([]);
});

test("nothing in it tells of the machine that packed it", () => {
  const telling = filesBelow(installed.folder).filter((file) => {
    const text = readFileSync(path.join(installed.folder, file), "utf8");
    return text.includes(root) || text.includes(path.dirname(installed.place)) || text.includes("sourceMappingURL=");
  });
  expect(telling).toEqual([]);
});

test("whatever its modules and pages import of it is in it", () => {
  const files = new Set(filesBelow(installed.folder));
  const imports = [...files]
    .filter((file) => /^lib\/.*\.(js|astro)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(installed.folder, file), "utf8");
      const named = text.matchAll(/^(?:import|export|\}).* from ["'](\.{1,2}\/[^"']+)["']/gm);
      return [...named].map(([, name = ""]) => path.posix.join(path.posix.dirname(file), name));
    });
  expect(imports.length).toBeGreaterThan(1000);
  expect(imports.filter((file) => !files.has(file))).toEqual([]);
});

test("the command tells its version, and where there is no project what to do", () => {
  expect(installed.run("", "--version")).toMatchObject({status: 0, stdout: "0.1.0\n", stderr: ""});
  const {status, stderr} = installed.run("", "build");
  expect(status).toBe(2);
  expect(stderr).toContain(`${installed.place}: neither this folder nor one above it is a project`);
});

test("a site is built of a project elsewhere, in whose folder no package is found", () => {
  const project = path.join(installed.place, "our reports");
  for (const name of [
    "templates",
    "reports",
    "data/codelists",
    "data/dictionaries",
    "data/reference",
    "data/releases",
  ]) {
    cpSync(path.join(root, name), path.join(project, name), {recursive: true});
  }
  rmSync(path.join(project, "reports/south-east-2008-09"), {recursive: true});
  expect(installed.run("our reports/reports", "build", "--no-pdf")).toMatchObject({status: 0, stderr: ""});
  const built = filesBelow(path.join(project, "dist"));
  expect(built).toEqual(expect.arrayContaining(["index.html", "south-east-2007-08/index.html", "icon.svg"]));
  expect(readFileSync(path.join(project, "dist/south-east-2007-08/index.html"), "utf8")).toContain(
    "<h1>Drug Interventions",
  );
  expect(existsSync(path.join(installed.folder, "dist"))).toBe(false);
  expect(readdirSync(project).toSorted()).toEqual([".astro", ".cache", "data", "dist", "reports", "templates"]);
}, 240_000);
