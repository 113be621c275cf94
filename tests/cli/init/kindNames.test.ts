import {describe, expect, test} from "vitest";
import {nameEach, titleOfColumn, wordsOfTitle} from "../../../src/cli/init/kind/nameThings.ts";
import {writeCodes} from "../../../src/cli/init/kind/writeCodes.ts";

describe("what queries call things", () => {
  test("is lower-case words and digits, each once", () => {
    expect(nameEach(["Date of visit", "Café Süd", "£", "a/b", "a b"], "answer")).toEqual([
      "date-of-visit",
      "cafe-sud",
      "answer-3",
      "a-b",
      "a-b-2",
    ]);
  });

  test("is no word of the language", () => {
    expect(nameEach(["by", "Total", "Month", "count"], "answer")).toEqual([
      "by-answer",
      "total-answer",
      "month-answer",
      "count-answer",
    ]);
  });

  test("is never what another thing is called, whatever it is made of", () => {
    expect(nameEach(["a", "a", "a-2", "by", "by answer"], "answer")).toEqual([
      "a",
      "a-2",
      "a-2-2",
      "by-answer",
      "by-answer-2",
    ]);
  });
});

test.each([
  ["DATE_OF_VISIT", "Date of visit", "date of visit"],
  ["DateOfVisit", "Date of visit", "date of visit"],
  ["NHS area", "NHS area", "NHS area"],
  ["DRUG1", "Drug1", "drug"],
  ["24", "24", "answer"],
])("the column %s has the title %s, and in a title a writer types %s", (header, title, words) => {
  expect([titleOfColumn(header), wordsOfTitle(title)]).toEqual([title, words]);
});

test("codes stand in the order of their numbers, and blank answers are told", () => {
  expect(writeCodes(["10", "9", "Unknown", 'a "b", c'])).toBe(
    'code,name,label,text,role\n9,9,9,9,\n10,10,10,10,\n"a ""b"", c",a-b-c,"a ""b"", c","a ""b"", c",\n' +
      "Unknown,not-stated,Not stated,not stated,not-stated\n",
  );
});
