import {strToU8, zipSync} from "fflate";
import {PDFDocument} from "pdf-lib";
import {expect, test} from "vitest";
import {secretsIn, textsOf} from "./searchOutputs.ts";

const births = new Set(["1970-02-01"]);

async function find(bytes: Buffer): Promise<readonly string[]> {
  const texts = await textsOf("file", bytes);
  return [...new Set(texts.flatMap((text) => secretsIn(text, {births})))];
}

test("a client's reference is found in plain text", async () => {
  expect(await find(Buffer.from("x CANARY-1 y"))).toEqual(["CANARY-"]);
});

test.each(["1/2/1970", "01/02/1970", "01.02.1970", "1970-02-01"])("a date of birth is found as %s", async (date) => {
  expect(await find(Buffer.from(date))).toEqual(["1970-02-01"]);
});

test("a date on which nobody was born is no secret", async () => {
  expect(await find(Buffer.from("2008-03-31"))).toEqual([]);
});

test("a reference is found in a workbook or archive, however deep", async () => {
  const inner = zipSync({"sheet.xml": strToU8("<c>CANARY-1</c>")});
  expect(await find(Buffer.from(zipSync({"book.ods": inner})))).toEqual(["CANARY-"]);
});

test("a date of birth is found in the text of a PDF page, whose streams are packed", async () => {
  const document = await PDFDocument.create();
  document.addPage().drawText("born 01/02/1970");
  const bytes = Buffer.from(await document.save());
  expect(bytes.includes("01/02/1970")).toBe(false);
  expect(await find(bytes)).toEqual(["1970-02-01"]);
});
