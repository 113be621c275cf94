import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {shellEnvironment} from "../shellEnvironment.ts";
import {copyPublicProject, removeProject} from "./publicProject.ts";
import {filesBelow} from "./searchOutputs.ts";

const {folder} = inject("builtSite");
let project: string;

beforeAll(() => {
  project = copyPublicProject(folder);
});
afterAll(() => {
  removeProject(project);
});

/** The edition that needs both releases; the other one is kept on the site. */
const edition = "south-east-2008-09";
test("a site is built from releases alone, and every byte is the one built beside the extracts", () => {
  expect(existsSync(path.join(project, "src/confidential"))).toBe(false);
  expect(existsSync(path.join(project, "data/synthetic"))).toBe(false);
  const command = [path.join(project, "src/cli/smallprint.mjs"), "build", edition];
  const {status, stderr} = spawnSync(process.execPath, command, {
    cwd: project,
    encoding: "utf8",
    env: shellEnvironment(),
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const [alone, beside] = [path.join(project, "dist"), path.join(folder, "dist")];
  const names = filesBelow(alone).map((file) => path.relative(alone, file));
  const expected = filesBelow(beside).map((file) => path.relative(beside, file));
  expect(names).toEqual(expected);
  const different = names.filter(
    (name) => !readFileSync(path.join(alone, name)).equals(readFileSync(path.join(beside, name))),
  );
  expect(different).toEqual([]);
}, 120_000);
