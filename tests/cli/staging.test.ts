import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {discardStaging, openStaging, publishStaging} from "../../src/cli/staging.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "staging-"));
});
afterEach(() => {
  rmSync(folder, {recursive: true});
});

function write(file: string, text: string): string {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), {recursive: true});
  writeFileSync(whole, text);
  return whole;
}

const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

test("what is ready replaces what stood there, files that are gone included", () => {
  write("dist/old.html", "old");
  const staging = openStaging(path.join(folder, "work"));
  write(path.relative(folder, path.join(staging, "dist/new.html")), "new");
  publishStaging(staging, [{from: path.join(staging, "dist"), to: path.join(folder, "dist")}]);
  expect(readdirSync(path.join(folder, "dist"))).toEqual(["new.html"]);
  expect(readdirSync(path.join(folder, "work"))).toEqual([]);
});

test("when one of two moves fails, both outputs stay as they were", () => {
  write("dist/old.html", "old");
  write("release.json", "old");
  const staging = openStaging(path.join(folder, "work"));
  write(path.relative(folder, path.join(staging, "release.json")), "new");
  const moves = [
    {from: path.join(staging, "release.json"), to: path.join(folder, "release.json")},
    {from: path.join(staging, "missing"), to: path.join(folder, "dist")},
  ];
  expect(() => {
    publishStaging(staging, moves);
  }).toThrow("ENOENT");
  expect(read("release.json")).toBe("old");
  expect(read("dist/old.html")).toBe("old");
});

test("a build killed between two moves is undone by the next one", () => {
  write("dist/old.html", "old");
  write("release.json", "new");
  const pid = spawnSync(process.execPath, ["--version"]).pid;
  const killed = `work/building-${pid}-abc`;
  write(`${killed}/previous/0`, "old");
  const moves = [
    {from: "gone", to: path.join(folder, "release.json")},
    {from: path.join(folder, killed, "dist"), to: path.join(folder, "dist")},
  ];
  write(`${killed}/moves.json`, JSON.stringify(moves));
  openStaging(path.join(folder, "work"));
  expect(read("release.json")).toBe("old");
  expect(read("dist/old.html")).toBe("old");
  expect(existsSync(path.join(folder, killed))).toBe(false);
});

test("a build that is discarded leaves nothing behind and touches no output", () => {
  write("dist/old.html", "old");
  const staging = openStaging(path.join(folder, "work"));
  writeFileSync(path.join(staging, "half"), "");
  discardStaging(staging);
  expect(readdirSync(path.join(folder, "work"))).toEqual([]);
  expect(read("dist/old.html")).toBe("old");
});
