import {expect, test} from "vitest";
import {fractionInWords} from "../../../src/site/words/fractionInWords.ts";

test.each([
  [0, 50, "none"],
  [1, 400, "fewer than one in a hundred"],
  [7, 100, "more than one in twenty"],
  [939, 7822, "about one in eight"],
  [19, 100, "almost a fifth"],
  [22, 100, "just over a fifth"],
  [25, 100, "a quarter"],
  [2504, 10000, "a quarter"],
  [254, 1000, "about a quarter"],
  [24, 100, "almost a quarter"],
  [1, 3, "a third"],
  [45, 100, "more than two fifths"],
  [501, 1000, "about half"],
  [52, 100, "just over half"],
  [55, 100, "more than half"],
  [6883, 7822, "almost nine in ten"],
  [997, 1000, "almost all"],
  [60, 60, "all"],
])("%i of %i is %s", (count, of, words) => {
  expect(fractionInWords(count, of)).toBe(words);
});

test("about half is what prints as 50%", () => {
  const half = [495, 496, 499, 500, 504, 505].map((count) => fractionInWords(count, 1000));
  expect(half).toEqual(["about half", "about half", "about half", "half", "about half", "about half"]);
});
