import {readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {auditRelease, ConfidentialFolder} from "../../src/audit/index.ts";
import {ownFaults} from "../../src/audit/release/ownFaults.ts";
import {makeRelease} from "../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../src/confidential/sources/files/ingest.ts";
import {openProject, parseQuery} from "../../src/publication/index.ts";
import {readRelease, writeRelease, type ReleaseContent} from "../../src/release/index.ts";
import {tidyCsv} from "../../src/site/formats/csv/tidyCsv.ts";
import {readRows} from "../../src/site/tidy/readRows.ts";
import {smallProject} from "./sources/files/smallProject.ts";

const reference = `title: Treated and in need
source: A survey
licence: open
key: {variable: area, label: Area, list: areas}
further-keys: [{variable: year, label: Year, list: years}]
columns:
  treated: {label: Treated, unit: people, decimals: 0}
  need: {label: In need, unit: people, decimals: 0, lower: from, upper: to}
`;

const rows = [
  "area,year,treated,need,from,to",
  "kent,2006,240,3360,2610,4620",
  "kent,2007,250,3400,,",
  "surrey,2006,900,3000,2500,3700",
];

const text = `# One

Of an estimated {{ value people.need area=kent year=2006 }}, {{ value people.treated area=kent year=2006 }} were treated:
{{ proportion people.treated of need area=kent year=2006 }}. {{ proportion people.treated of need area=kent year=2007 }} a
year later. {{ claim proportion people.treated of need area=surrey year=2006 > proportion people.treated of need area=kent year=2006 }}
`;

const report = [
  "template: figures",
  "title: Figures",
  "summary: A report without records.",
  "region: south",
  "period: {from: 2006-01-01, to: 2007-12-31}",
  "published: 2008-11-20",
  "publisher: Nobody",
  "contact: nobody@example.org",
  "",
];

function project(files: Readonly<Record<string, string>> = {}): string {
  const root = smallProject({
    "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
    "data/codelists/years.csv": "code,name,label,text\n,2006,2006,2006\n,2007,2007,2007\n",
    "data/reference/people.yaml": reference,
    "data/reference/people.csv": `${rows.join("\n")}\n`,
    "templates/figures/template.yaml": "references: [people]\n",
    "templates/figures/10-one.md": text,
    "reports/figures/report.yaml": report.join("\n"),
    ...files,
  });
  onTestFinished(() => {
    rmSync(root, {recursive: true});
  });
  return root;
}

async function release(root: string) {
  const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
  const request = {project: openProject(root), edition: "figures", published: [], out: path.join(root, "out")};
  const {file, summary} = await makeRelease({...request, confidential, open: fromFiles()});
  return {content: JSON.parse(readFileSync(file, "utf8")) as ReleaseContent, summary};
}

test("a report without records is released, is no synthetic one, and passes its audit", async () => {
  const {content, summary} = await release(project());
  expect(content.provenance.synthetic).toBe(false);
  expect(content.populations).toEqual([]);
  expect(summary).toMatchObject({extracts: [], withheld: 0});
  const cells = content.cells.map(({address, cell}) => [address.measure, cell]);
  expect(cells).toContainEqual([
    "proportion",
    {status: "published", value: 7.1, count: 240, of: 3360, lower: 5.1, upper: 9.4},
  ]);
  expect(cells).toContainEqual(["proportion", {status: "published", value: 7.4, count: 250, of: 3400}]);
  expect(cells).toContainEqual(["value", {status: "published", value: 3360, lower: 2610, upper: 4620}]);
  const audit = await auditRelease(readRelease(writeRelease(content), "release.json"));
  expect(audit.report.passes).toBe(true);
});

test("figures that a reference calls made up are so in the release and in every file", async () => {
  const root = project({"data/reference/people.yaml": `synthetic: true\n${reference}`});
  const {content} = await release(root);
  expect(content.references).toEqual([expect.objectContaining({name: "people", synthetic: true})]);
  const {content: real} = await release(project());
  expect(real.references[0]).not.toHaveProperty("synthetic");
  const made = new Map([["this", readRelease(writeRelease(content), "release.json")]]);
  const rows = readRows(parseQuery("value people.treated area=kent year=2006"), made.get("this")!);
  const lines = tidyCsv(rows).trim().split("\n");
  expect(lines.map((line) => line.split(",").at(-1))).toEqual(["synthetic", "yes"]);
});

test.each([
  [{value: 7.3}, "is not what its two figures give"],
  [{lower: 5.2}, "has an interval that its two figures do not give"],
  [{upper: 9.3}, "has an interval that its two figures do not give"],
  [{lower: 6.3, upper: 8.1}, "has an interval that its two figures do not give"],
  [{lower: 7.2}, "is not within its own interval"],
])("the audit finds a proportion of which %j was altered", async (altered, what) => {
  const {content} = await release(project());
  const cells = content.cells.map((one) =>
    one.address.measure === "proportion" && one.address.at.year === "2006" && one.address.at.area === "kent"
      ? {...one, cell: {...one.cell, ...altered}}
      : one,
  );
  const faults = ownFaults(readRelease(writeRelease({...content, cells}), "release.json"));
  expect(faults.join("\n")).toContain(what);
});

// The text asks for no figure of Surrey in its own place: what stands beside the proportion has to bear it out.
test.each([
  [{value: 31.2}, "is not what its two figures give"],
  [{count: 990}, "is not what its two figures give"],
  [{count: undefined}, "is without the figures that it is made of"],
  [{lower: 29.4, upper: 31}, "has an interval that its two figures do not give"],
])("the audit finds a proportion alone of which %j was altered", async (altered, what) => {
  const faults = await faultsWith(altered, {area: "surrey", year: "2006"});
  expect(faults).toContain(what);
});

test.each([
  ["2007", {lower: 6, upper: 9}, "nobody knows how far an estimate in it is off"],
  ["2006", {count: 241}, "figures beside it that are not those printed"],
])("the audit finds what is told beside a proportion of %s: %j", async (year, altered, what) => {
  expect(await faultsWith(altered, {area: "kent", year})).toContain(what);
});

/** What the audit finds where a proportion at a place was altered; the figures of Kent are printed in their own places. */
async function faultsWith(altered: object, {area, year}: {area: string; year: string}): Promise<string> {
  const more = "{{ value people.need area=kent year=2007 }}";
  const {content} = await release(project({"templates/figures/10-one.md": `${text}${more}\n`}));
  const cells = content.cells.map((one) => {
    const isIt = one.address.measure === "proportion" && one.address.at.year === year && one.address.at.area === area;
    return isIt ? {...one, cell: {...one.cell, ...altered}} : one;
  });
  return ownFaults(readRelease(writeRelease({...content, cells}), "release.json")).join("\n");
}

test("what cannot be told apart is not called greater", async () => {
  const claim = "{{ claim value people.need area=kent year=2006 > value people.need area=surrey year=2006 }}";
  const root = project({"templates/figures/10-one.md": `# One\n\nNone. ${claim}\n`});
  const {content} = await release(root);
  const {checkClaims} = await import("../../src/site/prose/checkClaims.ts");
  const {loadPublication} = await import("../../src/publication/index.ts");
  const releases = new Map([["this", readRelease(writeRelease(content), "release.json")]]);
  expect(() => {
    checkClaims(loadPublication(openProject(root), "figures"), releases);
  }).toThrow("which cannot be told apart");
});

test.each([
  // Nobody knows how far the estimate of 2007 is off.
  ["value people.need area=surrey year=2006 < value people.need area=kent year=2007", "cannot be told apart"],
  ["crude-rate people.treated per need area=surrey year=2006 < 50", "is not true: the left side is 300.0"],
  ["crude-rate people.treated per need area=surrey year=2006 > 299", undefined],
  ["proportion people.treated of need area=kent year=2006 = 7%", undefined],
  ["proportion people.treated of need area=kent year=2006 = 8%", "is not true: the left side is 7.1%"],
])("the claim %s is judged in the unit that is printed", async (claim, what) => {
  const root = project({"templates/figures/10-one.md": `# One\n\nNone. {{ claim ${claim} }}\n`});
  const {content} = await release(root);
  const {checkClaims} = await import("../../src/site/prose/checkClaims.ts");
  const {loadPublication} = await import("../../src/publication/index.ts");
  const releases = new Map([["this", readRelease(writeRelease(content), "release.json")]]);
  const judge = () => {
    checkClaims(loadPublication(openProject(root), "figures"), releases);
  };
  if (what === undefined) expect(judge).not.toThrow();
  else expect(judge).toThrow(what);
});

test.each([
  [
    {"data/reference/people.csv": `${rows.join("\n")}\nsurrey,2007,1,30,40,50\n`},
    "are not on both sides of the estimate",
  ],
  [{"data/reference/people.csv": `${rows.join("\n")}\nsurrey,2007,1,30,20,\n`}, "people.csv, line 5"],
  [{"data/reference/people.yaml": reference.replace(", upper: to", "")}, "an estimate has both bounds or none"],
  [
    {
      "data/reference/people.yaml": `groups-of-people: treated\n${reference}`,
      "data/reference/people.csv": `${rows.join("\n")}\nsurrey,2007,4,30,20,40\n`,
    },
    'people.csv, line 5: "treated" is not a whole number of people, 5 or more',
  ],
  [
    {
      "data/reference/people.yaml": `groups-of-people: treated\n${reference}`,
      "data/reference/people.csv": `${rows.join("\n")}\nsurrey,2007,,30,20,40\n`,
    },
    'people.csv, line 5: "treated" is not a whole number of people, 5 or more',
  ],
  [
    {
      "data/reference/people.yaml": `groups-of-people: treated\n${reference}`,
      "data/reference/people.csv": `${rows.join("\n")}\nsurrey,2007,7,30,20,40\n`,
      "templates/figures/policy.yaml": "threshold: 8\n",
    },
    'people.csv, line 5: "treated" is not a whole number of people, 8 or more',
  ],
  [{"data/reference/people.yaml": `groups-of-people: people\n${reference}`}, "it names no column without decimals"],
  [
    {"reports/figures/report.yaml": [...report, "synthetic: true", ""].join("\n")},
    "counts no records that could be synthetic",
  ],
  [{"templates/figures/10-one.md": "# One\n\n{{ proportion people.treated of ned area=kent year=2006 }}\n"}, '"need"'],
  [
    {"templates/figures/10-one.md": "# One\n\n{{ proportion people.treated area=kent year=2006 }}\n"},
    "Write of and another column of people",
  ],
  [
    {"templates/figures/10-one.md": "# One\n\n{{ proportion people.need of need area=kent year=2006 }}\n"},
    '10-one.md:3:22: "need" is divided by itself',
  ],
  [
    {"data/reference/people.yaml": reference.replace("In need, unit: people", "In need, unit: thousand people")},
    '"need" is in the unit "thousand people", and is no count',
  ],
  [
    {"data/reference/people.yaml": reference.replace("Treated, unit: people", "Treated, unit: percent")},
    '"treated" is in the unit "percent", and is no count',
  ],
  ...[
    "claim value people.treated area=kent year=2006 < value people.need area=kent year=2006",
    "compare value people.treated area=kent year=2006 with value people.need area=kent year=2006",
    "higher value people.treated year=2006 by area than value people.need area=kent year=2006",
  ].map((directive): [Record<string, string>, string] => [
    {
      "data/reference/people.yaml": reference.replace("Treated, unit: people", "Treated, unit: visits"),
      "templates/figures/10-one.md": `# One\n\nNone. {{ ${directive} }}\n`,
    },
    "is in people, and what it is held against in visits",
  ]),
  [
    {"data/reference/people.yaml": reference.replace("Treated, unit: people", "Treated, unit: visits")},
    '"treated" is in the unit "visits", and "need" in "people"',
  ],
])("bad input is told with what to do", async (files, what) => {
  await expect(release(project(files as Readonly<Record<string, string>>))).rejects.toThrow(what);
});
