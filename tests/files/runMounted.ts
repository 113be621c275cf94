import {spawnSync} from "node:child_process";
import {shellEnvironment} from "../shellEnvironment.ts";

/** Where a user may not mount anything, not even for himself, these tests cannot be made. */
export const canMount = spawnSync("unshare", ["--user", "--map-root-user", "--mount", "true"]).status === 0;

/** Runs a program with `mounts` (commands of a shell) that it alone sees, and gives what it printed. */
export function runMounted(
  mounts: readonly string[],
  program: string,
): {readonly output: string; readonly errors: string} {
  const script = [...mounts, `exec ${process.execPath} --input-type=module -e "$PROGRAM"`].join(" && ");
  const run = spawnSync("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script], {
    encoding: "utf8",
    env: {...shellEnvironment(), PROGRAM: program},
  });
  return {output: run.stdout, errors: run.stderr};
}
