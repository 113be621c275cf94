import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {rangeOfGroup, type GroupRange} from "../../../src/audit/index.ts";
import {at, tinyRelease, type Shown} from "../tinyRelease.ts";

const variables = {sex: ["women", "men"], area: ["kent", "surrey"]};

function rangeOf(place: string, counts: Readonly<Record<string, Shown>>): GroupRange {
  return rangeOfGroup(tinyRelease({variables, counts}), {measure: "count", population: "people", at: at(place)});
}

describe("what a reader can tell of a group", () => {
  test("is at most what the groups that hold it have", () => {
    expect(rangeOf("sex=women,area=kent", {"": 20, "sex=women": 8, "area=kent": 11})).toEqual({least: 0, most: 8});
  });

  test("is at least what two groups must share", () => {
    expect(rangeOf("sex=men,area=kent", {"": 20, "sex=men": 15, "area=kent": 12})).toEqual({least: 7, most: 12});
  });

  test("is at least what its printed parts have", () => {
    expect(rangeOf("sex=women", {"": 20, "sex=women,area=kent": 6})).toEqual({least: 6, most: 20});
  });

  test("is exact where it follows by subtraction, shown or not", () => {
    expect(rangeOf("sex=men", {"": 20, "sex=women": 8})).toEqual({least: 12, most: 12});
  });

  test("of a mark is what the other marks leave it", () => {
    expect(rangeOf("sex=women", {"": 7, "sex=women": "c", "sex=men": "c"})).toEqual({least: 1, most: 6});
  });

  test("has no end where nothing printed holds it", () => {
    expect(rangeOf("sex=women", {"sex=men": 8})).toEqual({least: 0});
  });
});

const cell = fc.nat(9);
const shown = fc.subarray(["", "sex=women", "sex=men", "area=kent", "area=surrey", "sex=men,area=kent"], {
  minLength: 1,
});

test("never excludes the truth", () => {
  fc.assert(
    fc.property(fc.array(cell, {minLength: 4, maxLength: 4}), shown, (people, places) => {
      const cells = variables.sex.flatMap((sex, s) =>
        variables.area.map((area, a) => ({place: {sex, area}, people: people[2 * s + a] ?? 0})),
      );
      const truth = (place: string): number =>
        cells
          .filter(({place: own}) => Object.entries(at(place)).every(([name, one]) => own[name as "sex"] === one))
          .reduce((sum, one) => sum + one.people, 0);
      const counts = Object.fromEntries(places.map((place) => [place, truth(place)]));
      for (const place of ["sex=women,area=kent", "sex=women,area=surrey", "sex=women", "area=surrey", ""]) {
        const {least, most = Infinity} = rangeOf(place, counts);
        expect(least).toBeLessThanOrEqual(truth(place));
        expect(most).toBeGreaterThanOrEqual(truth(place));
      }
    }),
  );
});

describe("what a reader can tell of a group without another", () => {
  const without = (place: string, other: string, counts: Readonly<Record<string, Shown>>): GroupRange =>
    rangeOfGroup(tinyRelease({variables, counts}), {
      measure: "count",
      population: "people",
      at: at(place),
      butNot: at(other),
    });

  test("is what those in both leave of it", () => {
    const counts = {"": 20, "sex=women": 8, "sex=women,area=kent": 6};
    expect(without("sex=women", "area=kent", counts)).toEqual({least: 2, most: 2});
  });

  test("is at most the group, where both answer one question", () => {
    expect(without("sex=women", "sex=men", {"": 20, "sex=women": 8, "sex=men": 12})).toEqual({least: 0, most: 8});
  });
});
