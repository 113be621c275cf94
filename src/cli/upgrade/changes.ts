import {readFileSync} from "node:fs";
import path from "node:path";
import {writeWhole} from "../../files/index.ts";
import {readText, type Project} from "../../publication/index.ts";

/** One thing that a version of the program asks of projects that were made with an earlier one. */
export interface ProjectChange {
  /** The first version that asks it. */
  readonly version: string;
  /** What is asked, as a sentence without full stop. */
  readonly asks: string;
  /** What of it a project does not have, line by line; empty where it has all. */
  readonly missing: (project: Project) => readonly string[];
  /** Does it, where no judgement is needed; absent where a person must. `missing` is what a project does not have. */
  readonly mend?: (project: Project, missing: readonly string[]) => void;
}

/** Every change, the earliest version first: a version that asks something of older projects adds to this table. */
export const changes: readonly ProjectChange[] = [
  {
    version: "0.1.0",
    asks: "Git keeps no record and nothing that is signed off: .gitignore has these lines",
    missing: (project) => {
      const lines = ignoredBy(textOf(project, ".gitignore"));
      return ignoredBy(newIgnored()).filter((line) => !lines.includes(line));
    },
    mend: (project, missing) => {
      const before = textOf(project, ".gitignore");
      const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
      writeWhole(path.join(project.root, ".gitignore"), `${start}${missing.join("\n")}\n`);
    },
  },
  {
    version: "0.1.0",
    asks: "package.json names the program, so that everybody who builds the project builds it with the same one",
    missing: (project) => {
      const isNamed = /"smallprint"\s*:/.test(textOf(project, "package.json"));
      return isNamed ? [] : ["dependencies: smallprint"];
    },
  },
];

/** The text of a file of the project; empty where there is none. */
function textOf(project: Project, file: string): string {
  return project.has(file) ? readText(project, file) : "";
}

/** What `.gitignore` of a new project keeps out of Git. */
function newIgnored(): string {
  return readFileSync(path.join(import.meta.dirname, "../new/starter/gitignore"), "utf8");
}

/** What such a file names, however its folders are written. */
function ignoredBy(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
