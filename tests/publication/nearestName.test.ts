import {describe, expect, test} from "vitest";
import {adviseOnName, nameRemedy, nearestName, oneLetterFrom} from "../../src/publication/index.ts";

const areas = ["kent", "surrey", "west-sussex", "east-sussex"];

describe("the nearest name", () => {
  test.each([
    ["kemt", "kent"],
    ["surey", "surrey"],
    ["west-susex", "west-sussex"],
    ["KENT-", undefined],
    ["drug", undefined],
  ])("to %s is %s", (typed, nearest) => {
    expect(nearestName(typed, areas)).toBe(nearest);
  });

  test("is none where there are no names", () => {
    expect(nearestName("kent", [])).toBeUndefined();
  });
});

test("what to do about an unknown name is to take the nearest, one of all where none is near, or none", () => {
  expect(nameRemedy("kemt", areas)).toBe('Did you mean "kent"? Correct the name');
  expect(nameRemedy("drug", areas)).toBe("Use one of: kent, surrey, west-sussex, east-sussex");
  expect(nameRemedy("kent", [])).toBe("Remove it: there are no such names");
});

test("of the names of a file the nearest is always told", () => {
  expect(adviseOnName("drug", areas)).toMatch(/^Did you mean "(kent|surrey)"\?$/);
  expect(adviseOnName("kent", [])).toBe("There is none to choose from.");
});

test("a slip is one letter that is wrong, missing or too many", () => {
  expect(["kemt", "ken", "kentt"].map((typed) => oneLetterFrom(typed, areas))).toEqual(["kent", "kent", "kent"]);
  expect(["kent", "knet", "kenttt"].map((typed) => oneLetterFrom(typed, areas))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
