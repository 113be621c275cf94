import {readFileSync} from "node:fs";
import path from "node:path";
import {format} from "prettier";
import {expect, test} from "vitest";
import {z} from "zod";
import {releaseSchema} from "../../src/release/index.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";

// Written anew by `npx vitest run tests/docs -u`.
test("the JSON Schema in docs/ is the one that releases are checked with", async () => {
  const schema = {title: "Smallprint release", ...z.toJSONSchema(releaseSchema)};
  const text = await format(JSON.stringify(schema), {parser: "json", printWidth: 120, bracketSpacing: false});
  await expect(text).toMatchFileSnapshot("../../docs/release.schema.json");
});

test("the example of a cell is a cell of a release", () => {
  const [example = ""] = codeBlocks(readDocument("docs/release-format.md"), "json");
  expect(releaseSchema.shape.cells.element.safeParse(JSON.parse(example)).success).toBe(true);
});

test("every field of a release is described", () => {
  const text = readFileSync(path.join(root, "docs/release-format.md"), "utf8");
  const missing = Object.keys(releaseSchema.shape).filter((field) => !text.includes(`\`${field}\``));
  expect(missing).toEqual([]);
});
