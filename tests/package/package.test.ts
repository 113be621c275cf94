import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {root} from "../cli/runCommand.ts";
import {installPackage, type InstalledPackage, type PackageRun} from "./installedPackage.ts";

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

test("a new project is made and built, its example whole, where no package of the program is found", () => {
  const project = path.join(installed.place, "our reports");
  expect(installed.run("", "new", "our reports")).toMatchObject({status: 0, stderr: ""});
  writeFileSync(
    path.join(project, "logo.svg"),
    '<?xml version="1.0"?><!-- Drawn with 4 --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><circle r="1"/></svg>',
  );
  const theme = 'name: The Observatory\nlogo: logo.svg\naccent: {light: "#801650", dark: "#E58BBE"}\n';
  writeFileSync(path.join(project, "theme.yaml"), theme);
  expect(installed.run("our reports/reports", "build")).toMatchObject({status: 0, stderr: ""});
  const built = filesBelow(path.join(project, "dist"));
  const edition = "example-visits-2024";
  const expected = ["index.html", `${edition}/index.html`, `${edition}/${edition}.pdf`, "icon.svg", "logo.svg"];
  expect(built).toEqual(expect.arrayContaining(expected));
  const page = readFileSync(path.join(project, "dist", edition, "index.html"), "utf8");
  expect(page).toContain("<h1>Visits to an example service, 2024</h1>");
  expect(page).toMatch(/<img class="logo" src="..\/logo.svg" alt="">\s*The Observatory/);
  expect(readFileSync(path.join(project, "dist/figures.css"), "utf8")).toContain("--accent:#801650");
  expect(existsSync(path.join(project, "data/releases", edition, "release.json"))).toBe(true);
  expect(existsSync(path.join(project, "node_modules"))).toBe(false);
  expect(existsSync(path.join(installed.folder, "dist"))).toBe(false);
}, 240_000);

test("its site is audited, and a count that is planted in the logo is found", () => {
  const audit = (): PackageRun => installed.run("our reports/data", "audit", "--dist", "../dist");
  expect(audit()).toMatchObject({status: 0, stderr: ""});
  const logo = path.join(installed.place, "our reports/dist/logo.svg");
  const built = readFileSync(logo, "utf8");
  writeFileSync(logo, built.replace("<circle", '<g aria-label="4 people"></g><circle'));
  const {status, stdout} = audit();
  writeFileSync(logo, built);
  expect(status).toBe(12);
  expect(stdout).toContain("logo.svg, line 1, <g>: its attribute aria-label says more than where a shape is");
  expect(stdout).toContain("logo.svg, the whole drawing: it is not the logo of the project's theme");
});

test("nothing that it builds tells of the machine", () => {
  const dist = path.join(installed.place, "our reports/dist");
  const telling = filesBelow(dist).filter((file) => readFileSync(path.join(dist, file)).includes(installed.place));
  expect(telling).toEqual([]);
});
