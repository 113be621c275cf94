import {chownSync, mkdirSync, readdirSync, rmSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {restoreInterrupted} from "../../src/files/index.ts";
import {smallProject, write} from "./project.ts";

describe("what cannot be locked is left alone, with words:", () => {
  test("the user's own, for what is in the way", () => {
    const {root, cache} = smallProject();
    mkdirSync(path.join(cache, "building-abc/owner.lock"), {recursive: true});
    const [words, ...more] = restoreInterrupted(root, cache);
    expect(words).toMatch(/building-abc: a build left this.*cannot be locked or changed\. Check who may write it/);
    expect(more).toEqual([]);
    expect(readdirSync(cache)).toContain("building-abc");
  });

  test.skipIf(process.getuid?.() !== 0)("another user's, for whose it is", () => {
    const {root, cache} = smallProject();
    mkdirSync(path.join(cache, "building-abc/owner.lock"), {recursive: true});
    chownSync(path.join(cache, "building-abc"), 65_534, 65_534);
    expect(restoreInterrupted(root, cache)).toEqual([
      expect.stringContaining("building-abc: a build that another user"),
    ]);
  });

  test("everything, where no one process can be sure to be the only one at it", () => {
    const {root, cache} = smallProject();
    write(path.join(cache, "building-abc/owner.lock"), "");
    rmSync(path.join(cache, "gate.lock"), {force: true});
    mkdirSync(path.join(cache, "gate.lock"));
    expect(restoreInterrupted(root, cache)).toEqual([
      expect.stringMatching(/left alone\. .*gate\.lock: this file cannot be locked/),
    ]);
    expect(readdirSync(cache)).toContain("building-abc");
  });
});
