import {expect, test} from "vitest";
import {parseExtractOption} from "../../src/cli/options.ts";

test("an extract's path starts from where the command was called", () => {
  const extracts = parseExtractOption("prison=a/b=c.csv", {cwd: "/home/analyst", before: {}});
  expect(extracts).toEqual({prison: "/home/analyst/a/b=c.csv"});
});

test("several extracts stand side by side", () => {
  const before = {prison: "/p.csv"};
  expect(parseExtractOption("community=/c.csv", {cwd: "/", before})).toEqual({prison: "/p.csv", community: "/c.csv"});
});

test("an extract without a name is refused, and the message shows how to write it", () => {
  expect(() => parseExtractOption("/data/prison.csv", {cwd: "/", before: {}})).toThrow("name=PATH");
});

test("an extract given twice is refused rather than one silently winning", () => {
  expect(() => parseExtractOption("prison=/b.csv", {cwd: "/", before: {prison: "/a.csv"}})).toThrow("given twice");
});
