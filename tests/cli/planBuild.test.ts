import {cpSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {planBuild} from "../../src/cli/planBuild.ts";
import {root} from "./runCommand.ts";
import {copyReport, temporaryProject} from "./temporaryProject.ts";
import {openProject} from "../../src/publication/index.ts";

const [first, second] = ["south-east-2007-08", "south-east-2008-09"] as const;

/** A project with both examples, of which some are released, and no extract. */
function projectWith(...released: readonly string[]): string {
  const project = temporaryProject();
  for (const edition of [first, second]) copyReport(project, edition);
  for (const edition of released) {
    const file = path.join("data/releases", edition, "release.json");
    cpSync(path.join(root, file), path.join(project, file));
  }
  return project;
}

const plan = (project: string, editions: readonly string[], keepsOthers: boolean) =>
  planBuild({project: openProject(project), editions, extracts: {}, keepsOthers});

test("an edition that is not named stays on the site, from its release", () => {
  expect(plan(projectWith(first, second), [second], true)).toEqual([
    {edition: second, source: "release", isKept: false},
    {edition: first, source: "release", isKept: true},
  ]);
});

test("a trial holds what is named alone", () => {
  expect(plan(projectWith(first, second), [second], false).map(({edition}) => edition)).toEqual([second]);
});

test("an edition that was never released is no part of the site", () => {
  expect(plan(projectWith(second), [second], true).map(({edition}) => edition)).toEqual([second]);
});

test("an edition is built after the one that it compares with", () => {
  expect(plan(projectWith(first, second), [], true)).toEqual([
    {edition: first, source: "release", isKept: false},
    {edition: second, source: "release", isKept: false},
  ]);
});
