import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {root} from "./sourceFiles.ts";

/** What the site is made from: the public folders and the source without its confidential zone and what needs it. */
const publicParts = [
  "templates",
  "reports",
  "package.json",
  "tsconfig.base.json",
  "tsconfig.json",
  "data/codelists",
  "data/reference",
  "data/dictionaries",
];

/**
 * Copies the project without the confidential zone, what makes people up, and any extract, with the releases of `released`. Returns
 * its folder; whoever asks for it removes it.
 */
export function copyPublicProject(released: string): string {
  const project = mkdtempSync(path.join(tmpdir(), "public-project-"));
  mkdirSync(path.join(project, "data"));
  for (const name of publicParts) cpSync(path.join(root, name), path.join(project, name), {recursive: true});
  const hidden = ["src/confidential", "src/synthetic"].map((zone) => path.join(root, zone));
  const isPublic = (file: string): boolean => !hidden.includes(file);
  cpSync(path.join(root, "src"), path.join(project, "src"), {recursive: true, filter: isPublic});
  cpSync(path.join(released, "releases"), path.join(project, "data/releases"), {recursive: true});
  symlinkSync(path.join(root, "node_modules"), path.join(project, "node_modules"));
  return project;
}

/** Removes such a project. */
export function removeProject(project: string): void {
  rmSync(project, {recursive: true});
}
