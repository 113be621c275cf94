import {chmodSync, mkdirSync, statSync} from "node:fs";
import path from "node:path";
import {afterEach, expect, test} from "vitest";
import {moveInto} from "../../src/files/moveInto.ts";
import {temporaryFolder} from "../cli/runCommand.ts";
import {watchDisk, withFault} from "./faultyDisk.ts";
import {write} from "./project.ts";

const umask = process.umask();

afterEach(() => {
  process.umask(umask);
});

/** A folder that only its owner may enter, with one within that a group may, and one that all may. */
function closedFolder(): string {
  process.umask(0o022);
  const from = path.join(temporaryFolder(), "from");
  mkdirSync(from);
  chmodSync(write(path.join(from, "group/sign-off.json"), "text"), 0o600);
  mkdirSync(path.join(from, "all"));
  chmodSync(path.join(from, "group"), 0o750);
  chmodSync(path.join(from, "all"), 0o777);
  chmodSync(from, 0o700);
  return from;
}

const rights = (place: string): string => (statSync(place).mode & 0o7777).toString(8);

test("what comes from another disk keeps its rights, folders too", () => {
  const from = closedFolder();
  const to = path.join(path.dirname(from), "to");
  withFault(1, "EXDEV", () => {
    moveInto(from, to, `${to}.arriving`);
  });
  expect(["", "group", "all", "group/sign-off.json"].map((name) => rights(path.join(to, name)))).toEqual([
    "700",
    "750",
    "777",
    "600",
  ]);
});

test("nobody else can enter a copy before it has its rights", () => {
  const from = closedFolder();
  const to = path.join(path.dirname(from), "to");
  const aside = `${to}.arriving`;
  const seen: string[] = [];
  watchDisk(
    ({name}, make) => {
      if (name === "renameSync" && seen.length === 0) {
        seen.push("refused");
        throw Object.assign(new Error("EXDEV"), {code: "EXDEV"});
      }
      if (name !== "cpSync") return make();
      seen.push(rights(aside));
      const result = make();
      seen.push(rights(aside));
      return result;
    },
    () => {
      moveInto(from, to, aside);
    },
  );
  expect(seen).toEqual(["refused", "700", "700"]);
});
