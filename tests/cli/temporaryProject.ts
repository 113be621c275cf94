import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {root, temporaryFolder} from "./runCommand.ts";

const shared = [
  "templates",
  "data/dictionaries",
  "data/codelists",
  "data/reference",
  "src",
  "node_modules",
  "package.json",
];

/**
 * A project of its own with this one's templates and dictionaries, without reports, extracts or releases. What is `copied`
 * can be changed in it.
 */
export function temporaryProject({copied = []}: {readonly copied?: readonly string[]} = {}): string {
  const project = temporaryFolder();
  mkdirSync(path.join(project, "data/extracts"), {recursive: true});
  mkdirSync(path.join(project, "reports"));
  for (const name of shared) {
    const [from, to] = [path.join(root, name), path.join(project, name)];
    if (copied.includes(name)) cpSync(from, to, {recursive: true});
    else symlinkSync(from, to);
  }
  return project;
}

/** Copies a report of this project into another, so that it can be changed there. */
export function copyReport(project: string, edition: string): void {
  cpSync(path.join(root, "reports", edition), path.join(project, "reports", edition), {recursive: true});
}

/** The first forms of a synthetic extract: header and rows. */
export function firstForms(extract: string, forms: number): readonly string[] {
  const text = readFileSync(path.join(root, "data/synthetic/south-east-2007-08", `${extract}.csv`), "utf8");
  return text.split("\n").slice(0, forms + 1);
}

/** Writes an extract into a project's `data/extracts/` and returns its path. */
export function writeExtract(project: string, name: string, lines: readonly string[]): string {
  const file = path.join(project, "data/extracts", `${name}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
