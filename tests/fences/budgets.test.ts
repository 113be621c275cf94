import {readdirSync} from "node:fs";
import {expect, test} from "vitest";
import {readSourceFiles, root} from "./sourceFiles.ts";

const source = readSourceFiles("src");

test("no file of the source is longer than 250 lines", () => {
  const long = source.filter(({text}) => text.split("\n").length > 251).map(({file}) => file);
  expect(long).toEqual([]);
});

test("no file is a drawer for everything", () => {
  const drawers = source
    .filter(({file}) => /(utils?|helpers?|managers?|misc|common)\b/i.test(file))
    .map(({file}) => file);
  expect(drawers).toEqual([]);
});

test("no rule of the linter is switched off inside a file, but where a reason stands beside it", () => {
  const silenced = source
    .filter(({text}) => /eslint-disable(?!.* -- )|@ts-ignore|@ts-nocheck/.test(text))
    .map(({file}) => file);
  expect(silenced).toEqual([]);
});

test("the root has few entries", () => {
  const made = ["node_modules", "dist", ".git", ".astro", ".cache", "coverage"];
  const entries = readdirSync(root).filter((name) => !made.includes(name));
  expect(entries.length).toBeLessThanOrEqual(24);
});

test("only the solver's zone talks to HiGHS", () => {
  const talking = readSourceFiles("src").filter(({file}) => !file.startsWith("src/solver/"));
  expect(talking.filter(({text}) => /["']highs["'/]/.test(text)).map(({file}) => file)).toEqual([]);
});

test("the site touches the file system only where editions are read, and in its writers", () => {
  const touching = /^src\/site\/(edition|integration|pdf)\//;
  const reaching = source
    .filter(({file}) => file.startsWith("src/site/") && !touching.test(file))
    .filter(({text}) => /["'](node:)?fs(\/promises)?["']/.test(text))
    .map(({file}) => file);
  expect(reaching).toEqual([]);
});
