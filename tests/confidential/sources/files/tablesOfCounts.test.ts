import {existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {Ingested} from "../../../../src/confidential/sources/files/ingested.ts";
import {sha256} from "../../../../src/release/index.ts";
import {parquetOf} from "./parquetOf.ts";
import {datedDictionary, key, projectWithTable, readingTable, tableFailure, tableHeader} from "./tableProject.ts";

const countBy = async (source: Ingested, ...by: readonly string[]): Promise<Readonly<Record<string, number>>> => {
  const [answer = []] = await source.count("forms", [{by, counts: [[]]}]);
  return Object.fromEntries(answer.map(({at, counts}) => [at.join(" "), counts[0] ?? 0]));
};

const rows = ["1,K,H,A;B,7", "2,K,H,,12", ",S,C,A,5", "1,S,NA,A,0", "2,S,H,B,1"];

describe("a row of a table of counts stands for as many records as it says", () => {
  test("and all of them are counted, each by its answers", async () => {
    await readingTable(projectWithTable(rows), async ({counts, faultCounts}, source) => {
      expect(counts).toEqual({read: 25, quarantined: 0, outsidePeriod: 0, superseded: 0, counted: 25});
      expect(faultCounts).toEqual([]);
      expect(await countBy(source, "sex")).toEqual({male: 7, female: 13, "not-stated": 5});
      expect(await countBy(source, "area", "drug")).toEqual({
        "kent heroin": 19,
        "surrey cannabis": 5,
        "surrey heroin": 1,
      });
      const [wants] = await source.count("forms", [{by: [], counts: [[{variable: "wants", category: "advice"}]]}]);
      expect(wants?.[0]?.counts).toEqual([12]);
    });
  });

  test("and answers to the proof with all of them", async () => {
    const columns = [
      {kind: "code", column: "SEX"},
      {kind: "standing", withFaults: false},
    ] as const;
    const asked = {columns, countedOnly: false};
    const {times, ...answered} = await readingTable(projectWithTable(rows), (_, source) =>
      source.answers("people", asked),
    );
    expect(Array.from(times).reduce((sum, count) => sum + count, 0)).toBe(25);
    expect(answered.columns[1]?.answers).toEqual([{kind: "standing", fate: "counted", period: "inside"}]);
  });

  test("where a date selects it, in its period alone", async () => {
    const dated = ["01/05/2007,1,K,H,,7", "01/06/2007,1,K,H,,3", "01/05/2009,1,K,H,,4"];
    const root = projectWithTable(dated, {header: "MONTH,SEX,AREA,DRUG1,WANTS,N", dictionary: datedDictionary});
    await readingTable(root, async ({counts}, source) => {
      expect(counts).toEqual({read: 14, quarantined: 0, outsidePeriod: 4, superseded: 0, counted: 10});
      expect(await countBy(source, "usable", "month")).toEqual({
        "yes 2007-05": 7,
        "yes 2007-06": 3,
        "no not-stated": 4,
      });
    });
  });

  test("and its supplier says how many rows it has, and what they add up to", async () => {
    const root = projectWithTable(rows);
    const control = join(root, "people.csv.control.yaml");
    writeFileSync(control, "rows: 5\nsums: {N: 25}\n");
    expect(await readingTable(root, ({controlled}) => controlled)).toEqual(["rows", "sums"]);
    writeFileSync(control, "sums: {N: 24}\n");
    expect((await tableFailure(root)).message).toContain("a higher sum of N");
    writeFileSync(control, "months: {2007-05: 5}\n");
    expect((await tableFailure(root)).message).toContain("names months, and no date of the table selects its rows");
  });

  test("in Parquet too, where whole numbers may be stored as decimals", async () => {
    const root = projectWithTable([]);
    const csv = `${tableHeader}\n1,K,H,A,7\n2,K,H,A,3\n`;
    writeFileSync(join(root, "people.csv"), await parquetOf(csv, "N::DOUBLE AS N"));
    expect(await readingTable(root, (_, source) => countBy(source, "sex"))).toEqual({male: 7, female: 3});
  });

  test("and what its rows look like is told for the guards", async () => {
    const {parts = [], unstated = []} = await readingTable(
      projectWithTable(rows),
      ({rows: seen}) => seen ?? {parts: [], unstated: []},
    );
    expect(parts.filter(({of}) => !of.startsWith("DRUG1"))).toEqual([
      {of: "", rows: 4, fives: 1, tens: 0},
      {of: "SEX=male", rows: 1, fives: 0, tens: 0},
      {of: "SEX=female", rows: 2, fives: 0, tens: 0},
      {of: "AREA=kent", rows: 2, fives: 0, tens: 0},
      {of: "AREA=surrey", rows: 2, fives: 1, tens: 0},
    ]);
    expect(unstated).toContainEqual({column: "SEX", without: 5, others: 20});
  });
});

describe("a fault of a table of counts stops the build, where and why, and without a value", () => {
  test.each([
    ["a blank count", "1,K,H,A,", "N", "blank-required"],
    ["a count that is hidden", "1,K,H,A,<5", "N", "unreadable-number"],
    ["a sign for a hidden count", "1,K,H,A,*", "N", "unreadable-number"],
    ["a negative count", "1,K,H,A,-3", "N", "unreadable-number"],
    ["a decimal count", "1,K,H,A,3.5", "N", "unreadable-number"],
    ["a count whose point may stand for thousands", "1,K,H,A,3.000", "N", "unreadable-number"],
    ["a count with a comma", '1,K,H,A,"1,234"', "N", "unreadable-number"],
    ["a count beyond the limit", "1,K,H,A,1000001", "N", "beyond-limits"],
    ["a count that no number holds", `1,K,H,A,${"9".repeat(40)}`, "N", "beyond-limits"],
    ["a total", "All,K,H,A,99", "SEX", "unlisted-code"],
    ["a code among several that is none", "1,K,H,A;Z,3", "WANTS", "unlisted-code"],
    ["answers that nobody has", "2,S,C,A,3", "DRUG1", "no-women"],
  ])("%s", async (...[, row, column, rule]) => {
    const {message, findings} = await tableFailure(projectWithTable(["1,K,H,,2", row]));
    expect(message).toMatch(new RegExp(`^people.csv, line 3: .+ in column "${column}" \\(rule ${rule}\\)`));
    expect(findings).toBe(`people.csv: line 3, ${column}: ${rule}`);
    expect(message.replace("line 3", "")).not.toMatch(/3\.5|1000001|All\b|1,234|999|<5/);
  });

  test("a row with another number of fields", async () => {
    const {message} = await tableFailure(projectWithTable(["1,K,H,,2", "1,K,H,2", "2,K,H,,2", "2,S,H,,2"]));
    expect(message).toMatch(/^people.csv, line 3: broken record \(rule broken-record\)/);
  });

  test("a total is told to be left out, and a hidden count to be asked for", async () => {
    expect((await tableFailure(projectWithTable(["All,K,H,A,9"]))).message).toContain("Leave out rows of totals");
    expect((await tableFailure(projectWithTable(["1,K,H,A,c"]))).message).toContain("ask for the true ones");
  });

  test.each([
    ["alike", "1,K,H,A,2", "1,K,H,A,2"],
    ["with another count", "1,K,H,A,2", "1,K,H,A,3"],
    ["of which one counts nobody", "1,K,H,A,2", "1,K,H,A,0"],
    ["with blanks that are written in two ways", ",K,H,A,2", "NA,K,H,A,3"],
    ["with codes in another order", "1,K,H,A;B,2", "1,K,H,B; A,3"],
    ["with blanks round a code", "1,K,H,A,2", " 1 ,K,H,A,3"],
  ])("two rows %s", async (_, one, other) => {
    const {message, findings} = await tableFailure(projectWithTable([one, "2,S,H,A,1", other]));
    expect(message).toMatch(
      /^people.csv, line 4: the row has the same answers as the one in line 2 \(rule repeated-row\)/,
    );
    expect(findings).toBe("people.csv: lines 2 and 4");
  });

  test("rows that tell apart what the dictionary does not read", async () => {
    const header = "SEX,AREA,DRUG1,WANTS,RELIGION,N";
    const root = projectWithTable(["1,K,H,A,x,2", "1,K,H,A,y,3"], {header});
    expect((await tableFailure(root)).message).toContain("name it in the dictionary");
  });

  test("more records than can be proved", async () => {
    const many = ["1", "2", "9"].flatMap((sex) => ["K", "S"].map((area) => `${sex},${area},H,A,1000000`));
    const {message} = await tableFailure(projectWithTable(many));
    expect(message).toContain("more than 5,000,000 records");
  });

  test("a table of noughts", async () => {
    expect((await tableFailure(projectWithTable(["1,K,H,A,0"]))).message).toContain("no form");
  });
});

describe("a code that is not in force any more", () => {
  test("is listed while some day that counts is one of its own", async () => {
    expect(await readingTable(projectWithTable(["1,K,O,A,9"]), (_, source) => countBy(source, "drug"))).toEqual({
      "old-drug": 9,
    });
  });

  test("stops the build where all days that count are later", async () => {
    const root = projectWithTable(["1,K,O,A,9"]);
    const list = join(root, "data/codelists/drugs.csv");
    writeFileSync(list, readFileSync(list, "utf8").replace("2007-06-30", "2007-03-31"));
    expect((await tableFailure(root)).message).toContain("(rule unlisted-code)");
  });

  test("stops the build where it means one thing in some of the days and another in others", async () => {
    const root = projectWithTable(["1,K,O,A,9"]);
    const list = join(root, "data/codelists/drugs.csv");
    writeFileSync(list, `${readFileSync(list, "utf8")}O,new-drug,New drug,new drug,,hard,yes,2007-07-01,\n`);
    expect((await tableFailure(root)).message).toContain("(rule unlisted-code)");
  });
});

describe("the key of a table of counts", () => {
  test("stands for the references of its records", async () => {
    await readingTable(projectWithTable(rows), async (_, source) => {
      expect(await source.references()).toEqual(new Map([["people", sha256(key)]]));
      expect(await source.unmarked("CANARY-")).toEqual([]);
      expect(await source.unmarked("MINE-")).toEqual(["people"]);
    });
  });

  test("is made where there is none, for its owner alone, and kept", async () => {
    const root = projectWithTable(rows, {own: ""});
    const hash = () => readingTable(root, async (_, source) => (await source.references()).get("people"));
    const [first, second] = [await hash(), await hash()];
    const place = join(root, "people.csv.key");
    expect(first).toBe(second);
    expect(sha256(readFileSync(place, "utf8").trim())).toBe(first);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(await readingTable(root, (_, source) => source.unmarked("CANARY-"))).toEqual(["people"]);
    expect(existsSync(join(projectWithTable(rows), "people.csv.key"))).toBe(true);
  });

  test("differs from table to table", async () => {
    const hash = () =>
      readingTable(projectWithTable(rows, {own: ""}), async (_, source) => (await source.references()).get("people"));
    expect(await hash()).not.toBe(await hash());
  });

  test("is refused where it could be tried out", async () => {
    const {message} = await tableFailure(projectWithTable(rows, {own: "secret"}));
    expect(message).toMatch(/^people.csv.key: this is no key of a table/);
    expect(message).not.toContain("secret");
  });
});
