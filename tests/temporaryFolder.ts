import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";

/** Gives a run of the tests a folder of its own for whatever is temporary, and leaves none of it behind. */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "smallprint-tests-"));
  process.env.TMPDIR = folder;
  return () => {
    rmSync(folder, {recursive: true, force: true});
  };
}
