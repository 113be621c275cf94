import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";

/**
 * Gives a run of the tests a folder of its own for whatever is temporary, and leaves none of it behind. What one process
 * has compiled of the program is there for those that come after it.
 */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "smallprint-tests-"));
  process.env.TMPDIR = folder;
  process.env.NODE_COMPILE_CACHE = path.join(folder, "compiled");
  return () => {
    rmSync(folder, {recursive: true, force: true});
  };
}
