import {readFileSync, symlinkSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {temporaryProject} from "../cli/temporaryProject.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";
import {follow, stepsOf} from "./followGuide.ts";

const guide = readDocument("docs/getting-started.md");
const lines = codeBlocks(guide, "sh").flatMap((block) => block.trim().split("\n"));

/** A checkout in which a new user follows the guide. */
function checkout(): string {
  const project = temporaryProject({copied: ["templates", "data/dictionaries", "data/codelists"]});
  symlinkSync(path.join(root, "data/synthetic"), path.join(project, "data/synthetic"));
  return project;
}

test("every line of the guide does what it says, on a fresh checkout", {timeout: 600_000}, async () => {
  const project = checkout();
  const mine = stepsOf(guide).filter(
    (step) => step.kind === "file" || !(step.line.startsWith("npm ") || step.line.includes("/secure")),
  );
  expect(mine.length).toBeGreaterThan(5);
  for (const step of mine) await follow(step, project);
});

test("the scripts of npm that the guide names are there", () => {
  const {scripts} = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {scripts: object};
  const named = lines.flatMap((line) => /^npm run (\S+)/.exec(line)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(1);
  for (const name of named) expect(scripts).toHaveProperty(name);
});
