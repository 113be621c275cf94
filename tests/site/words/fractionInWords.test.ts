import {expect, test} from "vitest";
import {fractionInWords} from "../../../src/site/words/fractionInWords.ts";

test.each([
  [0, 50, "none"],
  [10, 1000, "one in a hundred"],
  [939, 7822, "about one in eight"],
  [113, 1000, "about one in nine"],
  [15, 100, "just over one in seven"],
  [19, 100, "almost a fifth"],
  [21, 100, "just over a fifth"],
  [25, 100, "a quarter"],
  [2504, 10000, "a quarter"],
  [254, 1000, "about a quarter"],
  [24, 100, "almost a quarter"],
  [1, 3, "a third"],
  [501, 1000, "about half"],
  [51, 100, "just over half"],
  [89, 100, "almost nine in ten"],
  [997, 1000, "almost all"],
  [60, 60, "all"],
])("%i of %i is %s", (count, of, words) => {
  expect(fractionInWords(count, of)?.words).toBe(words);
});

test.each([
  [1, 400],
  [7, 100],
  [22, 100],
  [314, 1000],
  [469, 1000],
  [55, 100],
  [6883, 7822],
  [97, 100],
])("%i of %i is near no simple fraction, and has none", (count, of) => {
  expect(fractionInWords(count, of)).toBeUndefined();
});

test("a word for a share is never more than a point from it", () => {
  const named = new Map<string, readonly number[]>();
  for (let count = 1; count < 1000; count += 1) {
    const fraction = fractionInWords(count, 1000);
    if (fraction === undefined) continue;
    const words = fraction.words.replace(/^(about|almost|just over) /, "");
    named.set(words, [...(named.get(words) ?? []), count / 10]);
  }
  const spreads = [...named.values()].map((percents) => Math.max(...percents) - Math.min(...percents));
  expect(named.size).toBeGreaterThan(15);
  expect(Math.max(...spreads)).toBeLessThanOrEqual(2);
});

test("about half is what prints as 50%", () => {
  const half = [495, 496, 499, 500, 504, 505].map((count) => fractionInWords(count, 1000)?.words);
  expect(half).toEqual(["about half", "about half", "about half", "half", "about half", "about half"]);
});
