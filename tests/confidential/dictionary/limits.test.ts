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
    ["half a year", "to: 29", "to: 29.5", "write whole years"],
    ["a group of all who ever lived", "to: 29", "to: 1e300", "the most is 200 years"],
    ["a gap between groups", "from: 30", "from: 35", "years are left out. Begin it with 30"],
    ["groups that overlap", "from: 30", "from: 29", "overlaps the group before it"],
  ])("%s", (...[, from, to, message]) => {
    expect(() => readWith(from, to)).toThrow(/^data\/dictionaries\/small\.yaml, line \d+, column \d+: /);
    expect(() => readWith(from, to)).toThrow(message);
  });
});
