import {cpSync, existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import type {Release} from "../../src/release/index.ts";
import {kept, ledgerProject, printedIn, released, run, usual, writeEdition} from "./ledgerProject.ts";

const drugs = ["heroin", "cannabis", "old-drug"];
const everything = drugs.map((drug) => `count clients drug=${drug}`);
const cannabis = ["count clients drug=cannabis"];
const oldDrug = ["count clients drug=old-drug"];

/** A report that nobody has decided to publish. */
const undated = {published: undefined};

/** The drugs whose clients no release prints; all clients, and those whose drug nobody knows, are always printed. */
function hidden(...releases: readonly Release[]): readonly string[] {
  const printed = printedIn(...releases);
  expect(printed).toMatchObject({all: 20, "not-stated": 0});
  return drugs.filter((drug) => printed[drug] === undefined);
}

describe("three editions of the same people, one after the other,", () => {
  test("never give a small count away together, and all are kept", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: cannabis});
    writeEdition(root, "second", {asks: oldDrug});
    for (const edition of ["first", "second"]) {
      expect(await run(root, "release", edition)).toMatchObject({exitCode: 0, errors: ""});
    }
    const published = [released(root, "first"), released(root, "second")];
    expect(hidden(...published)).toEqual(["heroin", "old-drug"]);

    writeEdition(root, "first", {asks: everything});
    const revised = await run(root, "release", "first");
    expect(revised).toMatchObject({exitCode: 0, errors: ""});
    expect(revised.output).toContain("replaced/1.json");
    expect(kept(root, "first")).toEqual(["release.json", "replaced/1.json"]);
    expect(released(root, "first", "replaced/1.json").cells).toEqual(published[0]?.cells);
    expect(hidden(released(root, "first"), ...published)).toEqual(["heroin", "old-drug"]);

    const audit = await run(root, "audit", "second");
    expect(audit.exitCode).toBe(0);
    expect(audit.output).toContain("Audited together with: first (release 1), first.");
  });

  test("are refused, with how it can be worked out, where two of them give a small count away already", async () => {
    const [root, elsewhere] = [ledgerProject(), ledgerProject()];
    for (const [project, edition, asks] of [
      [root, "first", cannabis],
      [elsewhere, "second", oldDrug],
    ] as const) {
      writeEdition(project, edition, {asks});
      await run(project, "release", edition);
    }
    cpSync(path.join(elsewhere, "data/releases"), path.join(root, "data/releases"), {recursive: true});
    writeEdition(root, "third", {asks: everything});
    const {exitCode, errors} = await run(root, "release", "third");
    expect(exitCode).toBe(12);
    expect(errors).toContain("count clients [drug=heroin]");
    expect(errors).not.toMatch(/20|= 3/);
    const findings = readFileSync(path.join(root, "data/extracts/sign-off/third/refused.txt"), "utf8");
    expect(findings).toContain("20 − 9 [count clients [drug=cannabis] in first] − 8");
    expect(existsSync(path.join(root, "data/releases/third"))).toBe(false);
  });
});

describe("the ledger keeps", () => {
  test("nothing more where a release says the same again, under whatever title, nor where it is a trial", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: everything});
    await run(root, "release", "first");
    const bytes = readFileSync(path.join(root, "data/releases/first/release.json"), "utf8");
    await run(root, "release", "first");
    expect(readFileSync(path.join(root, "data/releases/first/release.json"), "utf8")).toBe(bytes);
    writeEdition(root, "first", {asks: everything, report: {title: "Another title"}});
    await run(root, "release", "first");
    expect(released(root, "first").edition.title).toBe("Another title");
    writeEdition(root, "first", {asks: cannabis});
    const trial = await run(root, "release", "first", "--out", "trial");
    expect(trial.output).toContain("it was not published");
    expect(kept(root, "first")).toEqual(["release.json"]);
  });

  test("no draft: before its day of publication an edition is written over", async () => {
    const root = ledgerProject();
    const report = {published: "2026-02-01"};
    writeEdition(root, "first", {asks: cannabis, report});
    expect((await run(root, "release", "first")).output).toContain("A draft of first until its day of publication");
    writeEdition(root, "first", {asks: oldDrug, report});
    await run(root, "release", "first");
    expect(kept(root, "first")).toEqual(["release.json"]);
    expect(hidden(released(root, "first"))).toEqual(["heroin", "cannabis"]);
  });

  test("no draft: an edition without a day of publication is one, whatever day it is", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: cannabis, report: undated});
    const {output} = await run(root, "release", "first");
    expect(output).toContain("A draft of first: the next release takes its place");
    expect(output).not.toContain("PUBLISHED");
    expect(released(root, "first").edition).not.toHaveProperty("published");
    writeEdition(root, "first", {asks: oldDrug, report: undated});
    await run(root, "release", "first");
    expect(kept(root, "first")).toEqual(["release.json"]);
    expect(hidden(released(root, "first"))).toEqual(["heroin", "cannabis"]);
  });

  test("what was published, although the edition is made a draft afterwards that says the same", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: cannabis});
    await run(root, "release", "first");
    const report = {published: "2030-01-01"};
    writeEdition(root, "first", {asks: cannabis, report});
    expect((await run(root, "release", "first")).output).toContain("kept as replaced/1.json");
    writeEdition(root, "first", {asks: everything, report: undated});
    await run(root, "release", "first");
    expect(kept(root, "first")).toEqual(["release.json", "replaced/1.json"]);
    expect(hidden(released(root, "first"), released(root, "first", "replaced/1.json"))).toEqual(["heroin", "old-drug"]);
  });

  test("what made-up editions printed until it is told to forget it, and what real ones printed for good", async () => {
    const root = ledgerProject();
    const again = async (id: string, client: string) => {
      writeEdition(root, id, {asks: cannabis, client});
      await run(root, "release", id);
      writeEdition(root, id, {asks: oldDrug, client});
      return run(root, "release", id, "--afresh");
    };
    expect(await again("made-up", "CANARY-")).toMatchObject({exitCode: 0});
    expect(kept(root, "made-up")).toEqual(["release.json"]);
    expect(hidden(released(root, "made-up"))).toEqual(["heroin", "cannabis"]);
    expect(await again("real", "R")).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining("cannot be forgotten") as string,
    });
  });
});

describe("the first release that counts as published", () => {
  const announcement = "*** PUBLISHED FOR THE FIRST TIME: first, day of publication";

  test("says so in a line of its own at the end, once", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: cannabis, report: undated});
    await run(root, "release", "first");
    writeEdition(root, "first", {asks: cannabis});
    const {output} = await run(root, "release", "first");
    expect(output).toContain(`\n\n${announcement} 2008-12-01. `);
    expect(output.trimEnd().split("\n").at(-1)).toContain(announcement);
    writeEdition(root, "first", {asks: oldDrug});
    expect((await run(root, "release", "first")).output).not.toContain("PUBLISHED");
  });

  test("is none of a trial, and none before its day", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: cannabis});
    expect((await run(root, "release", "first", "--out", "trial")).output).not.toContain("PUBLISHED");
    writeEdition(root, "first", {asks: cannabis, report: {published: "2030-01-01"}});
    const {output} = await run(root, "release", "first");
    expect(output).toContain("on that day it counts as published by itself");
    expect(output).not.toContain("PUBLISHED");
  });
});

test("a real edition never meets a made-up one", async () => {
  const root = ledgerProject();
  writeEdition(root, "made-up", {asks: cannabis});
  writeEdition(root, "real", {asks: oldDrug, client: "R"});
  for (const edition of ["made-up", "real"]) await run(root, "release", edition);
  expect(hidden(released(root, "real"))).toEqual(["heroin", "cannabis"]);
  expect((await run(root, "audit", "real")).output).toContain("made-up was left out: it is made up");
});

describe("a stricter policy", () => {
  const stricter = {asks: everything, policy: "threshold: 10"};

  test("cannot unpublish a count that is small now, and says what to write", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: everything});
    await run(root, "release", "first");
    const [printed] = ["cannabis", "old-drug"].filter((drug) => printedIn(released(root, "first"))[drug] !== undefined);
    writeEdition(root, "first", stricter);
    const refused = await run(root, "release", "first");
    expect(refused.exitCode).toBe(12);
    expect(refused.errors).toContain("cannot be unpublished");
    expect(refused.errors).toContain(`withdraws: ["count clients [drug=${printed ?? ""}]"]`);
    expect(kept(root, "first")).toEqual(["release.json"]);

    const revisions = `[{date: 2009-02-01, reason: Stricter., affects: [one], withdraws: ["count clients drug=${printed ?? ""}"]}]`;
    writeEdition(root, "first", {...stricter, report: {revisions}});
    expect(await run(root, "release", "first")).toMatchObject({exitCode: 0, errors: ""});
    expect(hidden(released(root, "first"))).toEqual(drugs);
    const audit = await run(root, "audit", "first");
    expect(audit).toMatchObject({exitCode: 0});
    expect(audit.output).toContain("withdrawn in report.yaml");
    const signedOff = readFileSync(path.join(root, "data/extracts/sign-off/first/audit.txt"), "utf8");
    expect(signedOff).toContain(`count clients [drug=${printed ?? ""}], printed in first (release 1)`);
  });

  test("does not let go of a count that was never printed", async () => {
    const root = ledgerProject();
    writeEdition(root, "first", {asks: everything});
    await run(root, "release", "first");
    const revisions = '[{date: 2009-02-01, reason: None., affects: [one], withdraws: ["count clients drug=heroin"]}]';
    writeEdition(root, "first", {asks: everything, report: {revisions}});
    const {exitCode, errors} = await run(root, "release", "first");
    expect(exitCode).toBe(12);
    expect(errors).toContain("Nothing that was published gives these counts away");
  });
});

test("revised records are not taken for the same, and small changes are told", async () => {
  const root = ledgerProject();
  writeEdition(root, "first", {asks: everything});
  await run(root, "release", "first");
  const before = printedIn(released(root, "first"));
  const seen = usual.map((group) => ({...group, clients: group.clients + 2}));
  const revisions = "[{date: 2009-01-05, reason: Forms that came late., affects: [one]}]";
  writeEdition(root, "first", {asks: everything, seen, report: {revisions}});
  expect(await run(root, "release", "first")).toMatchObject({exitCode: 0, errors: ""});
  expect(kept(root, "first")).toEqual(["release.json", "replaced/1.json"]);
  expect(printedIn(released(root, "first")).all).toBe((before.all ?? 0) + 6);
  const {output} = await run(root, "audit", "first");
  expect(output).toContain("2 more than in first (release 1), by revised records");
  expect(output).toContain("these were revised");
});

test("a year does not print by how few it differs from nine months of it", async () => {
  const root = ledgerProject();
  const more = [{drug: "C", clients: 2, month: 4} as const, {drug: "O", clients: 20, month: 4} as const];
  writeEdition(root, "months", {
    asks: [...cannabis, ...oldDrug],
    report: {period: "{from: 2007-05-01, to: 2008-03-31}"},
    seen: usual.slice(1),
  });
  writeEdition(root, "year", {asks: [...cannabis, ...oldDrug], seen: [...usual.slice(1), ...more]});
  for (const edition of ["months", "year"]) {
    expect(await run(root, "release", edition)).toMatchObject({exitCode: 0, errors: ""});
  }
  expect(printedIn(released(root, "months"))).toMatchObject({all: 17, cannabis: 9, "old-drug": 8});
  expect(Object.keys(printedIn(released(root, "year")))).not.toContain("cannabis");
});
