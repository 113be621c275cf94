import {mkdirSync, readFileSync, rmSync, symlinkSync, renameSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {ledgerProject, run, writeEdition} from "./ledgerProject.ts";

const asks = ["count clients", "share clients drug=cannabis", "count clients drug=cannabis"];

/** The release as it was made, once for all tests. */
let made: string | undefined;

/** A project with a release, whose extract is somewhere else. */
async function released(): Promise<{root: string; file: string}> {
  const root = ledgerProject();
  const file = path.join(root, "data/releases/first/release.json");
  writeEdition(root, "first", {asks});
  if (made === undefined) {
    expect(await run(root, "release", "first")).toMatchObject({exitCode: 0});
    made = readFileSync(file, "utf8");
  }
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, made);
  rmSync(path.join(root, "data/extracts/first.csv"));
  return {root, file};
}

/** Changes a text file; throws where there is nothing to change, because the test would then show nothing. */
function edit(file: string, from: RegExp, to: string): void {
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`there is nothing like ${String(from)}`);
  writeFileSync(file, after);
}

describe("a release that was edited by hand is refused by build and audit:", () => {
  test.each<readonly [string, readonly [RegExp, string], string]>([
    ["its stage", [/"stage": "audited"/, '"stage": "suppressed, not audited"'], "it is a draft"],
    ["its threshold", [/"threshold": 5/, '"threshold": 2'], "another policy than the report's"],
    ["the hash of its policy", [/"policy": "[0-9a-f]{64}"/, `"policy": "${"0".repeat(64)}"`], "another policy"],
    ["its region", [/"region": "South"/, '"region": "North"'], "it is of North, and the report of South"],
    ["its period", [/"from": "2007-04-01"/, '"from": "2006-04-01"'], "and the report of"],
    [
      "its day of publication",
      [/"published": "2008-12-01"/, '"published": "2030-01-01"'],
      "names 2030-01-01 as its day",
    ],
    ["a draft", [/,\s*"published": "2008-12-01"/, ""], "it names no day of publication, and the report names 2008"],
    ["its synthetic records", [/"synthetic": true/, '"synthetic": false'], "whether the records are made up"],
    ["a share", [/"value":45/, '"value":250'], "is not the share"],
    [
      "a count",
      [/("population":"clients"\},"cell":\{"status":"published","value":)20/, "$121"],
      "says another number of",
    ],
  ])("%s", async (_, [from, to], words) => {
    const {root, file} = await released();
    edit(file, from, to);
    const built = await run(root, "build", "first", "--no-pdf");
    expect(built.errors).toContain(words);
    expect(built.errors).toContain("data/releases/first/release.json: no site can be made from this release");
    expect(built.exitCode).toBe(12);
    const audited = await run(root, "audit", "first");
    expect(audited.output).toContain(words);
    expect(audited.exitCode).toBe(12);
  });

  test("its edition", async () => {
    const {root, file} = await released();
    edit(file, /"id": "first"/, '"id": "second"');
    for (const command of [
      ["build", "first", "--no-pdf"],
      ["audit", "first"],
    ]) {
      const {exitCode, errors} = await run(root, ...command);
      expect(errors).toContain("this is the release of second, in the place of that of first");
      expect(exitCode).toBe(11);
    }
  });

  test("a small count in a withheld cell", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: ["count clients", "count clients drug=heroin", "count clients drug=cannabis"]});
    await run(root, "release", "first");
    rmSync(path.join(root, "data/extracts/first.csv"));
    edit(
      path.join(root, "data/releases/first/release.json"),
      /("drug":"heroin"\},"measure":"count","population":"clients"\},"cell":)\{"status":"suppressed"\}/,
      '$1{"status":"published","value":3}',
    );
    const {exitCode, errors} = await run(root, "build", "first", "--no-pdf");
    expect(errors).toContain("it does not withstand the audit");
    expect(errors).not.toMatch(/\b3\b/);
    expect(exitCode).toBe(12);
  });
});

describe("the ledger is never passed over:", () => {
  /** A project in which two editions would give a small count away together, the first of them somewhere else. */
  async function moved(): Promise<{root: string; away: string; place: string}> {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: ["count clients drug=cannabis"]});
    await run(root, "release", "first");
    const place = path.join(root, "data/releases/first");
    const away = path.join(root, "away");
    renameSync(place, away);
    writeEdition(root, "second", {asks: ["count clients drug=old-drug", "count clients drug=heroin"]});
    return {root, away, place};
  }

  test("a folder that is a link is followed", async () => {
    const {root, away, place} = await moved();
    symlinkSync(away, place);
    await run(root, "release", "second");
    expect((await run(root, "audit", "second")).output).toContain("Audited together with: first");
  });

  test("a link that leads nowhere is refused", async () => {
    const {root, place} = await moved();
    symlinkSync(path.join(root, "nowhere"), place);
    const {exitCode, errors} = await run(root, "release", "second");
    expect(errors).toContain("cannot be read (ENOENT)");
    expect(exitCode).toBe(11);
  });

  test("a release that is a link to nowhere is refused too", async () => {
    const {root, away, place} = await moved();
    renameSync(away, place);
    rmSync(path.join(place, "release.json"));
    symlinkSync(path.join(root, "nowhere.json"), path.join(place, "release.json"));
    expect(await run(root, "release", "second")).toMatchObject({exitCode: 11});
  });
});
