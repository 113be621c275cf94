import {expect, test} from "vitest";
import {earlierRelease} from "../../../src/confidential/earlier/earlierRelease.ts";
import type {ReleaseContent} from "../../../src/release/index.ts";
import {tinyRelease, variable} from "../../audit/tinyRelease.ts";

type Described = ReleaseContent["populations"][number]["variables"][number];

/** Two age groups of which the younger ends at an age. */
function ages(youngest: number): Described {
  return {
    ...variable("age-group", ["young", "old"]),
    reads: {
      as: "bands",
      from: "BORN",
      to: "SEEN",
      between: [10, 100],
      categories: {young: [18, youngest], old: [youngest + 1, null]},
    },
  };
}

/** Keys of the counts that are read under today's names. */
function keysRead(then: Described, now: Described): readonly string[] {
  const counts = {"": 50, "age-group=young": 20};
  const release = tinyRelease({variables: {}, population: {variables: [then]}, counts});
  const today = tinyRelease({variables: {}, population: {variables: [now]}, counts}).vocabulary;
  return [...earlierRelease(release, today).printed.keys()];
}

test("an earlier count of a variable that reads the same answers is read under today's name", () => {
  expect(keysRead(ages(29), ages(29))).toContain("count people [age-group=young]");
});

test("one of bands that were drawn anew is not, though their names are the same", () => {
  expect(keysRead(ages(29), ages(24))).toEqual(["count people []"]);
});
