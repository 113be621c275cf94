import {readFileSync} from "node:fs";
import path from "node:path";
import {expect, inject, test} from "vitest";
import {birthsIn, filesBelow, secretsIn, textOf, textsOf} from "./searchOutputs.ts";
import {root} from "./sourceFiles.ts";

const extracts = filesBelow(path.join(root, "data/synthetic")).filter((file) => /\.csv(\.gz)?$/.test(file));
const births = birthsIn(extracts);
const {folder, signOff, log} = inject("builtSite");

test("the synthetic extracts hold what is looked for", () => {
  expect(births.size).toBeGreaterThan(1000);
  for (const file of extracts) expect(textOf(file)).toContain("CANARY-");
});

test("no byte of the releases, pages, downloads and PDFs holds a client's reference or date of birth", async () => {
  const files = filesBelow(folder);
  expect(files.some((file) => file.endsWith(".pdf"))).toBe(true);
  const leaks: string[] = [];
  for (const file of files) {
    const texts = await textsOf(file, readFileSync(file));
    const found = new Set(texts.flatMap((text) => secretsIn(text, {births})));
    leaks.push(...[...found].map((secret) => `${path.relative(folder, file)}: ${secret}`));
  }
  expect(leaks).toEqual([]);
});

test("what the build prints holds none either, and nothing of the confidential logs", () => {
  const printed = readFileSync(log, "utf8");
  expect(secretsIn(printed, {births})).toEqual([]);
  const lines = filesBelow(signOff)
    .filter((file) => file.endsWith("extracts.log"))
    .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"));
  expect(lines.filter((line) => line.includes("forms read"))).toHaveLength(6);
  expect(lines.filter((line) => printed.includes(line.trim()))).toEqual([]);
});

test("what is signed off tells of counts, and holds none of them", () => {
  const files = filesBelow(signOff);
  // Seven of each edition of records; of figures that anybody may know there is nothing to log and to tally.
  expect(files).toHaveLength(4 * 7 + 2 * 5);
  expect(files.flatMap((file) => secretsIn(readFileSync(file, "utf8"), {births}))).toEqual([]);
});
