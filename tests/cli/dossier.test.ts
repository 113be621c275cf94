import {readFileSync, renameSync, statSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {ledgerProject, run, usual, writeEdition} from "./ledgerProject.ts";

const asks = ["count clients", "count clients drug=cannabis"];
const file = "data/extracts/sign-off/one/dossier.txt";
const dossierOf = (root: string): string => readFileSync(path.join(root, file), "utf8");

describe("the dossier of an edition", () => {
  test("says what it is, what became of the records and what was overridden, for its owner alone", async () => {
    const root = ledgerProject();
    const report = {
      revisions: "[{date: 2009-01-05, reason: Forms that came late., affects: [one]}]",
      expected: '[{what: "clients: more", because: A prison was added.}]',
      breaks: "[{extract: people, from: 2007-10-01, because: The form is another.}]",
    };
    writeEdition(root, "one", {asks: [...asks, 'unclaimed "as the law says"'], report});
    renameSync(path.join(root, "data/extracts/one.csv"), path.join(root, "data/extracts/late.csv"));
    const {exitCode, output, errors} = await run(root, "release", "one", "--extract", "people=data/extracts/late.csv");
    expect(exitCode, errors).toBe(0);
    const dossier = dossierOf(root);
    const release = readFileSync(path.join(root, "data/releases/one/release.json"));
    const {createHash} = await import("node:crypto");
    expect(dossier).toContain(createHash("sha256").update(release).digest("hex"));
    expect(dossier).toMatch(/people: 20 forms read/);
    expect(dossier).toMatch(/extract people: .*data\/extracts\/late\.csv\n/);
    expect(dossier).toContain("expected, clients: more: A prison was added.");
    expect(dossier).toContain("break, people from 2007-10-01: The form is another.");
    expect(dossier).toContain("revision of 2009-01-05, one: Forms that came late.");
    expect(dossier).toMatch(/words without a claim, templates\/one\/10-one\.md:\d+: as the law says/);
    expect(dossier).toContain("nothing of it was published before");
    expect(dossier).toMatch(/read by _+ on _+/);
    expect((statSync(path.join(root, file)).mode & 0o777).toString(8)).toBe("600");
    expect(output).not.toMatch(/20 forms/);
  });

  test("says what changed since the last release and since the edition compared with", async () => {
    const root = ledgerProject();
    const period = "{from: 2006-04-01, to: 2007-03-31}";
    const seen = [{drug: "C", clients: 30}] as const;
    writeEdition(root, "before", {asks: ["count clients", "count clients sex=male"], seen, report: {period}});
    writeEdition(root, "one", {asks, expect: "{records: 1000%, share: 100, not-stated: 100, variables: {}}"});
    const compared = {"compare-with": "before"};
    for (const report of [undefined, compared]) {
      const revisions = "[{date: 2009-01-05, reason: Forms that came late., affects: [one]}]";
      const more = report === undefined ? usual : [...usual, {drug: "C", clients: 6} as const];
      const expectations = "{records: 1000%, share: 100, not-stated: 100, variables: {}}";
      writeEdition(root, "one", {asks, seen: more, expect: expectations, report: {revisions, ...report}});
      const released = await run(root, "release", "one");
      expect(released.exitCode, released.errors).toBe(0);
    }
    expect(dossierOf(root)).toMatch(/count clients: 20 before, 26 now/);
    expect(dossierOf(root)).toMatch(/2 numbers are not as they were; 0 are new, 0 are not asked any more/);
    expect(dossierOf(root)).toContain("before is not released");
  });
});
