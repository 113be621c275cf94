import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {runCommand} from "../cli/runCommand.ts";
import {temporaryProject} from "../cli/temporaryProject.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";

const guide = readDocument("docs/getting-started.md");
const lines = codeBlocks(guide, "sh").flatMap((block) => block.trim().split("\n"));

/** A line of a shell as words; what stands between quotation marks is one. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** A paragraph that begins with the name of a file, and what stands in the file. */
const written = /^`((?:data|templates)\/[\w/.-]+)` [\s\S]*?^```(?:yaml|md)\n([\s\S]*?)^```$/gm;

/** A checkout in which a new user follows the guide, with the files that it says to write. */
function checkout(): string {
  const project = temporaryProject({copied: ["templates", "data/dictionaries"]});
  symlinkSync(path.join(root, "data/synthetic"), path.join(project, "data/synthetic"));
  for (const [, file = "", body = ""] of guide.text.matchAll(written)) {
    mkdirSync(path.dirname(path.join(project, file)), {recursive: true});
    writeFileSync(path.join(project, file), body);
  }
  return project;
}

/** Does what a line says, in a checkout; nothing of it comes to a terminal. */
async function follow(line: string, project: string) {
  // A package is what it was packed from: tests/package installs it.
  const [command, ...words] = wordsOf(line.replace(/--package \S+ /, ""));
  const files = words.filter((word) => !word.startsWith("-"));
  if (command === "mkdir") return mkdirSync(path.join(project, files[0] ?? ""), {recursive: true});
  if (command === "cp") {
    const to = path.join(project, files.at(-1) ?? "");
    return files.slice(0, -1).forEach((file) => cpSync(path.join(project, file), path.join(to, path.basename(file))));
  }
  if (command === "cd") return;
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
}

test("every line of the guide does what it says, on a fresh checkout", {timeout: 600_000}, async () => {
  const project = checkout();
  const mine = lines.filter((line) => !line.startsWith("npm ") && !line.includes("/secure"));
  expect(mine.length).toBeGreaterThan(5);
  for (const line of mine) await follow(line, project);
});

test("the scripts of npm that the guide names are there", () => {
  const {scripts} = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {scripts: object};
  const named = lines.flatMap((line) => /^npm run (\S+)/.exec(line)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(1);
  for (const name of named) expect(scripts).toHaveProperty(name);
});
