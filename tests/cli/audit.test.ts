import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {certificateSchema} from "../../src/audit/index.ts";
import {writeRelease, type ReleaseContent} from "../../src/release/index.ts";
import {tinyRelease, type Shown} from "../audit/tinyRelease.ts";
import {runCommand, temporaryFolder} from "./runCommand.ts";

/** Writes a release below a project's ledger and returns the project. */
function project(counts: Record<string, Shown>): string {
  const root = temporaryFolder();
  const {edition, provenance, vocabulary, cells, ...tiny} = tinyRelease({variables: {v: ["a", "b", "c"]}, counts});
  const disclosure = {...tiny.disclosure, stage: "audited"};
  const {populations, references} = vocabulary;
  const told = {populations, references, cells, answers: []};
  const content = {schema: "smallprint-release/1", edition, provenance, disclosure, ...told};
  mkdirSync(path.join(root, "data/releases/tiny"), {recursive: true});
  writeFileSync(path.join(root, "data/releases/tiny/release.json"), writeRelease(content as unknown as ReleaseContent));
  return root;
}

const safe = {"": 20, "v=a": 10, "v=b": "c", "v=c": "c"} as const;

test("a safe release passes, with a certificate where one is asked", async () => {
  const root = project(safe);
  const file = path.join(root, "data/extracts/proof.json");
  mkdirSync(path.dirname(file));
  const {exitCode, output} = await runCommand(["audit", "tiny", "--certificate", file], {root, cwd: root});
  expect(exitCode).toBe(0);
  expect(output).toContain("This release may be published.");
  const proof = certificateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  expect(Object.keys(proof.cells)).toEqual(["count people [v=b]", "count people [v=c]"]);
});

test("a leaky release ends with exit code 12 and tells how it leaks; a narrow one is told", async () => {
  const root = project({...safe, "": 13});
  const {exitCode, output, errors} = await runCommand(["audit", "tiny"], {root, cwd: root});
  expect(exitCode).toBe(0);
  expect(output + errors).toContain("known to within one: 2");
  const exact = project({...safe, "v=c": 7});
  const failed = await runCommand(["audit", "tiny"], {root: exact, cwd: exact});
  expect(failed.exitCode).toBe(12);
  expect(failed.output).toContain("count people [v=b] is 3: 20 − 10 − 7 = 3");
});

test("another release is audited with the one in the ledger", async () => {
  const root = project({...safe, "v=b": 3});
  const other = path.join(project(safe), "data/releases/tiny/release.json");
  const {exitCode, output} = await runCommand(["audit", "tiny", "--release", other], {root, cwd: root});
  expect(exitCode).toBe(12);
  expect(output).toContain("cannot be unpublished");
});

test("the sign-off names the cells to judge; a file that is none is refused", async () => {
  const root = project(safe);
  writeFileSync(
    path.join(root, "sign-off.json"),
    JSON.stringify({primaries: ["count people [v=b]"], others: {"count people [v=d]": "by-choice"}}),
  );
  const judged = await runCommand(["audit", "tiny", "--sign-off", "sign-off.json"], {root, cwd: root});
  expect(judged.output).toContain("Cells unsafe by themselves: 1");
  expect(judged.output).toContain("unsafe by themselves and ");
  expect(judged.output).toMatch(/Remedies used: counts withheld by choice.*: 1\n {2}count people \[v=d\]/);
  writeFileSync(path.join(root, "sign-off.json"), "{}");
  expect(await runCommand(["audit", "tiny", "--sign-off", "sign-off.json"], {root, cwd: root})).toMatchObject({
    exitCode: 12,
  });
});

test("an edition without a release is told so", async () => {
  const root = temporaryFolder();
  const {exitCode, errors} = await runCommand(["audit", "none"], {root, cwd: root});
  expect(exitCode).toBe(2);
  expect(errors).toContain("Make the release first");
});
