import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {dayInLondon} from "../../src/cli/today.ts";
import {ownCommand} from "../../src/files/index.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {kept, ledgerProject, run, writeEdition} from "./ledgerProject.ts";
import {root as ownRoot, runCommand} from "./runCommand.ts";

const asks = ["count clients"];
const published = "2026-03-01";

/** A project with an edition that is published on that day. */
function project(): string {
  const root = ledgerProject();
  writeEdition(root, "first", {asks, report: {published}});
  return root;
}

test.each([
  ["2026-06-30T22:59:00Z", "2026-06-30"],
  ["2026-06-30T23:00:00Z", "2026-07-01"],
  ["2026-12-31T23:59:00Z", "2026-12-31"],
])("the day of %s is %s in London, in summer an hour before Greenwich's", (moment, day) => {
  expect(dayInLondon(new Date(moment))).toBe(day);
});

test.each([
  ["2026-02-28", "A draft of first until", "PUBLISHED FOR THE FIRST TIME"],
  ["2026-03-01", "PUBLISHED FOR THE FIRST TIME", "A draft of first until"],
])("--today decides whether an edition is published, whatever the clock says: %s", async (today, told, other) => {
  const {output, errors} = await run(project(), "release", "first", "--today", today);
  expect(output + errors).toContain(told);
  expect(output + errors).not.toContain(other);
});

test("the same project, extracts and day give the same bytes", async () => {
  const root = project();
  const bytes = () => readFileSync(path.join(root, "data/releases/first/release.json"), "utf8");
  await run(root, "--today", "2026-03-05", "release", "first");
  const before = bytes();
  await runCommand(["release", "first", "--today", "2026-03-05"], {root, cwd: root, byClock: "2031-05-05"});
  expect(bytes()).toBe(before);
  expect(kept(root, "first")).toEqual(["release.json"]);
});

test("the environment names the day where the option does not", async () => {
  const [by, option] = [project(), project()];
  const named = await runCommand(["release", "first"], {root: by, cwd: by, todayNamed: published});
  expect(named.output + named.errors).toContain("PUBLISHED FOR THE FIRST TIME");
  const argv = ["release", "first", "--today", "2026-02-28"];
  const both = await runCommand(argv, {root: option, cwd: option, todayNamed: published});
  expect(both.output + both.errors).toContain("A draft of first until");
});

test("what was published by the clock is not made anew as of a day before, which would forget it; a trial is", async () => {
  const root = project();
  const byClock = "2026-04-01";
  await runCommand(["release", "first"], {root, cwd: root, today: byClock});
  const changes = {root, cwd: root, byClock};
  const back = await runCommand(["release", "first", "--today", "2026-02-28"], changes);
  expect(back.exitCode).toBe(2);
  expect(back.errors).toContain("--today 2026-02-28: first was published on 2026-03-01");
  const trial = ["release", "first", "--today", "2026-02-28", "--out", path.join(root, "trial")];
  expect(await runCommand(trial, changes)).toMatchObject({exitCode: 0});
  expect(await runCommand(["release", "first", "--today", "2026-02-28", "--afresh"], changes)).toMatchObject({
    exitCode: 0,
  });
});

test.each(["2026-02-30", "1/3/2026", "2026-3-1", "tomorrow", ""])(
  "a day that is none is refused: '%s'",
  async (day) => {
    const {exitCode, errors} = await run(ledgerProject(), "check", "first", "--today", day);
    expect(exitCode).toBe(2);
    expect(errors).toContain(`--today ${day}: this is no day. Write it with the year first, as 2009-04-01.`);
  },
);

test("the program itself reads the variable", () => {
  const env = {...shellEnvironment(), SMALLPRINT_TODAY: "soon"};
  const {status, stderr} = spawnSync(process.execPath, [ownCommand, "audit"], {cwd: ownRoot, env, encoding: "utf8"});
  expect(stderr).toContain("SMALLPRINT_TODAY soon: this is no day.");
  expect(status).toBe(2);
});
