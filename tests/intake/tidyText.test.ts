import {DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {tidyLabelSql, tidyReferenceSql} from "../../src/confidential/sources/files/tidySql.ts";
import {blankRanges, invisibleRanges, tidyLabel, tidyReference} from "../../src/intake/index.ts";

describe("a label", () => {
  test.each([
    ["blanks of every kind around it", "\u00a0 \t\u2003Kent\u3000\r\n", "Kent"],
    ["several blanks between its words", "West\u00a0 \u2009Kent", "West Kent"],
    ["invisible letters", "\ufeffKe\u00adnt\u200b", "Kent"],
    ["a letter and its accent apart", "Rho\u0302ne", "Rhône"],
  ])("is the same with %s", (_, written, tidied) => {
    expect(tidyLabel(written)).toBe(tidied);
  });
});

test("a reference keeps what is inside it", () => {
  expect(tidyReference("\u00a0CANARY 1  2\u200b")).toBe("CANARY 1  2");
});

test("every blank and every invisible character of Unicode is known as one", () => {
  const inRanges = (code: number): boolean =>
    [...blankRanges, ...invisibleRanges].some(([from, to]) => from <= code && code <= to);
  const showsNothing = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;
  const codes = Array.from({length: 0x110000}, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  const strangers = codes.filter((code) => showsNothing.test(String.fromCodePoint(code)) && !inRanges(code));
  expect(strangers).toEqual([]);
});

test("the database tidies as the program does", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const unit = fc.constantFrom(
    "a",
    "é",
    "e\u0301",
    " ",
    "\u00a0",
    "\t",
    "\n",
    "\u200b",
    "\u00ad",
    "\u3000",
    "\ufeff",
    "'",
    "\u2800",
  );
  await fc.assert(
    fc.asyncProperty(fc.string({unit, maxLength: 8}), async (text) => {
      const result = await connection.runAndReadAll(
        `SELECT ${tidyLabelSql("given")}, ${tidyReferenceSql("given")} FROM (SELECT $1::VARCHAR AS given)`,
        [text],
      );
      expect(result.getRows()[0]).toEqual([tidyLabel(text), tidyReference(text)]);
    }),
    {numRuns: 300},
  );
  connection.closeSync();
});
