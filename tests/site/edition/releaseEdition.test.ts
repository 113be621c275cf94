import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {releaseEdition} from "../../../src/site/edition/releaseEdition.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

/** A project, and a command that notes how it was called, and ends with a code. */
function noting(exitCode: number): {readonly root: string; readonly command: string} {
  const root = temporaryFolder();
  const command = path.join(root, "command.mjs");
  writeFileSync(
    command,
    `import {writeFileSync} from "node:fs";
     writeFileSync("called.json", JSON.stringify(process.argv.slice(2)));
     process.exitCode = ${exitCode};`,
  );
  return {root, command};
}

const called = (root: string): unknown => JSON.parse(readFileSync(path.join(root, "called.json"), "utf8"));

test("a draft is a trial that shows confidential counts only where the analyst asks for them", async () => {
  const {root, command} = noting(0);
  const draft = ["release", "e", "--root", root, "--out", path.join(root, ".cache/drafts")];
  await releaseEdition("e", {root, command});
  expect(called(root)).toEqual(draft);
  await releaseEdition("e", {root, command, showConfidential: true});
  expect(called(root)).toEqual([...draft, "--show-confidential"]);
});

test("a stage that ends without a release carries its exit code", async () => {
  await expect(releaseEdition("e", noting(10))).rejects.toMatchObject({exitCode: 10});
});
