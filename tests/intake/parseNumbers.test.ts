import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parseCount, parseDecimal} from "../../src/intake/index.ts";

describe("a number is read as it stands:", () => {
  test.each<[string, number]>([
    ["0", 0],
    ["-12.50", -12.5],
    ["007", 7],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
    ["12.000000000000000000", 12],
    ["1234567890.12345", 1234567890.12345],
    ["0.30000000000000004", 0.1 + 0.2],
  ])("%s", (text, number) => {
    expect(parseDecimal(text)).toBe(number);
  });

  test("whatever it is, with up to fifteen digits", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 10 ** 9}), fc.integer({min: 0, max: 99_999}), (whole, decimals) => {
        const text = `${whole}.${String(decimals).padStart(5, "0")}`;
        expect(parseDecimal(text)?.toFixed(5)).toBe(text);
      }),
    );
  });
});

describe("a number that would become another one is refused:", () => {
  test.each([
    "9007199254740993",
    "-9007199254740993",
    "9".repeat(400),
    "9007199254740993.0",
    "1234567890.123456789",
    `0.${"0".repeat(400)}1`,
  ])("%s", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});

test.each(["9007199254740993", "-1", "1.5", "1e3", ""])("no count: %j", (text) => {
  expect(parseCount(text)).toBeUndefined();
});

test.each(["", ".5", "5.", "1e3", "+1", "1,5", " 1"])("no number: %j", (text) => {
  expect(parseDecimal(text)).toBeUndefined();
});
