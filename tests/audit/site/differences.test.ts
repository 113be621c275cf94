import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {auditDifferences} from "../../../src/audit/site/csv/auditDifferences.ts";
import {Findings} from "../../../src/audit/site/finding.ts";
import {loadPublication, openProject} from "../../../src/publication/index.ts";
import {readRelease} from "../../../src/release/index.ts";
import {differencesCsv} from "../../../src/site/formats/csv/differencesCsv.ts";
import {differencesOf} from "../../../src/site/prose/differencesOf.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const [id, before] = ["south-east-2008-09", "south-east-2007-08"];

function releaseOf(name: string) {
  const file = `data/releases/${name}/release.json`;
  return readRelease(readFileSync(`${root}/${file}`, "utf8"), file);
}

const [release, previous] = [releaseOf(id), releaseOf(before)];
const publication = loadPublication(openProject(root), id);
const releases = new Map([
  ["this", release],
  ["previous", previous],
]);
const edition = {publication, release, releases};
const csv = differencesCsv(differencesOf(publication, releases));

function audit(text: string): readonly string[] {
  const findings = new Findings();
  auditDifferences({file: "differences.csv", text, edition}, findings);
  return findings.list.map(({place, what}) => `${place}: ${what}`);
}

test("every difference of the text is in its file, with the numbers that the released counts give", () => {
  expect(csv.split("\n").length).toBeGreaterThan(50);
  expect(audit(csv)).toEqual([]);
});

test("a number that is another one, a row too many and a row too few are found", () => {
  const lines = csv.trimEnd().split("\n");
  const at = lines.findIndex((line) => line.includes("share prison ever-injected=yes"));
  const changed = lines.with(at, lines[at]!.replace(",published,2.2,", ",published,2.3,"));
  expect(changed).not.toEqual(lines);
  expect(audit(changed.join("\n"))).toEqual([
    `row ${at + 1}: difference is not what the released counts give for this pair`,
  ]);
  expect(audit([...lines, lines.at(-1)].join("\n"))).toEqual([
    `row ${lines.length + 1}: the text prints no such difference`,
  ]);
  expect(audit(lines.slice(0, -1).join("\n"))).toEqual(["the whole file: a difference of the text is missing"]);
});
