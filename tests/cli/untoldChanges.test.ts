import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {ledgerProject, run as runIn, usual, writeEdition, type Seen} from "./ledgerProject.ts";

const release = (root: string, edition: string) => runIn(root, "release", edition);
const asks = ["count clients", "count clients drug=cannabis"];
const more: readonly Seen[] = [...usual, {drug: "C", clients: 6}];
const expectNothing = "{records: 1000%, share: 100, not-stated: 100, place: 100, variables: {}}";
const file = (root: string): string => readFileSync(path.join(root, "data/releases/one/release.json"), "utf8");

describe("numbers of a published edition that would change", () => {
  const changed = async (revisions?: string) => {
    const root = ledgerProject();
    writeEdition(root, "one", {asks, expect: expectNothing});
    expect((await release(root, "one")).exitCode).toBe(0);
    const before = file(root);
    writeEdition(root, "one", {asks, expect: expectNothing, seen: more, ...(revisions && {report: {revisions}})});
    return {root, before, run: await release(root, "one")};
  };

  test("stop a release that no revision speaks of, which proposes one", async () => {
    const {root, before, run} = await changed();
    expect(run.exitCode).toBe(11);
    expect(run.errors).toMatch(/numbers of one, which is published, would change without a word to its readers/);
    expect(run.errors).toMatch(/the text of One:\n +count clients: 20 before, 26 now/);
    expect(run.errors).toMatch(/revisions:\n +- date: \d{4}-\d\d-\d\d\n +reason: …\n +affects: \[one\]/);
    expect(file(root)).toBe(before);
    expect(existsSync(path.join(root, "data/releases/one/replaced"))).toBe(false);
  });

  test("do not where one does, and stop again where they change once more", async () => {
    const revision = "{date: 2009-01-05, reason: Forms that came late., affects: [one]}";
    const {root, run} = await changed(`[${revision}]`);
    expect(run.exitCode, run.errors).toBe(0);
    // The same once more changes nothing.
    expect((await release(root, "one")).exitCode).toBe(0);
    const seen: readonly Seen[] = [...more, {drug: "O", clients: 7}];
    writeEdition(root, "one", {asks, expect: expectNothing, seen, report: {revisions: `[${revision}]`}});
    expect((await release(root, "one")).exitCode).toBe(11);
    const second = `[${revision}, {date: 2009-02-05, reason: More of them., affects: [one]}]`;
    writeEdition(root, "one", {asks, expect: expectNothing, seen, report: {revisions: second}});
    const again = await release(root, "one");
    expect(again.exitCode, again.errors).toBe(0);
  });

  test("stop nothing of a draft, nor where only more is asked", async () => {
    const root = ledgerProject();
    writeEdition(root, "one", {asks, expect: expectNothing, report: {published: undefined}});
    expect((await release(root, "one")).exitCode).toBe(0);
    writeEdition(root, "one", {asks, expect: expectNothing, seen: more});
    expect((await release(root, "one")).exitCode).toBe(0);
    writeEdition(root, "one", {asks: [...asks, "count clients sex=male"], expect: expectNothing, seen: more});
    expect((await release(root, "one")).exitCode).toBe(0);
  });

  test("name the editions that are compared with it", async () => {
    const root = ledgerProject();
    writeEdition(root, "one", {asks, expect: expectNothing});
    expect((await release(root, "one")).exitCode).toBe(0);
    const period = "{from: 2008-04-01, to: 2009-03-31}";
    writeEdition(root, "two", {asks, report: {"compare-with": "one", period, published: "2009-12-01"}});
    writeEdition(root, "one", {asks, expect: expectNothing, seen: more});
    expect((await release(root, "one")).errors).toContain("two is compared with this edition: release it again too");
  });
});
