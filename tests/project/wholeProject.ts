import {cpSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {ledgerProject, writeEdition} from "../cli/ledgerProject.ts";
import {root as source} from "../cli/runCommand.ts";

/** The edition that the project has. */
export const edition = "small";

/** A project with the program in it and a small edition, to be run as an analyst would run it; gone after the test. */
export function wholeProject(): string {
  const project = ledgerProject();
  cpSync(path.join(source, "src"), path.join(project, "src"), {recursive: true});
  for (const name of ["package.json", "tsconfig.json", "tsconfig.base.json", ".gitignore"]) {
    cpSync(path.join(source, name), path.join(project, name));
  }
  symlinkSync(path.join(source, "node_modules"), path.join(project, "node_modules"));
  writeEdition(project, edition, {asks: ["count clients"]});
  writeFileSync(path.join(project, "counts.csv"), "area,sex,n\nA,f,12\nA,m,20\nB,f,3\nB,m,4\n");
  return project;
}
