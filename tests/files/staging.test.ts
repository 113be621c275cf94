import fs, {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {restoreInterrupted, Staging} from "../../src/files/index.ts";
import {folderIdentity} from "../../src/files/folderIdentity.ts";
import {runs} from "../invariants/runs.ts";
import {countChanges, faults, withFault, type Fault} from "./faultyDisk.ts";
import {after, before, leftovers, prepare, smallProject, standing, write, type SmallProject} from "./project.ts";

/** Every change takes minutes: the usual run tries some, other ones of each fault. */
const stride = runs({usual: 7, long: 1});

/** A whole build, which clears up after itself as far as the disk lets it. */
function build(project: SmallProject): void {
  using staging = Staging.open(project.root, project.cache);
  staging.publish(prepare(project, staging));
}

/** A build that is killed or refused at a change of the disk; what it throws is no matter. */
function buildWithFault(project: SmallProject, at: number, fault: Fault): void {
  try {
    withFault(at, fault, () => {
      build(project);
    });
  } catch {
    // The next command has to live with what is left.
  }
}

function changesOfBuild(): number {
  const project = smallProject();
  return countChanges(() => {
    build(project);
  });
}

const restore = ({root, cache}: SmallProject): readonly string[] => restoreInterrupted(root, cache);

test("a build replaces what stood there, files that are gone included, and keeps what is not ours", () => {
  const project = smallProject();
  build(project);
  expect(standing(project)).toEqual(after);
  expect(leftovers(project)).toEqual([]);
});

describe("whatever change of the disk meets a fault, what stands is old or new as a whole, and the next build works:", () => {
  test.each(faults)("%s", (fault) => {
    const changes = changesOfBuild();
    expect(changes).toBeGreaterThan(40);
    const seen = new Set<string>();
    for (let at = 1 + (faults.indexOf(fault) % stride); at <= changes; at += stride) {
      const project = smallProject();
      buildWithFault(project, at, fault);
      expect(restore(project)).toEqual([]);
      const stands = standing(project);
      const isNew = stands["project/dist/index.html"] === "new page";
      expect(stands, `${fault} at change ${at}`).toEqual(isNew ? after : before);
      expect(leftovers(project), `${fault} at change ${at}`).toEqual([]);
      if (!isNew) build(project);
      expect(standing(project)).toEqual(after);
      seen.add(isNew ? "new" : "old");
    }
    expect(seen).toContain("old");
    expect(seen).toContain("new");
  });
});

/** A project whose build was killed when some of its moves were made. */
function interrupted(): SmallProject {
  for (let at = changesOfBuild(); at > 0; at--) {
    const project = smallProject();
    buildWithFault(project, at, "killed after");
    if (hasNewRelease(project) && standing(project)["project/dist/index.html"] === "old page") return project;
  }
  throw new Error("some fault falls between two moves");
}

function hasNewRelease({root}: SmallProject): boolean {
  return readFileSync(path.join(root, "data/releases/e/release.json"), "utf8") === "new release";
}

test("a copy of a project that was left half way is put in order itself, and the original left to its own", () => {
  const project = interrupted();
  expect(hasNewRelease(project)).toBe(true);
  const copy = {...project, root: `${project.root}-copy`, cache: `${project.root}-copy/.cache`};
  cpSync(project.root, copy.root, {recursive: true});
  const original = standing(project);
  const [words, ...more] = restore(copy);
  expect(words).toContain(`left to the original: ${path.join(project.elsewhere, "e")}.`);
  expect(more).toEqual([]);
  const [kept] = readdirSync(copy.cache).filter((name) => name.startsWith("copied-building-"));
  expect(existsSync(path.join(copy.cache, kept ?? "none", "journal.json"))).toBe(true);
  expect(restore(copy)).toEqual([]);
  expect(standing(project)).toEqual(original);
  expect(existsSync(path.join(copy.root, "data/releases/e/replaced"))).toBe(false);
  expect(hasNewRelease(copy)).toBe(false);
  expect(restore(project)).toEqual([]);
  expect(standing(project)).toEqual(before);
});

test("a project is no copy of itself after a restart, which gives its disk another number", () => {
  const project = interrupted();
  const {statSync: original} = fs;
  const restarted = (...args: Parameters<typeof statSync>): unknown => {
    const stat = original(...args);
    return typeof stat?.dev === "bigint" ? Object.assign(stat, {dev: stat.dev + 1n}) : stat;
  };
  Object.assign(fs, {statSync: restarted});
  syncBuiltinESMExports();
  try {
    expect(restore(project)).toEqual([]);
  } finally {
    Object.assign(fs, {statSync: original});
    syncBuiltinESMExports();
  }
  expect(standing(project)).toEqual(before);
});

test("a build that is at work is left alone", () => {
  const project = smallProject();
  using staging = Staging.open(project.root, project.cache);
  const moves = prepare(project, staging);
  expect(restore(project)).toEqual([]);
  using other = Staging.open(project.root, project.cache);
  expect(other.folder).not.toBe(staging.folder);
  staging.publish(moves);
  expect(standing({...project})).toMatchObject({"project/dist/new.html": "new page"});
});

test("a journal that cannot be read blocks nothing and is kept, with words", () => {
  const project = smallProject();
  write(path.join(project.cache, "building-abc/journal.json"), '[{"from": "a", "to');
  const [words, ...more] = restore(project);
  expect(words).toContain("unreadable-building-abc");
  expect(more).toEqual([]);
  build(project);
  expect(readdirSync(project.cache)).toContain("unreadable-building-abc");
  expect(standing(project)).toEqual(after);
});

test("a folder is never cleared up as a partner whose name is another, whatever is written down", () => {
  const project = smallProject();
  const precious = write(path.join(project.root, "precious/file"), "kept");
  const place = path.join(project.cache, "building-abc");
  mkdirSync(place, {recursive: true});
  write(path.join(place, "partners.json"), JSON.stringify({place: folderIdentity(place), folders: ["precious"]}));
  restore(project);
  expect(existsSync(precious)).toBe(true);
});

test("a partner is closed to others, and is the same one when it is asked for again", () => {
  const project = smallProject();
  using staging = Staging.open(project.root, project.cache);
  const partner = staging.partner(path.join(project.elsewhere, ".staging"));
  expect(staging.partner(path.join(project.elsewhere, ".staging"))).toBe(partner);
  expect(statSync(partner).mode & 0o777).toBe(0o700);
});

test("the partner of a build of which nothing else is left goes with the next build there", () => {
  const project = smallProject();
  const forsaken = path.join(project.elsewhere, ".staging/building-gone");
  write(path.join(forsaken, "owner.lock"), "");
  build(project);
  expect(existsSync(forsaken)).toBe(false);
});

test("the partner of a build that is at work stays, in whichever project, seen from here or not", () => {
  const [project, other] = [smallProject(), smallProject()];
  const shared = path.join(project.elsewhere, ".staging");
  using staging = Staging.open(project.root, project.cache);
  const file = write(path.join(staging.partner(shared), "ready/sign-off.json"), "of the one at work");
  renameSync(project.root, `${project.root}-not-seen`);
  build({...other, elsewhere: project.elsewhere});
  renameSync(`${project.root}-not-seen`, project.root);
  expect(readFileSync(file, "utf8")).toBe("of the one at work");
});

test("what is not known to be a partner stays, whatever it is called", () => {
  const project = smallProject();
  const file = write(path.join(project.elsewhere, ".staging/building-plans/file"), "kept");
  build(project);
  expect(existsSync(file)).toBe(true);
});

describe("an output that is a link", () => {
  test("stays one, and what it leads to is replaced", () => {
    const project = smallProject();
    const [dist, served] = [path.join(project.root, "dist"), path.join(project.elsewhere, "served")];
    cpSync(dist, served, {recursive: true});
    rmSync(dist, {recursive: true});
    symlinkSync(served, dist);
    build(project);
    expect(lstatSync(dist).isSymbolicLink()).toBe(true);
    expect(readdirSync(served).toSorted()).toEqual(["index.html", "new.html"]);
  });

  test("to nowhere is refused with words", () => {
    const project = smallProject();
    const dist = path.join(project.root, "dist");
    rmSync(dist, {recursive: true});
    symlinkSync("/nowhere/at/all", dist);
    expect(() => {
      build(project);
    }).toThrow(/dist: this link leads nowhere/);
  });
});
