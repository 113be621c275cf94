import {expect, test} from "vitest";
import {describeOpen} from "../../../src/confidential/people/describeOpen.ts";
import {smallDefinitions} from "../../audit/people/smallPeople.ts";
import {tinyRelease} from "../../audit/tinyRelease.ts";

const columns = {sex: ["women", "men"], area: ["kent", "surrey"], drug: ["heroin", "cannabis"]};
const definitions = smallDefinitions({columns, rows: []});
const mask = Uint8Array.of(1, 0);
const release = tinyRelease({
  variables: columns,
  counts: {"": 20, "sex=women": 8, "area=kent,sex=women": "c", "area=kent,drug=heroin": 9, "drug=heroin": 9},
});

/** The lines that a message has of a group that is named by some columns. */
function told(...asked: readonly number[]): readonly string[] {
  const terms = asked.map((column) => ({column, mask}));
  const open = [{name: "the group", quantity: {source: 0, parts: [{terms}]}}];
  return describeOpen(open, {releases: [release], definitions})
    .split("\n")
    .slice(1, -2);
}

test("a refusal names the variables of a group and the tables that tell of them, the nearest first", () => {
  expect(told(0, 1)).toEqual([
    "  the group",
    "    named by sex, area; told of by: people by area, sex; people by sex; people by area, drug",
  ]);
});

test("a refusal does not name tables that say nothing of a group's variables", () => {
  expect(told(2).join()).not.toContain("people by sex");
});

test("a refusal says what can be changed", () => {
  expect(describeOpen([], {releases: [release], definitions})).toMatch(/coarser groups[^]*leave out one of the tables/);
});

test("of many groups the first are named, and the others counted", () => {
  const open = Array.from({length: 23}, (_, at) => ({
    name: `group ${String(at)}`,
    quantity: {source: 0, parts: [{terms: []}]},
  }));
  const message = describeOpen(open, {releases: [release], definitions});
  expect(message).toContain("  group 19\n  and 3 more\n");
  expect(message).not.toContain("group 20");
});
