import {parse} from "csv-parse/sync";
import {unzipSync} from "fflate";
import fc from "fast-check";
import {expect, test} from "vitest";
import {roundRatioHalfUp, textOfField} from "../../../src/release/index.ts";
import {fileSize} from "../../../src/site/formats/fileSize.ts";
import type {ReadmeWords} from "../../../src/site/formats/zip/readme.ts";
import {reportFiles} from "../../../src/site/formats/reportFiles.ts";
import {tidyCsv} from "../../../src/site/formats/csv/tidyCsv.ts";
import {writeCsv} from "../../../src/site/formats/csv/writeCsv.ts";
import {figureData} from "../sample/sampleFigure.ts";

const csv = (show: readonly string[]) => tidyCsv(figureData(show).rows.map((row) => ({row})));
const records = (text: string) => parse<Record<string, string>>(text, {columns: true});

const words = {
  id: "south-east-2007-08",
  title: "Drug interventions",
  region: "South East",
  period: "April 2007 to March 2008",
  publisher: "SEPHO",
  contact: "someone@example.org",
  published: "2009-05-29",
  notices: [{heading: "Synthetic data", words: "Every record was made up."}],
  isOfRecords: true,
  mark: "[c]",
};
const items = () => [
  {
    kind: "figure",
    id: "sex",
    number: "5",
    title: "Sex",
    data: figureData(["share prison by sex"]),
    svg: "<svg/>",
  } as const,
  {kind: "table", id: "drugs", number: "1", title: "Drugs", data: figureData(["count prison by main-drug"])} as const,
];

test("the archive of a draft says so, and is dated to no day", () => {
  const {published, ...undated} = words;
  const readmeOf = (report: ReadmeWords) => {
    const files = reportFiles({items: items(), words: report, differences: []});
    const archive = files.find(({path}) => path.endsWith(".zip"))!;
    return new TextDecoder().decode(unzipSync(archive.bytes)["README.txt"]);
  };
  expect(readmeOf(undated)).toContain("A draft by SEPHO, not published");
  expect(readmeOf(words)).toContain(`Published ${published} by SEPHO`);
});

test("the columns of tidy CSV are the agreed ones", () => {
  expect(csv(["share prison by sex"]).split("\n")[0]).toBe(
    "population,sex,sex_code,measure,value,unit,status,count,denominator,missing,lower,upper,synthetic",
  );
});

test("counts have no interval and need no columns for one", () => {
  expect(csv(["count prison by sex"]).split("\n")[0]).toBe(
    "population,sex,sex_code,measure,value,unit,status,denominator,missing,synthetic",
  );
});

test("read back, every row is its cell", () => {
  const data = figureData(["share prison by main-drug"]);
  const expected = data.rows.map(({cell}) => [cell.status, cell.status === "published" ? String(cell.value) : ""]);
  const found = records(tidyCsv(data.rows.map((row) => ({row})))).map(({status, value}) => [status, value]);
  expect(found).toEqual(expected);
});

test("a withheld cell has no value, no interval and nothing that stands for one", () => {
  const row = records(csv(["share prison by main-drug"])).find(({status}) => status === "suppressed");
  expect(row).toMatchObject({"main-drug": "Benzodiazepines", value: "", lower: "", upper: ""});
});

test("a share of too few has a status of its own, no value and no interval", () => {
  const [row] = figureData(["share prison by sex"]).rows;
  const cell = {status: "unreliable", count: 6, of: 8} as const;
  const [first] = records(tidyCsv([{row: {...row!, cell, denominator: {status: "published", value: 8}}}]));
  expect(first).toMatchObject({status: "unreliable", value: "", count: "6", denominator: "8"});
});

test("the edition comes first where cells come from two", () => {
  const [first, last] = [0, -1].map((at) =>
    records(csv(["count prison by sex", "count prison by sex in previous"])).at(at),
  );
  expect([first?.edition, last?.edition]).toEqual(["south-east-2007-08", "south-east-2006-07"]);
});

test("what a query fixes has a column, so that its rows can be told apart", () => {
  const [row] = records(csv(["share community sex=male within area-of-contact"]));
  expect([row?.sex, row?.["area-of-contact"]]).toEqual(["Male", "Bracknell Forest"]);
});

test("a row that a variable does not narrow stands for all of it", () => {
  const last = records(csv(["mean age prison by sex", "mean age prison"])).at(-1);
  expect([last?.sex, last?.measure, last?.unit]).toEqual(["All", "mean age", "years"]);
});

test("the number averaged stands beside a mean of everybody, and beside no group, because it is not asked there", () => {
  const rows = records(csv(["mean age prison by sex", "mean age prison"]));
  expect(rows.map(({denominator}) => denominator)).toEqual(["", "", "", "1200"]);
});

test("the counts of a share make it, to its last decimal", () => {
  const published = records(csv(["share prison by main-drug"])).filter(({status}) => status === "published");
  expect(published.length).toBeGreaterThan(3);
  const made = published.map(({count, denominator}) => roundRatioHalfUp(100 * Number(count), Number(denominator), 1));
  expect(made).toEqual(published.map(({value}) => Number(value)));
});

test("what a spreadsheet would take for a formula has a tab before it, and a number has none", () => {
  const texts = ['=HYPERLINK("http://x.example","a")', "@SUM(1+1)", "-1+2", "＝A1", "\t=A1", "-", "-2", "+1.5", "a=b"];
  const fields = parse(writeCsv([texts]))[0]!;
  expect(fields.map((field, at) => field === `\t${texts[at]!}`)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(fields.map(textOfField)).toEqual(texts);
});

test("any text comes back from CSV as it was", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({unit: fc.constantFrom("=", "+", "-", "@", "\t", "1", ".", '"', ",", "a")}),
  );
  fc.assert(
    fc.property(fc.array(text, {minLength: 1}), (texts) => {
      const fields = parse(writeCsv([["x", ...texts]]))[0]!;
      expect(fields.slice(1).map(textOfField)).toEqual(texts);
      expect(fields.filter((field) => /^[=@＝＋－＠]/.test(field))).toEqual([]);
    }),
  );
});

test("labels with commas and quotes survive CSV", () => {
  expect(writeCsv([['say "no", twice', "b"]])).toBe('"say ""no"", twice",b\n');
});

test("a report's files are each figure's data and drawing, all data and a ZIP", () => {
  expect(reportFiles({items: items(), words, differences: []}).map(({path}) => path)).toEqual([
    "data/sex.csv",
    "figures/sex.svg",
    "data/drugs.csv",
    "data/south-east-2007-08.csv",
    "data/south-east-2007-08.zip",
  ]);
});

test("the file of all data says which figure shows a cell", () => {
  const whole = reportFiles({items: items(), words, differences: []}).find(
    ({path}) => path === "data/south-east-2007-08.csv",
  );
  const rows = records(new TextDecoder().decode(whole?.bytes));
  expect([rows.length, rows[0]?.shown_in, rows.at(-1)?.shown_in]).toEqual([12, "figure sex", "table drugs"]);
});

test("the ZIP holds every other file as it is, and a README that names them and the made-up records", () => {
  const files = reportFiles({items: items(), words, differences: []});
  const unzipped = unzipSync(files.at(-1)!.bytes);
  const readme = new TextDecoder().decode(unzipped["README.txt"]);
  expect(Object.keys(unzipped).toSorted()).toEqual(
    ["README.txt", ...files.slice(0, -1).map(({path}) => path)].toSorted(),
  );
  expect(unzipped["data/sex.csv"]).toEqual(files[0]!.bytes);
  expect(readme).toContain("data/sex.csv  Figure 5, data (1 KB)");
  expect(readme).toContain("\nSynthetic data. Every record was made up.\n");
});

test("the same report gives the same bytes", () => {
  expect(reportFiles({items: items(), words, differences: []})).toEqual(
    reportFiles({items: items(), words, differences: []}),
  );
});

test("sizes are told in words that never say nothing", () => {
  expect([fileSize(12), fileSize(1001), fileSize(2_440_000)]).toEqual(["1 KB", "2 KB", "2.4 MB"]);
});

const told = {
  chapter: "sex",
  left: "share prison sex=male",
  right: "share community sex=male",
  unit: "percentage points",
  editions: ["south-east-2007-08", "south-east-2007-08"] as const,
};

test("the differences of the text have a file of their own, with the ends of their intervals as numbers", () => {
  const differences = [
    {...told, status: "published", among: {amount: -4.06, lower: -5.5, upper: -0.04, decimals: 1}} as const,
    {...told, status: "suppressed"} as const,
  ];
  const files = reportFiles({items: items(), words, differences});
  const file = files.find(({path}) => path === "data/south-east-2007-08-differences.csv");
  const [first, second] = records(new TextDecoder().decode(file?.bytes));
  expect(first).toMatchObject({left: told.left, right: told.right, difference: "-4.1", lower: "-5.5", upper: "0"});
  expect(first).toMatchObject({status: "published", unit: "percentage points", answered_difference: ""});
  expect(second).toMatchObject({status: "suppressed", difference: "", lower: "", upper: ""});
  expect(new TextDecoder().decode(unzipSync(files.at(-1)!.bytes)["README.txt"])).toContain("left less right");
});
