import {readFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {codeBlocks, readDocument, root} from "./documents.ts";

test("the source that the page opens is the one that a test makes a release of", () => {
  const shown = codeBlocks(readDocument("docs/extending.md"), "ts").filter((block) => block.includes("OpenRecords"));
  const tested = readFileSync(path.join(root, "tests/confidential/sources/toySource.test.ts"), "utf8");
  expect(shown).toHaveLength(1);
  expect(tested).toContain(shown[0]);
});
