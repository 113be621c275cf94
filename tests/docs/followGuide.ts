import {cpSync, mkdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect} from "vitest";
import {runCommand} from "../cli/runCommand.ts";
import type {Document} from "./documents.ts";

/** A thing to do that a guide says: a line of a shell, or a file to write, whose paragraph begins with its name. */
export type GuideStep =
  | {readonly kind: "line"; readonly line: string}
  | {readonly kind: "file"; readonly file: string; readonly body: string};

const steps =
  /^( *)```sh\n(?<lines>[\s\S]*?)^\1```$|^`(?<file>(?:data|templates|reports)\/[\w/.-]+)`[^`]*?\n\n```(?:yaml|md|csv)\n(?<body>[\s\S]*?)^```$/gm;

/** What a guide says to do, in its order. */
export function stepsOf({text}: Document): readonly GuideStep[] {
  return [...text.matchAll(steps)].flatMap(({groups = {}}): readonly GuideStep[] => {
    const {lines, file, body} = groups;
    if (lines === undefined) return [{kind: "file", file: file ?? "", body: body ?? ""}];
    return lines
      .trim()
      .split("\n")
      .map((line) => ({kind: "line", line: line.trim()}));
  });
}

/** A line of a shell as words; what stands between quotation marks is one. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** Does what a guide says in a project, and gives what was printed; nothing of it comes to a terminal. */
export async function follow(step: GuideStep, project: string): Promise<string> {
  if (step.kind === "line") return followLine(step.line, project);
  mkdirSync(path.dirname(path.join(project, step.file)), {recursive: true});
  writeFileSync(path.join(project, step.file), step.body);
  return "";
}

async function followLine(line: string, project: string): Promise<string> {
  // A package is what it was packed from: tests/package installs it.
  const [command, ...words] = wordsOf(line.replace(/--package \S+ /, ""));
  const files = words.filter((word) => !word.startsWith("-"));
  if (command === "mkdir") mkdirSync(path.join(project, files[0] ?? ""), {recursive: true});
  if (command === "cp") {
    const to = path.join(project, files.at(-1) ?? "");
    for (const file of files.slice(0, -1)) cpSync(path.join(project, file), path.join(to, path.basename(file)));
  }
  if (["mkdir", "cp", "cd"].includes(command ?? "")) return "";
  expect([command, words[0]]).toEqual(["npx", "smallprint"]);
  const argv = words
    .slice(1)
    .map((word) => (word.startsWith("../") ? path.join(project, word.slice("../".length)) : word));
  // What the site and its PDF are made from is told by the tests of a built site; here it is the way there.
  const run = await runCommand(argv[0] === "build" ? ["release", ...argv.slice(1)] : argv, {
    root: project,
    cwd: project,
  });
  expect(run, line).toMatchObject({exitCode: 0, errors: ""});
  return run.output;
}
