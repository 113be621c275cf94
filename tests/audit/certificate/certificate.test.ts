import fc from "fast-check";
import {expect, test} from "vitest";
import {auditRelease, certificateSchema, checkCertificate, type Certificate} from "../../../src/audit/index.ts";
import {cases, shownOf} from "../randomTable.ts";
import {table, tinyRelease} from "../tinyRelease.ts";

const release = tinyRelease(table(["c c 9 | 20", "c c 9 | 19", "6 7 8 | 21", "17 17 26 | 60"]));
const key = "count people [column=c1,row=r1]";

async function certificate(): Promise<Certificate> {
  return (await auditRelease(release)).certificate;
}

test("a certificate proves every withheld cell safe, without a solver", async () => {
  const written = certificateSchema.parse(JSON.parse(JSON.stringify(await certificate())));
  expect(checkCertificate([release], written)).toEqual({holds: true, faults: [], proved: 4, open: []});
});

test("cells that are not safe are left open", async () => {
  const leaky = tinyRelease({variables: {v: ["a", "b", "c"]}, counts: {"": 12, "v=a": 10, "v=b": "c", "v=c": "c"}});
  const {certificate} = await auditRelease(leaky);
  expect(checkCertificate([leaky], certificate)).toMatchObject({holds: true, proved: 0, open: {length: 2}});
});

test.each<[string, (made: Certificate) => Certificate, string]>([
  [
    "a base that does not add up",
    (made) => ({...made, base: {...made.base, [key]: made.base[key]! + 1}}),
    "breaks a statement",
  ],
  ["a base without a cell", (made) => ({...made, base: {}}), "a count that it cannot have"],
  [
    "a table that does not add up",
    (made) => ({...made, witnesses: made.witnesses.map((one) => ({...one, [key]: 9}))}),
    "breaks a statement",
  ],
  [
    "a printed count changed",
    (made) => ({...made, witnesses: [...made.witnesses, {"count people []": 61}]}),
    "cannot have",
  ],
  [
    "a cell that the release lacks",
    (made) => ({...made, witnesses: [{"count people [x=y]": 1}]}),
    "which the releases lack",
  ],
  ["a claim without tables", (made) => ({...made, cells: {...made.cells, [key]: [0]}}), "enough different counts"],
  ["a table that is not there", (made) => ({...made, cells: {...made.cells, [key]: [99]}}), "enough different counts"],
  [
    "a claim about a printed cell",
    (made) => ({...made, cells: {...made.cells, "count people []": [0]}}),
    "no withheld cell",
  ],
])("%s is refused", async (_, tamper, fault) => {
  const check = checkCertificate([release], tamper(await certificate()));
  expect(check.holds).toBe(false);
  expect(check.faults.join("\n")).toContain(fault);
});

test("a certificate of another release is refused", async () => {
  const other = tinyRelease(table(["c c 9 | 20", "c c 9 | 20", "6 7 8 | 21", "17 18 26 | 61"]));
  expect(checkCertificate([other], await certificate()).holds).toBe(false);
});

test("certificates of random tables hold, and prove what the audit calls safe", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (random) => {
      const {variables, shown} = shownOf(random);
      const tiny = tinyRelease({variables, counts: shown, zeros: random.zeros});
      const {report, certificate} = await auditRelease(tiny);
      const check = checkCertificate([tiny], certificate);
      expect(check.faults).toEqual([]);
      if (report.reachesTarget) expect(check.open).toEqual([]);
      expect(check.open.length).toBeLessThanOrEqual(report.givenAway.length + report.narrow.length);
    }),
    {numRuns: 60},
  );
});
