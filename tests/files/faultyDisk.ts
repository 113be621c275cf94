import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

/** What changes a disk, as the project calls it. */
const changing = [
  "writeFileSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "mkdirSync",
  "mkdtempSync",
  "cpSync",
  "chmodSync",
  "fsyncSync",
] as const;

/** What becomes of one change: the system refuses it, or the process is killed before, after or in the midst of it. */
export const faults = ["ENOSPC", "EACCES", "EIO", "EXDEV", "killed before", "killed after", "killed half way"] as const;

export type Fault = (typeof faults)[number];

interface Change {
  readonly name: (typeof changing)[number];
  readonly args: readonly unknown[];
}

type Call = (...args: readonly unknown[]) => unknown;

/** Runs work while every change of the disk is shown to `meet`, which may do it, refuse it, or do a part of it. */
export function watchDisk<Result>(meet: (change: Change, make: () => unknown) => unknown, work: () => Result): Result {
  const originals = changing.map((name) => [name, fs[name] as Call] as const);
  const patched = fs as unknown as Record<string, Call>;
  let isInside = false;
  for (const [name, original] of originals) {
    patched[name] = (...args) => {
      if (isInside) return original(...args);
      isInside = true;
      try {
        return meet({name, args}, () => original(...args));
      } finally {
        isInside = false;
      }
    };
  }
  syncBuiltinESMExports();
  try {
    return work();
  } finally {
    for (const [name, original] of originals) patched[name] = original;
    syncBuiltinESMExports();
  }
}

/** Counts the changes that work makes to the disk. */
export function countChanges(work: () => void): number {
  let changes = 0;
  watchDisk((_, make) => {
    changes += 1;
    return make();
  }, work);
  return changes;
}

/** Runs work whose n-th change, counted from 1, meets a fault. After a kill no change is made any more. */
export function withFault(at: number, fault: Fault, work: () => void): void {
  let changes = 0;
  let isDead = false;
  watchDisk((change, make) => {
    changes += 1;
    if (isDead) throw new Error("this process is dead");
    if (changes !== at) return make();
    if (!fault.startsWith("killed")) throw Object.assign(new Error(fault), {code: fault});
    isDead = true;
    if (fault === "killed after") make();
    if (fault === "killed half way") makeHalf(change);
    throw new Error("this process is dead");
  }, work);
}

/** A part of a change, where it has parts: of a text its first bytes, of a folder some of its files. */
function makeHalf({name, args: [target, content]}: Change): void {
  if (name === "writeFileSync") fs.writeSync(target as number, String(content).slice(0, 10));
  if (name === "cpSync") fs.mkdirSync(content as string, {recursive: true});
  if (name === "rmSync" && fs.existsSync(target as string) && fs.statSync(target as string).isDirectory()) {
    const [first] = fs.readdirSync(target as string);
    if (first !== undefined) fs.unlinkSync(`${target as string}/${first}`);
  }
}
