import {spawnSync} from "node:child_process";
import {chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {FileLock, PlaceError} from "../../src/files/index.ts";
import {root as source} from "../cli/runCommand.ts";
import {shellEnvironment} from "../shellEnvironment.ts";

/** An administrator may write everything, and gives that up for these tests once the program is read. */
const drop = "if (process.getuid?.() === 0) process.setgroups([]), process.setgid(65534), process.setuid(65534);";

/** Tries a lock in a process of its own, and says how that went. */
function tryLock(file: string): string {
  const program = `
    const {FileLock} = await import(${JSON.stringify(path.join(source, "src/files/index.ts"))});
    ${drop}
    try {
      console.log(FileLock.take(${JSON.stringify(file)}) === undefined ? "held by another" : "taken");
    } catch (error) {
      console.log(error.name, error.exitCode);
    }`;
  const call = ["--input-type=module", "-e", program];
  return spawnSync(process.execPath, call, {encoding: "utf8", env: shellEnvironment()}).stdout.trim();
}

let folder: string;
const umask = process.umask();

beforeEach(() => {
  // The folder of the tests is closed to everybody else, whatever TMPDIR says meanwhile.
  folder = mkdtempSync("/tmp/smallprint-lock-");
  chmodSync(folder, 0o755);
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, {recursive: true});
});

/** A lock file with the rights given. */
function lockFile(mode: number): string {
  const file = path.join(folder, "a.lock");
  writeFileSync(file, "");
  chmodSync(file, mode);
  return file;
}

test("a lock is had by one process at a time, in the same one too", () => {
  const file = lockFile(0o666);
  const lock = FileLock.take(file);
  expect(lock).toBeDefined();
  expect(FileLock.take(file)).toBeUndefined();
  expect(tryLock(file)).toBe("held by another");
  lock?.[Symbol.dispose]();
  expect(tryLock(file)).toBe("taken");
});

describe("a lock is refused", () => {
  test("to whoever may only read its file, whether somebody holds it or not", () => {
    const file = lockFile(0o444);
    expect(tryLock(file)).toBe("LockError 15");
    chmodSync(file, 0o644);
    using lock = FileLock.take(file);
    chmodSync(file, 0o444);
    expect(tryLock(file)).toBe("LockError 15");
    expect(lock).toBeDefined();
  });

  test("where its file cannot be made", () => {
    expect(() => FileLock.take(path.join(folder, "absent/a.lock"))).toThrow(PlaceError);
  });
});

test("a lock file is everybody's whom the umask lets write, stays empty and has none beside it", () => {
  process.umask(0o002);
  const file = path.join(folder, "a.lock");
  using lock = FileLock.take(file);
  expect(lock).toBeDefined();
  expect(statSync(file)).toMatchObject({mode: 0o100_664, size: 0});
  expect(readdirSync(folder)).toEqual(["a.lock"]);
});
