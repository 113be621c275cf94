import {describe, expect, test} from "vitest";
import {dictionary, extract, failure, form, reading} from "./smallProject.ts";
import {parquetOf} from "./parquetOf.ts";

/** What a file of one form says is spent, in tenths, or the rule that it breaks; nothing where it is blank. */
function spentIn(file: string | Buffer): Promise<number | string | undefined> {
  return reading(file, async ({forms, faultCounts}, {connection}) => {
    const fault = faultCounts.find(({column}) => column === "SPEND");
    if (fault) return fault.rule;
    const result = await connection.runAndReadAll(`SELECT ${forms.columnOf("SPEND")} FROM ${forms.table}`);
    const spent = result.getRows()[0]?.[0];
    return spent === null ? undefined : Number(spent);
  });
}

const spent = (written: string) => spentIn(extract(form({SPEND: /[",]/.test(written) ? `"${written}"` : written})));

describe("a number is read in whole steps of its last decimal", () => {
  test.each([
    ["12.5", 125],
    ["12", 120],
    ["0", 0],
    ["-0", 0],
    ["007.3", 73],
    ["12.50", 125],
    ["99.9", 999],
    [" 12.5 ", 125],
    ["\u00a012.5", 125],
  ])("%s", async (written, tenths) => {
    expect(await spent(written)).toBe(tenths);
  });

  test.each(["", "NA", " "])("%j is no answer", async (written) => {
    expect(await spent(written)).toBeUndefined();
  });
});

describe("what nobody can tell is no number", () => {
  test.each([
    ["a comma for thousands or for decimals", "1,250"],
    ["a decimal comma", "12,5"],
    ["the sign of a currency", "£12"],
    ["a unit", "12 pounds"],
    ["more decimals than the column has", "12.55"],
    ["a point without decimals", "12."],
    ["a point without a whole number", ".5"],
    ["a power of ten", "1e1"],
    ["two numbers", "1 250"],
    ["a range", "10-20"],
    ["a number in brackets", "(12)"],
    ["a word", "twelve"],
    ["digits of another script", "١٢"],
    ["a plus", "+12"],
    ["infinity", "inf"],
  ])("%s", async (_, written) => {
    expect(await spent(written)).toBe("unreadable-number");
  });

  test.each(["100", "-0.1", "-5", "1".repeat(40), "99.90000000001".replace(/1$/, "0").replace("99", "199")])(
    "and %s is beyond the limits",
    async (written) => {
      expect(await spent(written)).toBe("beyond-limits");
    },
  );
});

describe("Parquet gives what the CSV file gives", () => {
  test.each([
    ["SPEND::DOUBLE AS SPEND", "12.5", 125],
    ["SPEND::DECIMAL(6, 3) AS SPEND", "12.5", 125],
    ["SPEND::FLOAT AS SPEND", "0.1", 1],
    ["SPEND::INTEGER AS SPEND", "12", 120],
    ["SPEND::VARCHAR AS SPEND", "12.5", 125],
    ["(SPEND::DOUBLE + 0.1 + 0.2) AS SPEND", "0", "unreadable-number"],
    ["NULL::DOUBLE AS SPEND", "12.5", undefined],
  ])("of %s", async (type, written, tenths) => {
    expect(await spentIn(await parquetOf(extract(form({SPEND: written})), type))).toBe(tenths);
  });

  test("and a column of days is none of numbers", async () => {
    const error = await failure(await parquetOf(extract(form()), "DATE '2007-04-01' AS SPEND"));
    expect(error.message).toContain('column "SPEND" holds values of the type DATE');
  });
});

test("numbers below nought are read where the limits allow them", async () => {
  const files = {
    "data/dictionaries/small.yaml": dictionary.replace("decimals: 1, from: 0,", "decimals: 1, from: -20,"),
  };
  const read = reading(
    extract(form({SPEND: "-12.5"})),
    async ({forms}, {connection}) =>
      (await connection.runAndReadAll(`SELECT ${forms.columnOf("SPEND")} FROM ${forms.table}`)).getRows(),
    files,
  );
  expect(await read).toEqual([[-125]]);
});

test("a file with commas in its numbers is refused, and no value is shown", async () => {
  const files = {"data/dictionaries/small.yaml": dictionary.replace("dropped-answers: 100%", "dropped-answers: 25%")};
  const error = await failure(extract(...Array.from({length: 8}, () => form({SPEND: '"1,5"'}))), files);
  expect(error).toMatchObject({exitCode: 10});
  expect(error.message).toContain('more answers of column "SPEND" are dropped for unreadable-number');
  expect(error.message).not.toContain("1,5");
});

test("a required number that is blank sets the form aside", async () => {
  const files = {
    "data/dictionaries/small.yaml": dictionary.replace(
      "type: number, from: 0",
      "type: number, required: true, from: 0",
    ),
  };
  const faults = await reading(extract(form(), form({OFFENCES: ""})), ({faultCounts}) => faultCounts, files);
  expect(faults).toEqual([{rule: "blank-required", column: "OFFENCES", severity: "form-quarantined", forms: 1}]);
});
