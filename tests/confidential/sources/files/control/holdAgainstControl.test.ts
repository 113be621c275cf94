import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {parquetOf} from "../parquetOf.ts";
import {extract, failure, form, reading} from "../smallProject.ts";

const file = "people.csv.control.yaml";

/** Three forms of May and one of June, with nine offences and fifty pounds. */
const forms = extract(
  form({OFFENCES: "2"}),
  form({OFFENCES: "3"}),
  form({OFFENCES: "4"}),
  form({OFFENCES: "", SEEN: "05/06/2007", TRIAGED: "06/06/2007"}),
);
const said = {
  rows: "4",
  received: "2008-04-20",
  months: "{2007-05: 3, 2007-06: 1}",
  sums: "{OFFENCES: 9, SPEND: 50.0}",
  sha256: createHash("sha256").update(forms).digest("hex"),
};
const written = (control: Readonly<Record<string, string>>): string =>
  Object.entries(control)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

describe("what a supplier says of a file", () => {
  test("is held against it, and logged by its names where it is so", async () => {
    const held = await reading(forms, ({controlled}) => controlled, {[`./${file}`]: written(said)});
    expect(held).toEqual(["rows", "sha256", "received", "months", "sums"]);
    expect(await reading(forms, ({controlled}) => controlled)).toEqual([]);
  });

  test("of a Parquet file likewise", async () => {
    const packed = await parquetOf(forms);
    const held = await reading(packed, ({controlled}) => controlled, {
      [`./${file}`]: written({...said, sha256: createHash("sha256").update(packed).digest("hex")}),
    });
    expect(held).toEqual(["rows", "sha256", "received", "months", "sums"]);
  });

  test.each<[keyof typeof said, string, string]>([
    ["rows", "70123", "fewer records"],
    ["rows", "3", "more records"],
    ["sha256", "a".repeat(64), "its SHA-256 is another"],
    ["received", "2008-03-31", "it was received before the period was over"],
    ["months", "{2007-05: 3}", "records of months that it does not name"],
    ["months", "{2007-05: 3, 2007-06: 0}", "more records of 2007-06"],
    ["months", "{2007-05: 3, 2007-06: 1, 2007-07: 41}", "fewer records of 2007-07"],
    ["sums", "{OFFENCES: 70123}", "a lower sum of OFFENCES"],
    ["sums", "{SPEND: 49.95}", "a higher sum of SPEND"],
  ])("%s: %s stops a release by name and way, without a number", async (name, value, what) => {
    const error = await failure(forms, {[`./${file}`]: written({...said, [name]: value})});
    expect(error).toMatchObject({exitCode: 10});
    expect(error.message).toContain(`people.csv: the file is not what its control file ${file} says: ${what}. Ask`);
    expect(error.message).not.toMatch(/70123|\b41\b|49\.95|aaaa/);
    // Nor the month of a record that the supplier says nothing of.
    if (!value.includes("2007-06")) expect(error.message).not.toContain("2007-06");
    expect((error as {findings?: string}).findings).toMatch(/by the control file, .+ in fact|and the period ends/);
  });
});

describe("a control file that cannot be read is told with its line and no value", () => {
  test.each<[string, RegExp]>([
    ["rows: 70123.5", /line 1: "rows" holds something that is not allowed: How many records/],
    ["rows: 4\nmonths: {2007-13: 70123}", /line 2: "months" holds/],
    ["rows: 4\ntotal: 70123", /control files do not have\. They have rows, sha256, received, months, sums/],
    ["rows: [70123", /this is not YAML/],
    ["sums: {AGE: 70123}", /names a sum of a column that the dictionary does not read as a number/],
  ])("%j", async (text, message) => {
    const error = await failure(forms, {[`./${file}`]: text});
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("70123");
  });
});

test("a file that breaks off within its last record is refused, with the line", async () => {
  const whole = extract(form(), form());
  expect((await failure(whole.slice(0, -20))).message).toMatch(/^people\.csv, line 3: the file breaks off within this/);
  // The same record with the end of its line is one that is broken.
  expect(await reading(`${extract(form(), form(), form()).slice(0, -20)}\n`, ({counts}) => counts.quarantined)).toBe(1);
});
