import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {restoreInterrupted, Staging} from "../../src/files/index.ts";
import {root as source} from "../cli/runCommand.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {watchDisk} from "./faultyDisk.ts";
import {leftovers, smallProject, write, type SmallProject} from "./project.ts";

/** A build in a process of its own, killed at its n-th change after it has noted that it will replace the site. */
function siteKilledAt(killAt: number, {root, cache}: SmallProject): NodeJS.Signals | null {
  const program = `
    const {mkdirSync, writeFileSync} = await import("node:fs");
    const {Staging} = await import(${JSON.stringify(path.join(source, "src/files/index.ts"))});
    const staging = Staging.open(${JSON.stringify(root)}, ${JSON.stringify(cache)});
    mkdirSync(staging.folder + "/dist");
    writeFileSync(staging.folder + "/dist/index.html", "page of the build that was killed");
    staging.publish([{from: staging.folder + "/dist", to: ${JSON.stringify(path.join(root, "dist"))}}]);`;
  const call = ["--import", path.join(source, "tests/files/killAt.mjs"), "--input-type=module", "-e", program];
  return spawnSync(process.execPath, call, {env: {...shellEnvironment(), KILL_AT: String(killAt)}}).signal;
}

/** Prepares another site, of one page. */
function prepareSite(staging: Staging, {root}: SmallProject): {readonly from: string; readonly to: string} {
  const from = path.dirname(write(path.join(staging.folder, "dist/index.html"), "page of the other build"));
  return {from, to: path.join(root, "dist")};
}

const page = ({root}: SmallProject): string => readFileSync(path.join(root, "dist/index.html"), "utf8");

describe("outputs of a build stay", () => {
  test.each([1, 2, 3])("when another was killed at change %i while this one was at work", (killAt) => {
    const project = smallProject();
    {
      using staging = Staging.open(project.root, project.cache);
      const move = prepareSite(staging, project);
      expect(siteKilledAt(killAt, project)).toBe("SIGKILL");
      staging.publish([move]);
    }
    expect(restoreInterrupted(project.root, project.cache)).toEqual([]);
    expect(page(project)).toBe("page of the other build");
    expect(readdirSync(path.join(project.root, "dist"))).toEqual(["index.html"]);
    expect(readdirSync(project.root).toSorted()).toEqual([".cache", "data", "dist"]);
    expect(leftovers(project)).toEqual([]);
  });

  test("when another could not publish, and ends after this one has", () => {
    const project = smallProject();
    const dist = path.join(project.root, "dist");
    rmSync(dist, {recursive: true});
    const failing = Staging.open(project.root, project.cache);
    const absent = {from: path.join(failing.folder, "2"), to: path.join(project.root, "second")};
    const moves = [prepareSite(failing, project), {...absent, from: write(absent.from, "text")}];
    const refuse = (): void => {
      watchDisk(
        ({name, args}, make) => {
          if (name === "renameSync" && args[1] === absent.to)
            throw Object.assign(new Error("EACCES"), {code: "EACCES"});
          return make();
        },
        () => {
          failing.publish(moves);
        },
      );
    };
    expect(refuse).toThrow(/could not be put in place \(EACCES\)\. What stood there stays/);
    expect(existsSync(dist)).toBe(false);
    using staging = Staging.open(project.root, project.cache);
    staging.publish([prepareSite(staging, project)]);
    failing[Symbol.dispose]();
    expect(page(project)).toBe("page of the other build");
  });
});

describe("a build that has published", () => {
  test("has done so, whatever keeps it from clearing up", () => {
    const project = smallProject();
    const staging = Staging.open(project.root, project.cache);
    staging.publish([prepareSite(staging, project)]);
    const gate = path.join(project.cache, "gate.lock");
    rmSync(gate);
    mkdirSync(gate);
    staging[Symbol.dispose]();
    expect(leftovers(project)).toHaveLength(1);
    rmSync(gate, {recursive: true});
    expect(restoreInterrupted(project.root, project.cache)).toEqual([]);
    expect(leftovers(project)).toEqual([]);
    expect(page(project)).toBe("page of the other build");
  });

  test("does not say that what stood there stays where the disk does not confirm it", () => {
    const project = smallProject();
    const staging = Staging.open(project.root, project.cache);
    const move = prepareSite(staging, project);
    let isDone = false;
    const publish = (): void => {
      watchDisk(
        ({name, args}, make) => {
          isDone ||= name === "renameSync" && String(args[1]).endsWith("journal-done.json");
          if (isDone && name === "fsyncSync") throw Object.assign(new Error("EIO"), {code: "EIO"});
          return make();
        },
        () => {
          staging.publish([move]);
        },
      );
    };
    expect(publish).toThrow(/the outputs are in place, but the disk did not confirm it \(EIO\)/);
    staging[Symbol.dispose]();
    expect(page(project)).toBe("page of the other build");
  });
});
