import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readBytes, rowsIn} from "./tableFile.ts";

const table = "area,n\nRhône,3\nRhöne,4\n";
const rows = [
  {area: "Rhône", n: "3"},
  {area: "Rhöne", n: "4"},
];

/** Two compressed files, one put behind the other, that lost the first byte of the second. */
const spoiledSecond = Buffer.concat([gzipSync(table), Buffer.alloc(1), gzipSync("Kent,5\n").subarray(1)]);

describe("encodings", () => {
  test.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${table}`)],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${table}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(table, "utf16le")],
    ["UTF-16 with the higher byte first", Buffer.from(`\ufeff${table}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(table, "latin1")],
    ["a file that gzip compressed", gzipSync(table)],
    ["a file that gzip compressed in two", Buffer.concat([gzipSync("area,n\nRhône,3\n"), gzipSync("Rhöne,4\n")])],
  ])("%s is read", (_, bytes) => {
    expect(rowsIn(bytes)).toEqual(rows);
  });
  test("what is read as Windows-1252 without being told so is marked", () => {
    expect(readBytes(Buffer.from(table, "latin1")).assumed).toBe("windows-1252");
    expect(readBytes(Buffer.from(table, "latin1"), "windows-1252").assumed).toBeUndefined();
  });
  test("another encoding is used where it is stated", () => {
    expect(rowsIn(Buffer.from([...Buffer.from("area,n\nRh"), 0x99, ...Buffer.from("ne,3\n")]), "macintosh")).toEqual([
      {area: "Rhône", n: "3"},
    ]);
  });
  test.each([
    [
      "bytes that Windows-1252 does not define",
      Buffer.from([...Buffer.from("area,n\nRh"), 0x81, 0x2c, 0x33]),
      "line 2",
    ],
    [
      "two encodings",
      Buffer.concat([Buffer.from(table), Buffer.from("Rhône,5\n", "latin1")]),
      "line 4: the line holds bytes that are no UTF-8, while line 2",
    ],
    [
      "two encodings whose lines end with CR",
      Buffer.concat([Buffer.from(table.replaceAll("\n", "\r")), Buffer.from("Rhône,5\r", "latin1")]),
      "line 4: the line holds bytes that are no UTF-8, while line 2",
    ],
    [
      "undefined bytes below a line that ends with CRLF, and one with CR",
      Buffer.from([...Buffer.from("area,n\r\nRhone,3\rRh"), 0x81, 0x2c, 0x33]),
      "line 3",
    ],
    ["UTF-8 by its mark alone", Buffer.concat([Buffer.from("\ufeff"), Buffer.from(table, "latin1")]), "line 2"],
    ["a zero", Buffer.from("area,n\nKe\0nt,3\n"), "no text file"],
    ["half a character of UTF-16", Buffer.from(`\ufeff${table}`, "utf16le").subarray(0, -1), "no utf-16le"],
    ["a letter that was lost before", Buffer.from("area,n\nRh\ufffdne,3\n"), "line 2: a letter of the row was lost"],
    ["a workbook", Buffer.from("PK\u0003\u0004....[Content_Types].xml"), "this is a workbook"],
    ["a workbook of the older kind", Buffer.from("d0cf11e0a1b11ae1", "hex"), "this is a workbook"],
    ["an archive", Buffer.from("PK\u0003\u0004....table.csv"), "compressed file (zip)"],
    ["a compressed file that breaks off", gzipSync(table).subarray(0, 30), "breaks off"],
    ["a compressed file of two, the second spoiled", spoiledSecond, "the compressed file is broken"],
    ["a compressed file with zeros behind it", Buffer.concat([gzipSync(table), Buffer.alloc(9)]), "is broken"],
    ["a Parquet file", Buffer.from("PAR1\x15\0\x15"), "this is a Parquet file"],
    ["a file that bzip2 compressed", Buffer.from("425a6839314159265359", "hex"), "compressed file (bzip2)"],
  ])("%s: refused", (_, bytes, message) => {
    expect(() => readBytes(bytes)).toThrow(message);
  });
});

test.each(["PAR1", "BZh", "BZh9", "Rar!", "%PDF"])("a table whose first column is called %s is a table", (name) => {
  expect(rowsIn(`${name},area,n\nx,Kent,3\n`)).toEqual([{[name]: "x", area: "Kent", n: "3"}]);
});

describe("delimiters", () => {
  test.each([";", "\t", "|"])("%j is found out", (sign) => {
    expect(rowsIn(table.replaceAll(",", sign))).toEqual(rows);
  });
});

describe("line ends", () => {
  test.each([
    ["CRLF", table.replaceAll("\n", "\r\n")],
    ["CR", table.replaceAll("\n", "\r")],
    ["a mixture", "area,n\rRhône,3\r\nRhöne,4\n"],
    ["none after the last line", table.trimEnd()],
  ])("%s", (_, text) => {
    expect(rowsIn(text)).toEqual(rows);
  });
});

describe("rows", () => {
  test("of delimiters, blanks and empty quotation marks alone are passed over, and counted as lines", () => {
    const {rows: read} = readBytes('area,n\n\n,\n , ,,\n"",""\nKent,3\n');
    expect(read.map(({line, fields}) => [line, fields.get("area")])).toEqual([[6, "Kent"]]);
  });
  test.each(["Kent", "Kent,3,", "Kent,3,4", '"Kent,3', 'Kent,"3"4'])("%j is broken, not cut or filled", (row) => {
    expect(() => readBytes(`area,n\nSurrey,1\n${row}\n`)).toThrow("line 3: the row is broken");
  });
  test("hold texts as they are written, but for blanks and accents", () => {
    expect(rowsIn('area,n\n" Kent, ""west""",  3 \n')).toEqual([{area: 'Kent, "west"', n: "3"}]);
  });
  test("may have a column of any name", () => {
    expect(rowsIn("area,n,__proto__,constructor\nKent,3,a,b\n")[0]).toHaveProperty("constructor", "b");
  });
});

describe("a header", () => {
  test.each([
    [
      "that lacks a column, whose other spelling is named",
      "Area,n\nKent,3\n",
      'line 1: the header lacks the column "area" (there is "Area")',
    ],
    ["that has a column twice, blanks aside", "area,n, n\nKent,3,4\n", 'the column "n" stands in the header twice'],
    ["that has a column twice below blank lines", "\n\narea,n,n\nKent,3,4\n", 'line 3: the column "n" stands'],
    ["below a title", "Counts by area\n\narea,n\nKent,3\n", "line 3: the header stands in line 3"],
    [
      "that is not there",
      "Kent,3\nSurrey,4\n",
      'none or few of the columns "area", "n" can be found in the first line',
    ],
    ["without a name above values", "area,n,\nKent,3,x\n", "line 2: field 3 stands under no name"],
    ["of an empty file", "", "the file is empty"],
    ["with a quotation mark too few", '"area,n\nKent,3\n', "quotation marks do not match"],
  ])("%s is refused", (_, text, message) => {
    expect(() => readBytes(text)).toThrow(message);
  });
  test("never shows what stands in its place", () => {
    expect(() => readBytes("CANARY-1,3\n")).toThrow(expect.not.stringContaining("CANARY") as Error);
  });
});

test("what is written is read, whatever the delimiter, the line ends and the encoding", () => {
  const text = fc
    .string({unit: fc.constantFrom("a", "é", ",", ";", '"', "\n", "b"), maxLength: 6})
    .map((one) => `x${one}x`);
  const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
  const folded = (field: string): string => field.replaceAll(/\n+/g, " ");
  fc.assert(
    fc.property(
      fc.array(text, {minLength: 1, maxLength: 5}),
      fc.record({
        sign: fc.constantFrom(",", ";", "\t"),
        ending: fc.constantFrom("\n", "\r\n", "\r"),
        encoding: fc.constantFrom("utf8" as const, "utf16le" as const, "latin1" as const),
      }),
      (areas, {sign, ending, encoding}) => {
        const lines = [["area", "n"], ...areas.map((area, at) => [quoted(area), String(at)])];
        const written = Buffer.from(lines.map((line) => line.join(sign)).join(ending), encoding);
        expect(rowsIn(written)).toEqual(areas.map((area, at) => ({area: folded(area), n: String(at)})));
      },
    ),
    {numRuns: 300},
  );
});
