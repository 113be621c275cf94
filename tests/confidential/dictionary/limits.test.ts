import {describe, expect, test} from "vitest";
import {readDictionary} from "../../../src/confidential/dictionary/readDictionary.ts";
import {dictionary, smallProject} from "../sources/files/smallProject.ts";
import {openProject} from "../../../src/publication/index.ts";

/** Reads the small dictionary with a part of it changed. */
function readWith(from: string, to: string): unknown {
  expect(dictionary).toContain(from);
  const root = smallProject({"data/dictionaries/small.yaml": dictionary.replace(from, to)});
  return readDictionary(openProject(root), "small");
}

describe("a dictionary is refused with the place of a number that cannot be meant:", () => {
  test.each([
    ["more than all", "broken-rows: 50%", "broken-rows: 1000%", "the most is 100%"],
    ["an age of nobody", "between: [10, 100]", "between: [10, 1000000000]", "the most is 200 years"],
    ["an age before birth", "between: [10, 100]", "between: [-5, 100]", "the least is 0 years"],
    ["half a year", "to: 29", "to: 29.5", "29.5 is finer than the number, which has no decimals"],
    ["a group of all who ever lived", "to: 29", "to: 1e300", "the most is 10,000,000"],
    ["a gap between groups", "from: 30", "from: 35", "years are left out. Begin it with 30"],
    ["groups that overlap", "from: 30", "from: 29", "overlaps the group before it"],
    ["limits the wrong way round", "from: 0, to: 50", "from: 50, to: 0", "Exchange from and to"],
    ["a limit finer than its number", "to: 50", "to: 50.5", "50.5 is finer than the number, which has no decimals"],
    ["a limit with more decimals", "to: 99.9", "to: 99.95", "99.95 is finer than the number, which has 1 decimal"],
    ["more numbers than can be told apart", "to: 50", "to: 70000", "at most 60,000. Narrow the limits"],
    ["more tenths than can be told apart", "to: 99.9", "to: 9000", "at most 6,000. Narrow the limits"],
    ["three decimals", "decimals: 1", "decimals: 3", "is 3, not one of 1, 2"],
    ["a number without limits", "decimals: 1, from: 0, to: 99.9", "decimals: 1, from: 0", 'the field "to" is missing'],
    ["a gap of tenths between groups", "from: 10}", "from: 10.5}", "numbers are left out. Begin it with 10.0"],
    ["a group finer than its number", "to: 9.9", "to: 9.99", "9.99 is finer than the number, which has 1 decimal"],
    ["more days than can be told apart", "between: [0, 60]", "between: [0, 90000]", "the most is 60000 days"],
    ["half a day", "between: [0, 60]", "between: [0, 30.5]", "write whole days"],
    ["days from a date to itself", "to: TRIAGED}", "to: SEEN}", "to itself there are no days"],
    ["a number of codes", "number: OFFENCES", "number: SEX", "A column of type number is needed here"],
    ["a code of numbers", "from: SEX}", "from: SPEND}", "A column of type code or codes is needed here"],
  ])("%s", (...[, from, to, message]) => {
    expect(() => readWith(from, to)).toThrow(/^data\/dictionaries\/small\.yaml, line \d+, column \d+: /);
    expect(() => readWith(from, to)).toThrow(message);
  });
});
