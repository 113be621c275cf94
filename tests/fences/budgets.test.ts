import {execFileSync} from "node:child_process";
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
  const tracked = execFileSync("git", ["ls-files", "-z"], {cwd: root, encoding: "utf8"}).split("\0").filter(Boolean);
  const entries = new Set(tracked.map((file) => file.split("/")[0]));
  expect(entries.size).toBeGreaterThan(10);
  expect(entries.size).toBeLessThanOrEqual(25);
});

test("only the solver's zone talks to HiGHS", () => {
  const talking = readSourceFiles("src").filter(({file}) => !file.startsWith("src/solver/"));
  expect(talking.filter(({text}) => /["']highs["'/]/.test(text)).map(({file}) => file)).toEqual([]);
});

test("one file asks the clock which day it is; two more ask how long something takes", () => {
  const asking = source.filter(({text}) => /new Date\(\)|Date\.now|performance\.now|Temporal\.Now/.test(text));
  expect(asking.map(({file}) => file)).toEqual([
    "src/cli/environment.ts",
    "src/cli/progress.ts",
    "src/files/reservations.ts",
  ]);
});

test("one file talks to the library of PDF, which another may have to replace", () => {
  const talking = source.filter(({text}) => text.includes('"pdf-lib"')).map(({file}) => file);
  expect(talking).toEqual(["src/site/pdf/pdfLibrary.ts"]);
});

test("the site touches the file system only where editions are read, and in its writers", () => {
  const touching = /^src\/site\/(edition|integration|pdf)\//;
  const reaching = source
    .filter(({file}) => file.startsWith("src/site/") && !touching.test(file))
    .filter(({text}) => /["'](node:)?fs(\/promises)?["']/.test(text))
    .map(({file}) => file);
  expect(reaching).toEqual([]);
});
