import {expect, test} from "vitest";
import {allMarks, markOf} from "../../../src/site/words/marks.ts";
import {formatCell} from "../../../src/site/words/formatCell.ts";

const two = {small: "*", further: "†"};

test("under two marks a small count and one that protects it are told apart, in print and aloud", () => {
  const print = (mark: "small" | "further") =>
    formatCell({status: "suppressed", mark}, {measure: "count", decimals: 0, mark: two});
  expect(print("small")).toEqual({
    text: "*",
    spoken: "a small count, part of a small group, or what rests on one, withheld to protect confidentiality",
  });
  expect(print("further")).toEqual({
    text: "†",
    spoken: "withheld so that a small count cannot be worked out, or a mean of too few",
  });
});

test("a number withheld by an edition with one mark is not given a second one", () => {
  expect(markOf({status: "suppressed"}, two)).toEqual({text: "[c]", meaning: "withheld to protect confidentiality"});
});

test("every mark that a report can have is explained", () => {
  expect(allMarks("[c]").map(({text}) => text)).toEqual(["[c]", "[u]", "[x]", "[z]", "[p]", "[b]"]);
  expect(allMarks(two).map(({text}) => text)).toEqual(["*", "†", "[u]", "[x]", "[z]", "[p]", "[b]"]);
});
