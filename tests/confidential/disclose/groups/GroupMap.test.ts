import {describe, expect, test} from "vitest";
import {GroupMap} from "../../../../src/confidential/disclose/groups/GroupMap.ts";
import type {Coordinates} from "../../../../src/publication/index.ts";
import {population} from "../../../invariants/randomPublication.ts";

const named = ["sex", "area", "offence", "group", "gravity", "drugs", "any-drugs"];
const map = new GroupMap(population, new Set(named));
const written = (groups: readonly Coordinates[]) =>
  groups
    .map((at) =>
      Object.entries(at)
        .map(([name, category]) => `${name}=${category}`)
        .sort()
        .join(","),
    ) // prettier-ignore
    .sort();
const totals = (at: Coordinates) => written(map.around(at).totals);
const wider = (at: Coordinates) => written(map.around(at).wider);

describe("a place narrows", () => {
  test("everybody, and the groups of its lines", () => {
    expect(totals({sex: "female", area: "north"})).toEqual(["", "area=north", "sex=female"]);
  });

  test("no group where it is everybody", () => {
    expect(map.around({})).toEqual({totals: [], wider: []});
  });

  test("the groups of its offence, of either kind", () => {
    expect(wider({offence: "robbery"})).toEqual(["gravity=grave", "group=acquisitive"]);
  });

  test("all whose area is stated", () => {
    expect(wider({area: "north"})).toEqual(["area=stated"]);
    expect(wider({area: "not-stated"})).toEqual([]);
  });

  test("all with any drug, by each of the drugs", () => {
    expect(wider({drugs: "heroin"})).toEqual(["any-drugs=yes"]);
  });
});

describe("a place that is a group in other words narrows it not:", () => {
  test("an offence in its group is the offence", () => {
    expect(totals({offence: "theft", group: "acquisitive"})).toEqual(["", "group=acquisitive"]);
  });

  test("the only grave offence of a group is that group's grave offences", () => {
    expect(totals({offence: "arson", group: "other"})).toEqual([""]);
  });

  test("whoever names a drug has any", () => {
    expect(totals({drugs: "heroin", "any-drugs": "yes"})).toEqual(["", "any-drugs=yes"]);
  });
});

test("where nobody can stand there is no group to narrow, and its zero is nobody's", () => {
  expect(map.around({offence: "arson", group: "acquisitive"})).toEqual({totals: [], wider: []});
});

test("variables that the publication does not name make no groups", () => {
  const plain = new GroupMap(population, new Set(["offence"]));
  expect(plain.around({offence: "robbery"})).toEqual({totals: [{}], wider: []});
});
