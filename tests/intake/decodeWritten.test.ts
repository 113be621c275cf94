import fc from "fast-check";
import {expect, test} from "vitest";
import {decodeWritten} from "../../src/intake/index.ts";

class Refused extends Error {}

function read(bytes: Buffer): string {
  return decodeWritten(bytes, ({line, column}, message) => new Refused([line, column, message].join("|")));
}

const utf16 = (text: string, mark = "\ufeff") => Buffer.from(mark + text, "utf16le");
const text = "# Rhône\n\nWho was seen in Rhône.\n";

test("what people write is read as it stands, with a mark before it or without", () => {
  expect(read(Buffer.from(text))).toBe(text);
  expect(read(Buffer.from(`\ufeff${text}`))).toBe(text);
  expect(read(Buffer.alloc(0))).toBe("");
});

test.each([
  [
    "Windows-1252",
    Buffer.from(text, "latin1"),
    /^1\|\|the line holds bytes that are no UTF-8\. Save the file as UTF-8/,
  ],
  ["UTF-16 with its mark", utf16(text), /UTF-16\. Save it as UTF-8/],
  ["UTF-16 without", utf16(text, ""), /UTF-16\. Save it as UTF-8/],
  ["UTF-16 the other way round", utf16(text).swap16(), /UTF-16\. Save it as UTF-8/],
  ["a zero among its letters", Buffer.from("title: a\0b\n"), /this is no text file\. Save it as UTF-8/],
  ["a letter cut in two at its end", Buffer.from(text).subarray(0, 5), /^1\|\|the line holds bytes that are no UTF-8/],
  ["a letter that was lost before", Buffer.from("# One\n\nRh\ufffdne.\n"), /^3\|3\|a letter was lost here/],
])("a file with %s is refused with words", (_, bytes, message) => {
  expect(() => read(bytes)).toThrow(Refused);
  expect(() => read(bytes)).toThrow(message);
});

test("whatever the bytes, the text is theirs to the letter, or there is none", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({unit: "binary"}).map((one) => Buffer.from(one)),
      ),
      (given) => {
        const bytes = Buffer.from(given);
        let found: string;
        try {
          found = read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
          return;
        }
        expect(found).not.toMatch(/[\0\ufffd]/);
        expect(bytes.toString("utf8")).toBe(bytes.toString("utf8").startsWith("\ufeff") ? `\ufeff${found}` : found);
      },
    ),
  );
});
