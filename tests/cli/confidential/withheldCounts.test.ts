import {spawnSync} from "node:child_process";
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {runs} from "../../invariants/runs.ts";
import {filesBelow} from "../../fences/searchOutputs.ts";
import {program} from "../../project/wholeProject.ts";
import {shellEnvironment} from "../../shellEnvironment.ts";
import {released as releasedBy, run, writeEdition} from "../ledgerProject.ts";
import {temporaryFolder, type Run} from "../runCommand.ts";
import {
  confidential,
  counts,
  expectSignOff,
  extractOf,
  project,
  rights,
  usual,
  wholeProject,
  withheld,
  writeFaulty,
} from "./faultyProject.ts";

const told = ({output, errors}: Run): string => output + errors;

describe("what a release may withhold", () => {
  test("stands in the log beside the sign-off, and the terminal names it", async () => {
    const root = project();
    const released = await run(root, "release", "e");
    expect(released).toMatchObject({exitCode: 0, errors: ""});
    expect(released.output).toContain("data/extracts/sign-off/e/extracts.log (confidential");
    expect(released.output).toContain("people: read, no limit exceeded (at most 50% of its rows broken");
    expect(counts(told(released))).toEqual([]);
    const {cells} = releasedBy(root, "e");
    const hidden = cells.filter(({cell}) => cell.status === "suppressed");
    expect(released.output).toContain(`\n${cells.length} cells, ${hidden.length} withheld; synthetic extracts\n`);
    const log = readFileSync(path.join(root, "data/extracts/sign-off/e/extracts.log"), "utf8");
    expect(log).toContain("people: 146 forms read, 31 quarantined, 42 outside the period, 53 superseded; 20 clients");
    expect(log).toContain("  SEEN: unreadable-date, 31 forms (the form is quarantined)");
    expect(log).toContain("  data/extracts/e.csv, line 55, AREA: unlisted-code");
    expect(log).toContain("  and 38 more");
    expect(log).not.toMatch(/CANARY|soon/);
  });

  test("is printed where the analyst asks for it", async () => {
    const {output} = await run(project(), "release", "e", "--show-confidential");
    expect(counts(output)).toEqual(withheld);
  });

  test("changes nothing of what is printed: whoever knows the release learns no more from the terminal", async () => {
    const few = fc.integer({min: 0, max: 60});
    const fates = fc.record({quarantined: few, outside: few, superseded: few, dropped: fc.integer({min: 0, max: 20})});
    const root = project();
    // The first release tells that it is published; the ones after it are held against each other.
    await run(root, "release", "e");
    const expected = told(await run(root, "release", "e"));
    await fc.assert(
      fc.asyncProperty(fates, async (one) => {
        writeFaulty(root, "e", one);
        expect(told(await run(root, "release", "e"))).toBe(expected);
      }),
      {numRuns: runs({usual: 4, long: 100})},
    );
  });

  test("is not printed when an extract is refused; the message names rule and column", async () => {
    const root = project({quarantined: 146, outside: 42, superseded: 53, dropped: 17});
    const layout = path.join(root, "data/dictionaries/small.yaml");
    writeFileSync(layout, readFileSync(layout, "utf8").replace("quarantined-forms: 100%", "quarantined-forms: 50%"));
    const refused = await run(root, "release", "e");
    expect(refused.exitCode).toBe(10);
    expect(refused.errors).toContain(
      "more forms are quarantined than the 50% that the dictionary allows, most often for unreadable-date in SEEN",
    );
    expect(counts(refused.errors.replaceAll(root, ""))).toEqual([]);
    const file = path.join(root, "data/extracts/sign-off/e/refused.txt");
    expect(refused.errors).toContain(file);
    expect(readFileSync(file, "utf8")).toContain("people: 261 forms read, 146 quarantined");
    expect([path.dirname(path.dirname(file)), path.dirname(file), file].map(rights)).toEqual(["700", "700", "600"]);
    const shown = await run(root, "release", "e", "--show-confidential");
    expect(shown.errors).toContain("261 forms read, 146 quarantined");
  });
});

/** Runs a command in a process of its own, as a user would. */
function spawned(root: string, ...argv: readonly string[]): {status: number | null; text: string} {
  const env = shellEnvironment();
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...argv], {cwd: root, encoding: "utf8", env});
  return {status, text: stdout + stderr};
}

test("a build prints no such count either, and keeps what is confidential out of its folder", () => {
  const [root, out] = [wholeProject(), temporaryFolder()];
  const built = spawned(root, "build", "e", "--no-pdf", "--out", out);
  expect(built).toMatchObject({status: 0});
  expect(built.text).toContain("data/extracts/sign-off-of-trials/e/extracts.log (confidential");
  expect(counts(built.text)).toEqual([]);
  expectSignOff(path.join(root, "data/extracts/sign-off-of-trials/e"));
  expect(readdirSync(out).toSorted()).toEqual(["dist", "releases"]);
  const names = filesBelow(out).map((file) => path.basename(file));
  expect(names).toContain("release.json");
  expect(names.filter((name) => confidential.includes(name))).toEqual([]);
});

test("a build that fails leaves the sign-off of the last one and none of its own; asked, it tells the counts", async () => {
  const root = wholeProject();
  await run(root, "release", "e");
  const folder = path.join(root, "data/extracts/sign-off");
  const before = readFileSync(path.join(folder, "e/sign-off.json"), "utf8");
  writeEdition(root, "e", {asks: ["count clients", "claim count clients > 50"], expect: "{unlisted: 100}"});
  writeFileSync(path.join(root, "data/extracts/e.csv"), extractOf(usual));
  const {status, text} = spawned(root, "build", "e", "--no-pdf", "--show-confidential");
  expect(text).toContain("count clients > 50");
  expect(counts(text)).toEqual(withheld);
  expect(status).toBe(11);
  expect(readFileSync(path.join(folder, "e/sign-off.json"), "utf8")).toBe(before);
  expect(readdirSync(path.join(folder, ".staging"))).toEqual([]);
});
