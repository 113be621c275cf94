import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {staleEditions} from "../../../src/site/edition/staleEditions.ts";
import {usualRequest} from "../../../src/site/edition/siteRequest.ts";

let root: string;

const report = `template: annual
title: A report
summary: A summary.
region: south-east
period: {from: 2007-04-01, to: 2008-03-31}
published: 2009-05-29
publisher: An observatory
contact: us
synthetic: true
extracts: {prison: data/extracts/prison.csv}
map: {layout: south-east}
`;

const template = `populations:
  prison: {label: prison clients, heading: Prison, extract: prison, dictionary: prison, one: client}
`;

/** Writes a file that was changed on a day of January 2030. */
function write(file: string, text: string, day: number): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), {recursive: true});
  writeFileSync(target, text);
  utimesSync(target, new Date(2030, 0, day), new Date(2030, 0, day));
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "stale-"));
  write("reports/first/report.yaml", report, 1);
  write("templates/annual/template.yaml", template, 1);
  write("data/codelists/regions.csv", "code,name,label,text\nJ,south-east,South East,the South East\n", 1);
  write("src/confidential/index.ts", "", 1);
  write("data/extracts/prison.csv", "", 1);
});

afterEach(() => {
  rmSync(root, {recursive: true});
});

test("an edition that was never released is stale", () => {
  expect(staleEditions(usualRequest(root))).toEqual(["first"]);
});

test("an edition released after its last change is not", () => {
  write("data/releases/first/release.json", "{}", 2);
  expect(staleEditions(usualRequest(root))).toEqual([]);
});

test.each([
  ["extract", "data/extracts/prison.csv", ""],
  ["report", "reports/first/report.yaml", report],
  ["template", "templates/annual/template.yaml", template],
  ["code list", "data/codelists/areas.csv", ""],
])("a later change of its %s makes it stale", (_, file, text) => {
  write("data/releases/first/release.json", "{}", 2);
  write(file, text, 3);
  expect(staleEditions(usualRequest(root))).toEqual(["first"]);
});

test("an edition whose extracts are elsewhere is taken as it was released", () => {
  rmSync(path.join(root, "data/extracts"), {recursive: true});
  write("data/releases/first/release.json", "{}", 2);
  write("templates/annual/template.yaml", template, 3);
  expect(staleEditions(usualRequest(root))).toEqual([]);
});
