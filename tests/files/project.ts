import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import type {Staging} from "../../src/files/index.ts";
import {type FileMove} from "../../src/files/index.ts";
import {temporaryFolder} from "../cli/runCommand.ts";

/** A project with the outputs of an earlier build, and a folder elsewhere. */
export interface SmallProject {
  readonly root: string;
  readonly cache: string;
  readonly elsewhere: string;
}

/** Makes one in a folder that is gone when the test is over. */
export function smallProject(): SmallProject {
  const folder = temporaryFolder();
  const root = path.join(folder, "project");
  const project = {root, cache: path.join(root, ".cache"), elsewhere: path.join(folder, "elsewhere")};
  write(path.join(root, "dist/index.html"), "old page");
  write(path.join(root, "dist/old.html"), "old page");
  write(path.join(root, "data/releases/e/release.json"), "old release");
  write(path.join(root, "data/releases/e/note.txt"), "somebody's note");
  write(path.join(project.elsewhere, "e/sign-off.json"), "old sign-off");
  return project;
}

export function write(file: string, text: string): string {
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, text);
  return file;
}

/** Prepares a build: a site, a release with the one that it replaces, and a sign-off elsewhere. */
export function prepare({root, elsewhere}: SmallProject, staging: Staging): readonly FileMove[] {
  const partner = staging.partner(path.join(elsewhere, ".staging"));
  const ledger = path.join(root, "data/releases/e");
  write(path.join(staging.folder, "dist/index.html"), "new page");
  write(path.join(staging.folder, "dist/new.html"), "new page");
  write(path.join(staging.folder, "release.json"), "new release");
  cpSync(path.join(ledger, "release.json"), path.join(staging.folder, "1.json"));
  write(path.join(partner, "ready/sign-off.json"), "new sign-off");
  return [
    {from: path.join(staging.folder, "1.json"), to: path.join(ledger, "replaced/1.json")},
    {from: path.join(staging.folder, "release.json"), to: path.join(ledger, "release.json")},
    {from: path.join(partner, "ready"), to: path.join(elsewhere, "e")},
    {from: path.join(staging.folder, "dist"), to: path.join(root, "dist")},
  ];
}

/** Every file outside the folder of builds, by its path. */
export function standing({root, elsewhere}: SmallProject): Readonly<Record<string, string>> {
  const parent = path.dirname(root);
  const files = [root, elsewhere].flatMap((folder) => filesBelow(folder));
  return Object.fromEntries(
    files
      .filter((file) => !file.startsWith(path.join(root, ".cache")))
      .map((file) => [path.relative(parent, file), readFileSync(file, "utf8")]),
  );
}

/** Folders that builds have left. */
export function leftovers({cache, elsewhere}: SmallProject): readonly string[] {
  return [cache, path.join(elsewhere, ".staging")]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((name) => name.includes("building-")));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

export const before = {
  "project/dist/index.html": "old page",
  "project/dist/old.html": "old page",
  "project/data/releases/e/release.json": "old release",
  "project/data/releases/e/note.txt": "somebody's note",
  "elsewhere/e/sign-off.json": "old sign-off",
};

export const after = {
  "project/dist/index.html": "new page",
  "project/dist/new.html": "new page",
  "project/data/releases/e/release.json": "new release",
  "project/data/releases/e/replaced/1.json": "old release",
  "project/data/releases/e/note.txt": "somebody's note",
  "elsewhere/e/sign-off.json": "new sign-off",
};
