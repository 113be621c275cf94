import {spawnSync} from "node:child_process";
import {cpSync, existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {root, temporaryFolder} from "../cli/runCommand.ts";
import {readSourceFiles} from "../fences/sourceFiles.ts";
import {shellEnvironment} from "../shellEnvironment.ts";

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: true;
  readonly hasInstallScript?: true;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly inBundle?: true;
}

interface Lock {
  readonly packages: Readonly<Record<string, Package>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const lock = readJson("package-lock.json") as Lock;
const manifest = readJson("package.json") as Manifest;
const packages = Object.entries(lock.packages).filter(([place]) => place !== "");
const nameOf = (place: string): string => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

describe("the lock file", () => {
  test("holds the hash of all that is installed here", () => {
    const bare = packages.filter(
      ([place, {integrity}]) => integrity === undefined && existsSync(path.join(root, place)),
    );
    expect(bare.map(([place]) => place)).toEqual([]);
  });

  test("lacks a hash only for programs of other systems", () => {
    const bare = packages.filter(([, {integrity}]) => integrity === undefined);
    const ofAnySystem = bare.filter(([, {os, cpu, libc}]) => (os ?? cpu ?? libc) === undefined);
    expect(ofAnySystem.map(([place]) => place)).toEqual([]);
  });

  test("takes hashes that nobody can forge", () => {
    const weak = packages.filter(([, {integrity}]) => integrity !== undefined && !integrity.startsWith("sha512-"));
    expect(weak.map(([place]) => place)).toEqual([]);
  });

  test("names no place that packages come from: neither a file nor an address of somebody's own", () => {
    const placed = packages.filter(([, {resolved, link}]) => resolved !== undefined || link === true);
    expect(placed.map(([place]) => place)).toEqual([]);
  });
});

test("every direct dependency is of one version", () => {
  const all = Object.entries({...manifest.dependencies, ...manifest.devDependencies});
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  for (const [name, version] of all) expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
});

test("no package runs a script at its installation but those that are named, with whether it may", () => {
  const scripted = packages
    .filter(([, {hasInstallScript}]) => hasInstallScript === true)
    .map(([place]) => nameOf(place));
  const named = Object.keys(manifest.allowScripts).map((name) => name.replace(/(?<=.)@.*$/, ""));
  expect([...new Set(scripted)].toSorted()).toEqual(named.toSorted());
  // Node and esbuild put their own program for this system in place; a browser is not fetched.
  expect(Object.entries(manifest.allowScripts).filter(([, may]) => may)).toEqual([
    ["node", true],
    ["esbuild", true],
  ]);
});

describe("the bill of materials", () => {
  const bill = (folder: string): string => {
    const program = path.join(folder, ".ci/sbom.mjs");
    const {stdout, stderr, status} = spawnSync(process.execPath, [program], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: shellEnvironment(),
    });
    expect([stderr, status]).toEqual(["", 0]);
    return stdout;
  };

  test("is the same to the byte in every folder, and lists each package with its version and hash", () => {
    const elsewhere = path.join(temporaryFolder(), "elsewhere");
    for (const file of ["package.json", "package-lock.json", ".ci/sbom.mjs"]) {
      cpSync(path.join(root, file), path.join(elsewhere, file));
    }
    const text = bill(root);
    expect(bill(elsewhere)).toBe(text);
    const {components, metadata} = JSON.parse(text) as {
      readonly components: readonly {readonly purl: string; readonly hashes?: readonly unknown[]}[];
      readonly metadata: {readonly component: {readonly name: string}};
    };
    expect(metadata.component.name).toBe("smallprint");
    const listed = new Set(components.map(({purl}) => decodeURIComponent(purl)));
    const missing = packages.filter(([place, {version}]) => {
      const isInstalled = existsSync(path.join(root, place));
      return isInstalled && !listed.has(`pkg:npm/${nameOf(place)}@${String(version)}`);
    });
    expect(missing.map(([place]) => place)).toEqual([]);
    expect(components.filter(({hashes = []}) => hashes.length > 0).length).toBeGreaterThan(0.9 * components.length);
  });
});

describe("an installed package", () => {
  /** Packages that the text of a file loads; of types alone nothing is left when it runs. */
  const loadedBy = (text: string): readonly string[] => {
    const named = [
      ...text.matchAll(/^(?!import type|export type)(?:import|export|\}).* from "([^"]+)"/gm),
      ...text.matchAll(/\bimport\("([^"]+)"\)/g),
    ];
    return named.flatMap(([, name = ""]) => /^(@[\w-]+\/)?[a-z][\w-]*(?=\/|$)/.exec(name)?.[0] ?? []);
  };

  test("brings what the program loads, and needs nothing that only its makers have", () => {
    const loaded = new Set(readSourceFiles("src").flatMap(({text}) => loadedBy(text)));
    expect([...loaded]).toEqual(expect.arrayContaining(["puppeteer-core", "pdfjs-dist", "astro", "zod"]));
    expect([...loaded].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });
});
