import {expect, test} from "vitest";
import {formatCell, formatNumber} from "../../../src/site/words/formatCell.ts";

const share = {measure: "share", decimals: 0, mark: "[c]"} as const;
const published = (count: number, of: number) => ({status: "published", value: 0, count, of}) as const;

test("a count has thousands commas", () => {
  expect(formatCell({status: "published", value: 7822}, {measure: "count", decimals: 0, mark: "[c]"}).text).toBe(
    "7,822",
  );
});

test("a share is rounded half up from whole numbers", () => {
  expect(formatCell(published(1, 8), share).text).toBe("13%");
});

test("a share of 12.46% is 12%, not the 13% that rounding 12.5% again would give", () => {
  expect(formatCell({...published(1246, 10000), value: 12.5}, share).text).toBe("12%");
});

test("a share of 1 in 1,000 is under 1%, never 0%", () => {
  expect(formatCell(published(1, 1000), share)).toEqual({text: "<1%", spoken: "less than 1%"});
});

test("a share of 999 in 1,000 is over 99%, never 100%", () => {
  expect(formatCell(published(999, 1000), share)).toEqual({text: ">99%", spoken: "more than 99%"});
});

test("a share of nobody is 0%", () => {
  expect(formatCell(published(0, 1000), share).text).toBe("0%");
});

test("a share can have a decimal", () => {
  expect(formatCell(published(1, 8), {...share, decimals: 1}).text).toBe("12.5%");
});

test("a mean has the one decimal that it was released with", () => {
  expect(formatCell({status: "published", value: 31, of: 50}, {measure: "mean", decimals: 1, mark: "[c]"}).text).toBe(
    "31.0",
  );
});

test("a mean is not rounded again", () => {
  const format = {measure: "mean", decimals: 0, mark: "[c]"} as const;
  expect(() => formatCell({status: "published", value: 31.5, of: 50}, format)).toThrow(
    "a mean has more decimals than 0",
  );
});

test("a withheld cell has the policy's mark and is read aloud in words", () => {
  expect(formatCell({status: "suppressed"}, share)).toEqual({
    text: "[c]",
    spoken: "withheld to protect confidentiality",
  });
});

test("a cell that cannot exist is marked as not applicable", () => {
  expect(formatCell({status: "not-applicable"}, share).text).toBe("[z]");
});

test.each([
  [-5, 0, "−5"],
  [-1234.5, 1, "−1,234.5"],
  [-0.04, 1, "0.0"],
  [0, 0, "0"],
])("%d with %d decimals is written %s", (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

test("a rate of somebody is never written as nought", () => {
  const rate = {measure: "rate", decimals: 1, mark: "[c]"} as const;
  expect(formatCell({status: "published", value: 0, count: 3}, rate)).toEqual({text: "<0.1", spoken: "less than 0.1"});
  expect(formatCell({status: "published", value: 0, count: 0}, rate).text).toBe("0.0");
});
