import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {publishedBefore} from "../../src/cli/publishedBefore.ts";
import {nameOf} from "../../src/release/index.ts";
import {ledgerProject, run, writeEdition} from "./ledgerProject.ts";

const asks = ["count clients"];

test("editions that are made in one run are published together: the second reckons with the first", async () => {
  const root = ledgerProject();
  const out = path.join(root, "staging");
  writeEdition(root, "first", {asks});
  await run(root, "release", "first", "--out", out);
  const question = {root, out, today: "2026-01-31", forgotten: []};
  expect(publishedBefore({...question, edition: "second"}).map(nameOf)).toEqual(["first"]);
  expect(publishedBefore({...question, edition: "first"})).toEqual([]);
});

test("drafts of other editions count, for they will be published; an edition's own do not", async () => {
  const root = ledgerProject();
  writeEdition(root, "first", {asks, report: {published: "2026-02-01"}});
  await run(root, "release", "first");
  const question = {root, out: path.join(root, "none"), today: "2026-01-31", forgotten: []};
  expect(publishedBefore({...question, edition: "second"}).map(nameOf)).toEqual(["first"]);
  expect(publishedBefore({...question, edition: "first"})).toEqual([]);
  expect(publishedBefore({...question, edition: "first", today: "2026-02-01"}).map(nameOf)).toEqual(["first"]);
});

test("a made-up release of an older layout can be forgotten; one that cannot be read could be real", async () => {
  const root = ledgerProject();
  writeEdition(root, "first", {asks});
  await run(root, "release", "first");
  const file = path.join(root, "data/releases/first/release.json");
  const question = {root, out: path.join(root, "none"), today: "2026-01-31", edition: "first"};
  writeFileSync(file, readFileSync(file, "utf8").replace('"threshold"', '"below"'));
  expect(() => publishedBefore({...question, forgotten: []})).toThrow("Make the release again");
  expect(publishedBefore({...question, forgotten: ["first"]})).toEqual([]);
  writeFileSync(file, "{");
  expect(() => publishedBefore({...question, forgotten: ["first"]})).toThrow("cannot be forgotten");
});
