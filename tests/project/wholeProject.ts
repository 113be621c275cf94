import {cpSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {ledgerProject, writeEdition} from "../cli/ledgerProject.ts";
import {root as source} from "../cli/runCommand.ts";

/** The edition that the project has. */
export const edition = "small";

/** Runs the command line on the project of its working directory, in a process of its own. */
export const program = path.join(source, "src/cli/smallprint.mjs");

/** A project with a small edition whose site can be built; gone after the test. */
export function wholeProject(): string {
  const project = smallEdition();
  symlinkSync(path.join(source, "src"), path.join(project, "src"));
  return project;
}

/** One with a copy of the program in it, for what starts the program that its project holds, as the live view does. */
export function projectWithProgram(): string {
  const project = smallEdition();
  cpSync(path.join(source, "src"), path.join(project, "src"), {recursive: true});
  return project;
}

function smallEdition(): string {
  const project = ledgerProject();
  for (const name of ["package.json", "tsconfig.json", "tsconfig.base.json", ".gitignore"]) {
    cpSync(path.join(source, name), path.join(project, name));
  }
  symlinkSync(path.join(source, "node_modules"), path.join(project, "node_modules"));
  writeEdition(project, edition, {asks: ["count clients"]});
  writeFileSync(path.join(project, "counts.csv"), "area,sex,n\nA,f,12\nA,m,20\nB,f,3\nB,m,4\n");
  return project;
}
