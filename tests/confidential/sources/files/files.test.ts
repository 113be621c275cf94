import {readdirSync} from "node:fs";
import {join} from "node:path";
import {tmpdir} from "node:os";
import {describe, expect, onTestFinished, test, vi} from "vitest";
import {ingest} from "../../../../src/confidential/sources/files/ingest.ts";
import {temporaryFolder} from "../../../cli/runCommand.ts";
import {parquetOf} from "./parquetOf.ts";
import {dictionary, extract, failure, form, header, projectWith, reading, smallReport} from "./smallProject.ts";
import {openProject} from "../../../../src/publication/index.ts";

const bad = form({SEX: "?"});
const three = extract(form(), form({SEX: "é"}), form());

const whatWasRead = (text: string | Buffer) =>
  reading(text, async ({encoding, counts, faults}) => {
    const found = await faults(10);
    return {encoding, read: counts.read, faults: found.map(({line, column, rule}) => `${line} ${column} ${rule}`)};
  });

describe("encodings", () => {
  const faults = ["3 SEX unlisted-code"];

  test("UTF-8 is read", async () => {
    expect(await whatWasRead(three)).toEqual({encoding: "utf-8", read: 3, faults});
  });
  test("UTF-8 with a byte order mark is read", async () => {
    expect(await whatWasRead(`\ufeff${three}`)).toEqual({encoding: "utf-8", read: 3, faults});
  });
  test("UTF-16 in either order of bytes is read", async () => {
    const little = Buffer.from(`\ufeff${three}`, "utf16le");
    expect(await whatWasRead(little)).toEqual({encoding: "utf-16le", read: 3, faults});
    expect(await whatWasRead(Buffer.from(little).swap16())).toEqual({encoding: "utf-16be", read: 3, faults});
  });
  test("UTF-16 without a byte order mark is recognised", async () => {
    expect(await whatWasRead(Buffer.from(three, "utf16le"))).toEqual({encoding: "utf-16le", read: 3, faults});
  });
  test("Latin-1 is read", async () => {
    expect(await whatWasRead(Buffer.from(three, "latin1"))).toEqual({encoding: "windows-1252", read: 3, faults});
  });
  test("a file that is no text is refused", async () => {
    const bytes = Buffer.from([0x41, 0x4b, 3, 4, 0, 0, 0, 1, 0, 0, 0, 0, 9, 0, 0]);
    expect((await failure(bytes)).message).toContain("no text file");
  });
});

describe("lines", () => {
  test("Windows line endings are read", async () => {
    expect((await whatWasRead(extract(form(), bad).replaceAll("\n", "\r\n"))).faults).toEqual(["3 SEX unlisted-code"]);
  });
  test("mixed line endings are read", async () => {
    const mixed = `${header}\r\n${form()}\n${form()}\r\n${form({SEX: "?"})}`;
    expect((await whatWasRead(mixed)).faults).toEqual(["4 SEX unlisted-code"]);
  });
  test("old Mac line endings are read", async () => {
    expect((await whatWasRead(extract(form(), form({SEX: "?"})).replaceAll("\n", "\r"))).faults).toEqual([
      "3 SEX unlisted-code",
    ]);
  });
  test("a last line without an ending is read", async () => {
    expect((await whatWasRead(extract(form(), form()).trimEnd())).read).toBe(2);
  });
  test("blank lines are passed over and counted as lines", async () => {
    expect(await whatWasRead(extract(form(), "", form({SEX: "?"}), ""))).toMatchObject({
      read: 2,
      faults: ["4 SEX unlisted-code"],
    });
  });
  test("a line is named by its physical number after a quoted line break", async () => {
    const broken = form({CLIENT: '"CANARY\nTWO LINES"'});
    expect(await whatWasRead(extract(broken, form({SEX: "?"})))).toMatchObject({
      read: 2,
      faults: ["4 SEX unlisted-code"],
    });
  });
  test("a quoted delimiter and a doubled quotation mark belong to the answer", async () => {
    expect(await whatWasRead(extract(form({CLIENT: '"CANARY, ""X"""'})))).toMatchObject({read: 1, faults: []});
  });
  test("a record with a field too few or too many is quarantined at its line", async () => {
    const lines = extract(form(), "short,CANARY", form(), `${form()},more`, form({SEX: "?"}));
    expect(await whatWasRead(lines)).toMatchObject({
      read: 5,
      faults: ["3 record broken-record", "5 record broken-record", "6 SEX unlisted-code"],
    });
  });
  test("a lost quotation mark spoils its own line only", async () => {
    const lines = extract(form(), form({CLIENT: '"CANARY-lost'}), form(), form({SEX: "?"}));
    expect(await whatWasRead(lines)).toMatchObject({
      read: 4,
      faults: ["3 record broken-record", "5 SEX unlisted-code"],
    });
  });
  test("a record of a megabyte is quarantined at its line, with or without other faults in the file", async () => {
    const endless = form({FORM: "F".repeat(1024 * 1024)});
    for (const other of [form(), "one field"]) {
      const {faults, read} = await whatWasRead(extract(form(), endless, form(), form(), other));
      expect(faults).toContain("3 record broken-record");
      expect(read).toBe(5);
    }
  });
  test("more broken records than the dictionary allows stop the build", async () => {
    const error = await failure(extract(form(), "CANARY-1,short", "CANARY-2,short"));
    expect(error).toMatchObject({exitCode: 10});
    expect(error.message).toContain("people.csv: more records are broken than the 50% that the dictionary allows");
    expect(error.message).not.toMatch(/\b[234]\b/);
    expect(error).toMatchObject({findings: "people.csv: 2 of 3 records are broken, first at lines 3, 4."});
  });
});

describe("headers", () => {
  test("the order of columns is free and further columns are named", async () => {
    const reversed = (line: string) => ["x", ...line.split(",").reverse()].join(",");
    const text = [`EXTRA,${header.split(",").reverse().join(",")}`, reversed(form({SEX: "?"}))].join("\n");
    const found = await reading(text, ({ignoredColumns, faultCounts}) => ({ignoredColumns, faultCounts}));
    expect(found.ignoredColumns).toEqual(["EXTRA"]);
    expect(found.faultCounts).toEqual([{rule: "unlisted-code", column: "SEX", severity: "answer-dropped", forms: 1}]);
  });
  test("quoted names are names", async () => {
    const quoted = extract(form()).replace(header, header.replaceAll(/\w+/g, '"$&"'));
    expect((await whatWasRead(quoted)).read).toBe(1);
  });
  test("every missing column is named, with what the file calls it where that is a name that the dictionary knows", async () => {
    const error = await failure(
      extract(form()).replace("TRIAGED", "triaged").replace("DOB", "Born").replace("SEX", "X"),
    );
    expect(error.message).toContain(
      'line 1: the header lacks the columns "DOB" (there is "Born"), "SEX", "TRIAGED" (there is "triaged").',
    );
  });
  test("a column that stands twice stops the build", async () => {
    expect((await failure(`${header},SEX\n${form()},1\n`)).message).toContain('"SEX" stands in the header twice');
  });
  test("another delimiter is recognised", async () => {
    const error = await failure(extract(form()).replaceAll(",", ";"));
    expect(error.message).toContain('parted by ";"');
  });
  test("a file without a header shows nothing of its first record", async () => {
    const error = await failure(`${form({CLIENT: "CANARY-FIRST"})}\n${form()}\n`);
    expect(error.message).toContain("no column of the dictionary");
    expect(error.message).not.toContain("CANARY");
  });
  test("an empty file and a header alone are refused", async () => {
    expect((await failure("")).message).toContain("the file is empty");
    expect((await failure(`${header}\n`)).message).toContain("no form beneath the header");
  });
});

test("a file of faulty forms only is refused; the counts of its faults are findings, no part of the message", async () => {
  const error = await failure(extract(form({CLIENT: "NA"}), form({SEEN: "CANARY"}), form({SEEN: "CANARY"})));
  expect(error.message).toContain("no form can be counted");
  expect(error.message).toContain("most of them with unreadable-date in SEEN");
  expect(error.message).not.toMatch(/\b[123]\b/);
  expect(error).toMatchObject({
    findings: expect.stringMatching(/3 quarantined.*CLIENT: blank-client, 1 .*SEEN: unreadable-date, 2 /s) as string,
  });
  expect(JSON.stringify([error.message, error])).not.toContain("CANARY");
});

test("forms of another year only are refused", async () => {
  const error = await failure(extract(form({SEEN: "01/05/2009", TRIAGED: "02/05/2009"})));
  expect(error.message).toContain("outside the period 2007-04-01 to 2008-03-31, most of them outside");
  expect(error).toMatchObject({findings: expect.stringContaining("1 outside the period") as string});
});

test("a missing file is named with its extract", async () => {
  const root = projectWith("");
  const refused = ingest({
    project: openProject(root),
    report: smallReport(),
    extracts: {people: join(root, "nowhere.csv")},
  });
  await expect(refused).rejects.toThrow('no such file for the extract "people"');
});

test("Parquet with typed columns gives what the CSV file gives", async () => {
  const text = extract(form(), form({SEX: "2", TRIAGED: ""}), form({SEX: "?"}));
  const types =
    "strptime(SEEN, '%d/%m/%Y')::DATE AS SEEN, string_split(WANTS, ';') AS WANTS, try_cast(SEX AS DOUBLE) AS SEX";
  const look = async (file: string | Buffer) => reading(file, ({counts}) => counts);
  expect(await look(await parquetOf(text, types))).toEqual(await look(text));
});

test("rows of a Parquet file without any value are passed over, and counted as rows", async () => {
  const parquet = await parquetOf(extract(form(), ",,,,,,,,,,,", form({SEX: "?"})));
  expect(await whatWasRead(parquet)).toEqual({encoding: "parquet", read: 2, faults: ["3 SEX unlisted-code"]});
});

describe("a column of a Parquet file is refused that holds", () => {
  test.each([
    ["a structure", "{'a': CLIENT} AS CLIENT", 'column "CLIENT" holds nested values'],
    ["a map", "MAP {'a': CLIENT} AS CLIENT", 'column "CLIENT" holds nested values'],
    ["a list where one answer stands", "[SEX] AS SEX", 'column "SEX" holds nested values'],
    ["lists of lists", "[[WANTS]] AS WANTS", 'column "WANTS" holds nested values'],
    ["bytes", "CLIENT::BLOB AS CLIENT", 'column "CLIENT" holds values of the type BLOB'],
    ["times of day", "TIME '12:00:00' AS SEEN", 'column "SEEN" holds values of the type TIME'],
    ["a yes or no for a date", "true AS SEEN", 'column "SEEN" holds values of the type BOOLEAN'],
    ["numbers that are none", "'nan'::DOUBLE AS SEX", 'column "SEX" holds numbers that are too large'],
    [
      "references without their last digits",
      "9007199254740994::DOUBLE AS CLIENT",
      'column "CLIENT" holds numbers that',
    ],
    ["references that were rounded to a neighbour", "9007199254740993::BIGINT::DOUBLE AS CLIENT", "holds numbers that"],
    ["short floats of rounded references", "16777217::INTEGER::FLOAT AS CLIENT", "holds numbers that"],
    ["short floats of long references", "16777218::FLOAT AS CLIENT", 'column "CLIENT" holds numbers that'],
  ])("%s", async (_, replaced, message) => {
    expect((await failure(await parquetOf(extract(form()), replaced))).message).toContain(message);
  });

  test("only where it is read", async () => {
    const parquet = await parquetOf(
      extract(form())
        .replaceAll(/^(?!$)/gm, "x,")
        .replace("x,", "NOTE,"),
      "[NOTE] AS NOTE",
    );
    expect(await whatWasRead(parquet)).toMatchObject({read: 1, faults: []});
  });
});

test("what is no Parquet file in spite of its first bytes is refused", async () => {
  expect((await failure("PAR1\0CANARY")).message).toMatch(/people\.csv: the Parquet file cannot be read \([a-z ]+\)/);
});

test("the private folder is gone when the ingest is disposed of, and after a failure", async () => {
  vi.stubEnv("TMPDIR", temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith("smallprint-run-"));
  await reading(three, () => {
    expect(own()).toHaveLength(1);
  });
  await failure("");
  expect(own()).toEqual([]);
});

test("a delimiter of the dictionary's choice is used", async () => {
  const files = {"data/dictionaries/small.yaml": dictionary.replace('","', '"|"')};
  const read = await reading(extract(form()).replaceAll(",", "|"), ({counts}) => counts.read, files);
  expect(read).toBe(1);
});
