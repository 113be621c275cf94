import {describe, expect, test} from "vitest";
import {ruleOfGroups, type GroupedCount} from "../../../../src/confidential/disclose/groups/ruleOfGroups.ts";

const everybody: GroupedCount = {key: "everybody", count: 60, shown: true, groups: []};
const north: GroupedCount = {key: "north", count: 7, shown: true, groups: ["everybody"]};
const south: GroupedCount = {key: "south", count: 53, shown: true, groups: ["everybody"]};
const women: GroupedCount = {key: "women in the north", count: 0, shown: true, groups: ["everybody", "north"]};
const men: GroupedCount = {key: "men in the south", count: 53, shown: true, groups: ["everybody", "south"]};
const counts = [everybody, north, south, women, men];
const shown = {groupNeeds: 10, zeros: "shown"} as const;

describe("the rule for small groups", () => {
  test("holds the breakdown of a group of seven back, its zeros too, and not the group", () => {
    expect([...ruleOfGroups(counts, shown).breakdown]).toEqual(["women in the north"]);
  });

  test("lets a reader know how large a divided group is at least or at most", () => {
    expect(Object.fromEntries(ruleOfGroups(counts, shown).bounds)).toEqual({
      everybody: {least: 10, most: Infinity},
      north: {least: 1, most: 9},
      south: {least: 10, most: Infinity},
      "women in the north": {least: 0, most: 9},
    });
  });

  test("lets a group that no table shows be nobody where its breakdown is printed as nobody", () => {
    const unseen = [{...north, count: 0, shown: false}, women];
    expect(Object.fromEntries(ruleOfGroups(unseen, shown).bounds)).toEqual({north: {least: 0, most: 0}});
  });

  test("counts a population of nine as a small group", () => {
    const few = [
      {...everybody, count: 9},
      {...south, count: 9},
    ];
    expect([...ruleOfGroups(few, shown).breakdown]).toEqual(["south"]);
  });

  test("lets small groups be as large as they like where a mark may stand for nobody anyway", () => {
    expect(ruleOfGroups(counts, {...shown, zeros: "hidden"}).bounds.get("north")).toBeUndefined();
  });

  test.each([{zeros: "shown"}, {groupNeeds: 1, zeros: "shown"}] as const)("is none under %o", (policy) => {
    const {breakdown, bounds} = ruleOfGroups(counts, policy);
    expect([breakdown.size, bounds.size]).toEqual([0, 0]);
  });
});
