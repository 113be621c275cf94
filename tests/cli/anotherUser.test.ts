import {spawnSync} from "node:child_process";
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import path from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {edition, program, wholeProject} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {root as source} from "./runCommand.ts";

/** Whoever "nobody" is, no file is theirs. */
const nobody = {uid: 65_534, gid: 65_534};

/** Only an administrator can run a command as somebody else, who must be able to read the program. */
const canBeOther = process.getuid?.() === 0 && spawnSync(process.execPath, [program, "--version"], nobody).status === 0;

/** A project that everybody may write into, in a folder that everybody may enter. */
function openProject(): string {
  const place = mkdtempSync("/tmp/smallprint-user-");
  onTestFinished(() => {
    rmSync(place, {recursive: true});
  });
  const project = path.join(place, "project");
  cpSync(wholeProject(), project, {recursive: true, verbatimSymlinks: true});
  mkdirSync(path.join(place, "tmp"));
  spawnSync("chmod", ["-R", "a+rwX", place]);
  chmodSync(path.join(place, "tmp"), 0o1777);
  return project;
}

interface As {
  readonly who?: typeof nobody;
  /** At which change after its journal the command is killed. */
  readonly killAt?: number;
}

function runIn(project: string, argv: readonly string[], {who, killAt}: As = {}) {
  const preload = killAt === undefined ? [] : ["--import", path.join(source, "tests/files/killAt.mjs")];
  const env = {
    ...shellEnvironment(),
    HOME: "/nonexistent",
    TMPDIR: path.join(project, "../tmp"),
    KILL_AT: String(killAt ?? 0),
  };
  const call = [...preload, program, ...argv];
  const {status, signal, stdout, stderr} = spawnSync(process.execPath, call, {
    ...who,
    env,
    cwd: project,
    encoding: "utf8",
  });
  return {ended: signal ?? status, printed: stdout + stderr};
}

const buildsIn = (project: string): readonly string[] =>
  readdirSync(path.join(project, ".cache")).filter((name) => name.startsWith("building-"));

describe.skipIf(!canBeOther)("what another user's killed build left", () => {
  test(
    "is left alone with words, keeps nobody from reading, and goes with that user's next command",
    {timeout: 120_000},
    () => {
      const project = openProject();
      expect(runIn(project, ["release", edition], {killAt: 4}).ended).toBe("SIGKILL");
      expect(buildsIn(project)).toHaveLength(1);

      const checked = runIn(project, ["check", edition], {who: nobody});
      expect(checked.printed).toContain("left alone");
      expect(checked.ended).toBe(0);

      // The folder of sign-offs is the other's: nothing confidential of this one may lie there.
      const released = runIn(project, ["release", edition], {who: nobody});
      expect(released.printed).not.toMatch(/our own fault|CANARY-/);
      expect([12, 14, 15]).toContain(released.ended);
      expect(buildsIn(project)).toHaveLength(1);

      expect(runIn(project, ["check", edition])).toMatchObject({ended: 0});
      expect(buildsIn(project)).toEqual([]);
      expect(readdirSync(path.join(project, "../tmp"))).toEqual([]);
      expect(runIn(project, ["release", edition])).toMatchObject({ended: 0});
    },
  );

  test(
    "in a cache that both may lock is left alone by name, and a trial of one's own is made beside it",
    {timeout: 120_000},
    () => {
      const project = openProject();
      expect(runIn(project, ["release", edition], {killAt: 4}).ended).toBe("SIGKILL");
      for (const name of readdirSync(path.join(project, ".cache")).filter((one) => one.endsWith(".lock"))) {
        chmodSync(path.join(project, ".cache", name), 0o666);
      }
      chmodSync(path.join(project, ".cache"), 0o777);
      const [out, signOff] = ["trial", "own"].map((name) => path.join(project, "../tmp", name)) as [string, string];
      const made = runIn(project, ["release", edition, "--out", out, "--sign-off", signOff], {who: nobody});
      expect(made.printed).toMatch(/building-\w+: a build that another user ran left this, and it was left alone/);
      expect(made.ended).toBe(0);
      expect(buildsIn(project)).toHaveLength(1);
    },
  );
});
