import {rmSync, readFileSync} from "node:fs";
import path from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {ConfidentialFolder} from "../../src/audit/index.ts";
import {ownFaults} from "../../src/audit/release/ownFaults.ts";
import {makeRelease} from "../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../src/confidential/sources/files/ingest.ts";
import {openProject} from "../../src/publication/index.ts";
import {readRelease, writeRelease, type ReleaseContent} from "../../src/release/index.ts";
import {smallProject} from "./sources/files/smallProject.ts";

const reference = `title: Admissions
source: A hospital
licence: open
key: {variable: area, label: Area, list: areas}
further-keys: [{variable: age-group, label: Age group, list: ages}]
columns:
  admissions: {label: Admissions, unit: admissions, decimals: 0}
  people: {label: Residents, unit: people, decimals: 0}
  expected: {label: Expected admissions, unit: admissions, decimals: 1}
`;

const rows = [
  "area,age-group,admissions,people,expected",
  "kent,young,30,20000,24.5",
  "kent,old,90,10000,102.0",
  "kent,all-ages,120,30000,126.5",
  "surrey,young,25,18000,22.0",
  "surrey,old,,9000,91.8",
];

const standard = `title: A standard population
source: Nobody
licence: open
key: {variable: age-group, label: Age group, list: ages}
columns:
  people: {label: People, unit: people, decimals: 0}
`;

const rate = "standardised-rate admissions.admissions per people across age-group weighted standard.people";
const ratio = "standardised-ratio admissions.admissions per people across age-group against area=kent";
const text = `# One

{{ ${rate} area=kent | with interval }}, {{ ${rate} area=surrey | capital | otherwise "not known" }};
{{ ${ratio} area=kent }}; {{ observed-ratio admissions.admissions to expected area=kent age-group=all-ages | with interval }}.
`;

const report = `template: figures
title: Figures
summary: A report without records.
region: south
period: {from: 2006-01-01, to: 2007-12-31}
publisher: Nobody
contact: nobody@example.org
`;

function project(files: Readonly<Record<string, string>> = {}): string {
  const root = smallProject({
    "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
    "data/codelists/ages.csv":
      "code,name,label,text,role\n,young,Under 40,under 40,\n,old,40 and over,40 and over,\n,all-ages,All ages,of all ages,outside\n",
    "data/reference/admissions.yaml": reference,
    "data/reference/admissions.csv": `${rows.join("\n")}\n`,
    "data/reference/standard.yaml": standard,
    "data/reference/standard.csv": "age-group,people\nyoung,60000\nold,40000\n",
    "templates/figures/template.yaml": "references: [admissions, standard]\n",
    "templates/figures/10-one.md": text,
    "reports/figures/report.yaml": report,
    ...files,
  });
  onTestFinished(() => {
    rmSync(root, {recursive: true});
  });
  return root;
}

async function release(root: string): Promise<ReleaseContent> {
  const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
  const request = {project: openProject(root), edition: "figures", published: [], out: path.join(root, "out")};
  const {file} = await makeRelease({...request, confidential, open: fromFiles()});
  return JSON.parse(readFileSync(file, "utf8")) as ReleaseContent;
}

const cellsOf = ({cells}: ReleaseContent, measure: string) =>
  cells.filter(({address}) => address.measure === measure).map(({cell}) => cell);

test("published figures are standardised, without the row of all ages", async () => {
  const content = await release(project());
  expect(cellsOf(content, "standardised-rate")).toEqual([
    // 0.6 × 30 / 20,000 + 0.4 × 90 / 10,000, and around it √(0.36 × 30 / 20,000² + 0.16 × 90 / 10,000²) / √120 times Byar's.
    {status: "published", value: 450, count: 120, of: 30_000, lower: 372.6, upper: 538.7},
    {status: "not-available"},
  ]);
  expect(cellsOf(content, "standardised-ratio")).toMatchObject([{value: 100, count: 120, lower: 82.9, upper: 119.6}]);
  expect(cellsOf(content, "observed-ratio")).toMatchObject([{value: 0.95, count: 120, of: 126.5}]);
  expect(content.references.map(({name}) => name)).toEqual(["admissions", "standard"]);
  expect(ownFaults(readRelease(writeRelease(content), "release.json"))).toEqual([]);
});

test.each([
  ["standardised-rate", {lower: 390}, "has an interval that its events do not give"],
  ["standardised-rate", {lower: 460}, "is not within its own interval"],
  ["standardised-rate", {count: 9}, "of fewer events than are useful"],
  ["standardised-rate", {count: undefined}, "is without its events"],
  ["standardised-rate", {value: 451, lower: 373.6, upper: 539.7}, "is not what its figures give"],
  ["standardised-ratio", {value: 101, lower: 83.9, upper: 120.6}, "is not what its figures give"],
  ["observed-ratio", {value: 0.96}, "is not what its two figures give"],
  ["observed-ratio", {lower: 0.8}, "has an interval that its two figures do not give"],
])("the audit finds a %s of which %j was altered", async (measure, altered, what) => {
  const values = ["young", "old"]
    .flatMap((age) =>
      ["admissions", "people"].map((column) => `{{ value admissions.${column} area=kent age-group=${age} }}`),
    )
    .join(" ");
  const weights = "{{ value standard.people age-group=young }} {{ value standard.people age-group=old }}";
  const content = await release(project({"templates/figures/10-one.md": `${text}\n${values} ${weights}\n`}));
  const cells = content.cells.map((one) =>
    one.address.measure === measure && one.address.at.area === "kent" ? {...one, cell: {...one.cell, ...altered}} : one,
  );
  const faults = ownFaults(readRelease(writeRelease({...content, cells} as ReleaseContent), "release.json"));
  expect(faults.join("\n")).toContain(what);
});

const only = (query: string) => ({"templates/figures/10-one.md": `# One\n\n{{ ${query} }}\n`});
const upTo = (word: string) => rate.slice(0, rate.indexOf(word));

test.each([
  [only(`${upTo("per")}area=kent`), "Write per and the column of people of admissions"],
  [only(`${upTo("across")}area=kent`), "Write across and a key of admissions"],
  [only(`${upTo("weighted")}area=kent`), "Write weighted and a reference of it"],
  [only(`${rate.replace("across age-group", "across age")} area=kent`), 'there is no variable of admissions "age"'],
  [only(`${rate} area=kent age-group=young`), '"age-group" is added up over, and asked by itself'],
  [only(rate), "it is not clear which rows"],
  [only(`${rate.replace("standard.people", "standard.peple")} area=kent`), '"people"'],
  [only(`${rate.replace("standard.people", "standrd.people")} area=kent`), 'template.yaml declares no "standrd"'],
  [
    only(`${rate.replace("standard.people", "admissions.people")} area=kent`),
    'the rows of "admissions" are told apart by area and age-group, and not by age-group alone',
  ],
  [only(`${ratio.replace("against area=kent", "")} area=surrey`), "Write against and a place"],
  [only(`${ratio.replace("area=kent", "area=knt")} area=surrey`), '"kent"'],
  [only(`${ratio.replace("area=kent", "age-group=old")} area=surrey`), 'there is no place of admissions "age-group"'],
  [
    only("observed-ratio admissions.admissions to people area=kent age-group=old"),
    '"admissions" is in the unit "admissions", and "people" in "people"',
  ],
])("bad input is told with what to do", async (files, what) => {
  await expect(release(project(files))).rejects.toThrow(what);
});
