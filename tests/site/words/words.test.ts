import {describe, expect, test} from "vitest";
import {capitalise} from "../../../src/site/words/letterCase.ts";
import {listInWords} from "../../../src/site/words/listInWords.ts";
import {roundToNearest, spellNumber} from "../../../src/site/words/countInWords.ts";

describe("numbers spelt out", () => {
  test.each([
    [0, "none"],
    [7, "seven"],
    [14, "fourteen"],
    [60, "sixty"],
    [87, "eighty-seven"],
    [100, "one hundred"],
  ])("%i is %s", (count, words) => expect(spellNumber(count)).toBe(words));

  test("a number above one hundred stays in digits", () => expect(spellNumber(101)).toBeUndefined());
});

describe("counts to the nearest hundred", () => {
  test("3,855 rounds up to 3,900", () => expect(roundToNearest(3855, 100)).toBe(3900));
  test("7,822 rounds down to 7,800", () => expect(roundToNearest(7822, 100)).toBe(7800));
  test("a half rounds up", () => expect(roundToNearest(250, 100)).toBe(300));
});

describe("lists", () => {
  test("three items take a comma and an and", () => expect(listInWords(["A", "B", "C"])).toBe("A, B and C"));
  test("two items take an and", () => expect(listInWords(["A", "B"])).toBe("A and B"));
});

test("a sentence starts with a capital", () => expect(capitalise("almost half")).toBe("Almost half"));
