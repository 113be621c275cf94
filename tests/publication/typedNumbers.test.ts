import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {typedCounts} from "../../src/publication/typedCounts.ts";
import {typedNumbers} from "../../src/publication/typedNumbers.ts";

describe("a number is typed in whatever script it stands:", () => {
  test.each(["12", "１２", "١٢", "۱۲", "१२", "Ⅻ", "⁴", "½", "①", "𝟏𝟐", "〇九", "三十"])("%s", (written) => {
    const found = typedNumbers(`There were ${written} of them.`);
    expect(found.join("")).toContain(written.slice(0, 1));
  });

  test("every digit of Unicode", () => {
    const digit = fc.integer({min: 0, max: 0x10ffff}).map((point) => String.fromCodePoint(point));
    fc.assert(
      fc.property(
        digit.filter((letter) => /\p{Nd}/u.test(letter)),
        (letter) => {
          expect(typedNumbers(`of ${letter}, alone`)).toEqual([letter]);
        },
      ),
      {numRuns: 300},
    );
  });
});

test.each(["2007", "1990s", "2007/08", "2007–08", "km²", "the area¹", "Henry VIII"])(
  "a year, a unit, a mark of a footnote or a numeral in a name is none: %s",
  (text) => {
    expect(typedNumbers(`In ${text} it was so.`)).toEqual([]);
  },
);

test.each(["12 clients", "１２ clients", "١٢ clients", "Ⅻ clients", "1,234 women"])("%s are a typed count", (text) => {
  expect(typedCounts(`There were ${text}.`)).toEqual([text]);
});

test("a line of a hundred thousand signs without a blank is read at once", () => {
  expect(typedNumbers("<".repeat(100_000))).toEqual([]);
  expect(typedNumbers(`${"<".repeat(100_000)}5`)).toHaveLength(1);
});
