import {readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {ConfidentialFolder} from "../../src/audit/index.ts";
import {ownFaults} from "../../src/audit/release/ownFaults.ts";
import {makeRelease} from "../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../src/confidential/sources/files/ingest.ts";
import {openProject} from "../../src/publication/index.ts";
import {readRelease, writeRelease, type ReleaseContent} from "../../src/release/index.ts";
import {smallProject} from "./sources/files/smallProject.ts";

/** A report on a reference whose key is a list of periods. */
async function release(
  {periods, figures, unit = "thousand crimes"}: {periods: readonly string[]; figures: readonly string[]; unit?: string},
  text: string,
): Promise<ReleaseContent> {
  const root = smallProject({
    "data/codelists/regions.csv": "code,name,label,text\nR1,south,South,the South\n",
    "data/codelists/periods.csv": `code,name,label,text\n${periods.map((name) => `${name},${name},Period ${name},period ${name}`).join("\n")}\n`, // prettier-ignore
    "data/reference/crimes.yaml": `title: Crimes\nsource: A police force\nlicence: open\nkey: {variable: quarter, label: Quarter, list: periods}\ncolumns:\n  crimes: {label: Crimes, unit: ${unit}, decimals: 1}\n`, // prettier-ignore
    "data/reference/crimes.csv": `quarter,crimes\n${periods.map((name, at) => `${name},${figures[at] ?? ""}`).join("\n")}\n`, // prettier-ignore
    "templates/figures/template.yaml": "references: [crimes]\n",
    "templates/figures/10-one.md": `# One\n\n${text}\n`,
    "reports/figures/report.yaml":
      "template: figures\ntitle: Figures\nsummary: No records.\nregion: south\nperiod: {from: 2002-04-01, to: 2004-03-31}\npublisher: Nobody\ncontact: nobody@example.org\n",
  });
  onTestFinished(() => {
    rmSync(root, {recursive: true});
  });
  const confidential = ConfidentialFolder.at(path.join(root, "sign-off"));
  const request = {project: openProject(root), edition: "figures", published: [], out: path.join(root, "out")};
  const {file} = await makeRelease({...request, confidential, open: fromFiles()});
  return JSON.parse(readFileSync(file, "utf8")) as ReleaseContent;
}

const sums = ({cells}: ReleaseContent) =>
  cells.flatMap(({address, cell}) =>
    address.measure === "rolling-value" ? [[address.periods.at(-1), "value" in cell ? cell.value : cell.status]] : [],
  );

const quarters = ["2002-03-q1", "2002-03-q2", "2002-03-q3", "2002-03-q4", "2003-04-q1", "2003-04-q2", "2003-04-q3", "2003-04-q4"]; // prettier-ignore
const figures = ["440.1", "457.2", "439.6", "424.8", "433.3", "0.1", "0.2", "0.7"];
const table = (show: string) => `::: table t\ntitle: Table\nmeasure: Crimes, year by year\nshow: ${show}\n:::\n`;
const query = "rolling-value 12 months of crimes.crimes by quarter";

test("published figures of quarters are added up to years, to their last decimal, as R adds them up", async () => {
  const content = await release({periods: quarters, figures}, `${table(query)}\n{{ label 12 months of crimes quarter=2003-04-q4 }}`); // prettier-ignore
  // R 4.2.2: diff(c(0, cumsum(y)), lag = 4).
  expect(sums(content)).toEqual([
    ["2002-03-q4", 1761.7],
    ["2003-04-q1", 1754.9],
    ["2003-04-q2", 1297.8],
    ["2003-04-q3", 858.4],
    ["2003-04-q4", 434.3],
  ]);
  expect(ownFaults(readRelease(writeRelease(content), "release.json"))).toEqual([]);
});

test("a sum of which a figure is missing is not there", async () => {
  const holed = figures.map((figure, at) => (at === 5 ? "" : figure));
  const content = await release({periods: quarters, figures: holed}, table(query));
  expect(sums(content).map(([, value]) => value)).toEqual([1761.7, 1754.9, "not-available", "not-available", "not-available"]); // prettier-ignore
});

test("the audit finds a sum that is not the one of its figures, or is of others", async () => {
  const asked = `${table(query)}\n${quarters.map((name) => `{{ value crimes.crimes quarter=${name} }}`).join(" ")}`;
  const content = await release({periods: quarters, figures}, asked);
  const altered = (change: object, address: object = {}): readonly string[] => {
    const cells = content.cells.map((one) =>
      one.address.measure === "rolling-value" && one.address.at.quarter === "2003-04-q1"
        ? {address: {...one.address, ...address}, cell: {...one.cell, ...change}}
        : one,
    );
    return ownFaults(readRelease(writeRelease({...content, cells}), "release.json"));
  };
  const own = "rolling-value 12 months of crimes crimes [quarter=2003-04-q1]";
  expect(altered({})).toEqual([]);
  expect(altered({value: 1754.8})).toEqual([`${own} is not what its months add up to`]);
  expect(altered({}, {periods: quarters.slice(0, 4)})).toEqual([`${own} adds up other periods than those of its months`]); // prettier-ignore
  const holed = [...quarters.slice(0, 3), "2003-04-q1"];
  expect(altered({}, {periods: holed})).toEqual([`${own} adds up other periods than those of its months`]);
});

test.each([
  [quarters.map((name) => `to-${name}`), "thousand crimes", "it is not clear with which month, quarter or year the months end"], // prettier-ignore
  [quarters.filter((_, at) => at !== 3), "thousand crimes", "it is not clear with which month, quarter or year the months end"], // prettier-ignore
  [quarters, "per 1,000 people", 'is in the unit "per 1,000 people", and cannot be added up'],
])("what are no periods in a row, or no counts, is not added up: %s", async (periods, unit, message) => {
  await expect(release({periods, figures, unit: `"${unit}"`}, table(query))).rejects.toThrow(message);
});
