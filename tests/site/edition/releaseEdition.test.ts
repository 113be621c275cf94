import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {releaseEdition} from "../../../src/site/edition/releaseEdition.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

/** A project whose command notes how it was called, and ends with a code. */
function noting(exitCode: number): string {
  const root = temporaryFolder();
  mkdirSync(path.join(root, "src/cli"), {recursive: true});
  writeFileSync(
    path.join(root, "src/cli/smallprint.mjs"),
    `import {writeFileSync} from "node:fs";
     writeFileSync("called.json", JSON.stringify(process.argv.slice(2)));
     process.exitCode = ${exitCode};`,
  );
  return root;
}

const called = (root: string): unknown => JSON.parse(readFileSync(path.join(root, "called.json"), "utf8"));

test("a draft is a trial that shows confidential counts only where the analyst asks for them", async () => {
  const root = noting(0);
  const draft = ["release", "e", "--out", path.join(root, ".cache/drafts")];
  await releaseEdition("e", {root});
  expect(called(root)).toEqual(draft);
  await releaseEdition("e", {root, showConfidential: true});
  expect(called(root)).toEqual([...draft, "--show-confidential"]);
});

test("a stage that ends without a release carries its exit code", async () => {
  await expect(releaseEdition("e", {root: noting(10)})).rejects.toMatchObject({exitCode: 10});
});
