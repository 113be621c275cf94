import {existsSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {restoreInterrupted, Staging, type FileMove} from "../../src/files/index.ts";
import {temporaryFolder} from "../cli/runCommand.ts";
import {countChanges, withFault} from "./faultyDisk.ts";
import {leftovers, smallProject, write, type SmallProject} from "./project.ts";

/** Two projects whose builds put their outputs in one folder, which is not there yet. */
function shared(): {readonly first: SmallProject; readonly second: SmallProject; readonly out: string} {
  return {first: smallProject(), second: smallProject(), out: path.join(temporaryFolder(), "deep/trial")};
}

/** Prepares a release and a site for a folder out of the project, all of whose texts say whose they are. */
function ready(staging: Staging, {out, whose}: {readonly out: string; readonly whose: string}): readonly FileMove[] {
  write(path.join(staging.folder, "release.json"), whose);
  write(path.join(staging.folder, "dist/index.html"), whose);
  return [
    {from: path.join(staging.folder, "release.json"), to: path.join(out, "releases/e/release.json")},
    {from: path.join(staging.folder, "dist"), to: path.join(out, "dist")},
  ];
}

function build({root, cache}: SmallProject, named: {readonly out: string; readonly whose: string}): void {
  using staging = Staging.open(root, cache);
  staging.publish(ready(staging, named));
}

const restore = ({root, cache}: SmallProject): readonly string[] => restoreInterrupted(root, cache);

/** What stands below a folder, hidden files too. */
function standsIn(out: string): Readonly<Record<string, string>> {
  if (!existsSync(out)) return {};
  return Object.fromEntries(
    readdirSync(out, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => path.join(parentPath, name))
      .map((file) => [path.relative(out, file), readFileSync(file, "utf8")]),
  );
}

const whole = (whose: string) => ({"dist/index.html": whose, "releases/e/release.json": whose});

/** Builds the first project's outputs and is killed when its release stands and its site does not. */
function killHalfWay(first: SmallProject, out: string): void {
  const [{first: like, out: other}] = [shared()];
  const changes = countChanges(() => {
    build(like, {out: other, whose: "x"});
  });
  for (let at = 1; at <= changes; at++) {
    try {
      withFault(at, "killed after", () => {
        build(first, {out, whose: "first"});
      });
    } catch {
      if (standsIn(out)["releases/e/release.json"] === "first" && !existsSync(path.join(out, "dist"))) return;
      restore(first);
    }
  }
  throw new Error("some change falls between the two moves");
}

test("builds of two projects into one folder leave nothing there but outputs", () => {
  const {first, second, out} = shared();
  build(first, {out, whose: "first"});
  expect(standsIn(out)).toEqual(whole("first"));
  build(second, {out, whose: "second"});
  expect(standsIn(out)).toEqual(whole("second"));
});

describe("where a build was killed that puts outputs in a folder out of its project,", () => {
  test(
    "another project's is refused with whose it is, until that has put the folder in order",
    {timeout: 60_000},
    () => {
      const {first, second, out} = shared();
      killHalfWay(first, out);
      const building = (): void => {
        build(second, {out, whose: "second"});
      };
      expect(building).toThrow(/smallprint-reserved: a build of another project puts its outputs here, or was killed/);
      expect(building).toThrow(first.cache);
      expect(leftovers(second)).toEqual([]);
      expect(restore(first)).toEqual([]);
      expect(existsSync(path.dirname(out))).toBe(false);
      building();
      expect(restore(first)).toEqual([]);
      expect(standsIn(out)).toEqual(whole("second"));
    },
  );

  test("what stands there stays once somebody has taken its reservations away, with words", () => {
    const {first, second, out} = shared();
    killHalfWay(first, out);
    for (const reservation of Object.keys(standsIn(out)).filter((name) => name.endsWith(".smallprint-reserved"))) {
      rmSync(path.join(out, reservation));
    }
    build(second, {out, whose: "second"});
    const [words, ...more] = restore(first);
    expect(words).toContain("somebody has taken its reservation away since. What stands there was left alone:");
    expect(more).toEqual([]);
    expect(restore(first)).toEqual([]);
    expect(standsIn(out)).toEqual(whole("second"));
  });

  test("a project that was moved meanwhile knows its reservations", () => {
    const {first, second, out} = shared();
    killHalfWay(first, out);
    const moved = {...first, root: `${first.root}-moved`, cache: `${first.root}-moved/.cache`};
    renameSync(first.root, moved.root);
    expect(restore(moved)).toEqual([]);
    build(second, {out, whose: "second"});
    expect(standsIn(out)).toEqual(whole("second"));
  });
});
