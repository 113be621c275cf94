import {describe, expect, test} from "vitest";
import {GroupMap} from "../../../../src/confidential/disclose/groups/GroupMap.ts";
import type {Coordinates, Population, Reads, Variable} from "../../../../src/publication/index.ts";
import {category, variable as released} from "../../../audit/tinyRelease.ts";
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

describe("what is so by nature is no breakdown", () => {
  const sex = {...variable("sex", ["male", "female", "not-stated"]), reads: readsCode("SEX")};
  const prison = {...variable("prison", ["albany", "bronzefield"]), reads: readsCode("PRISON")};
  const combinations = [
    {variables: ["sex", "prison"], possible: [["male", "albany"], ["not-stated", "albany"], ...["male", "female", "not-stated"].map((one) => [one, "bronzefield"])]},
  ]; // prettier-ignore
  const prisons = new GroupMap(clients([sex, prison], combinations), new Set(["sex", "prison"]));

  test("the men of a prison for men, of whom others are at most not stated", () => {
    expect(written(prisons.around({prison: "albany", sex: "male"}).totals)).not.toContain("prison=albany");
    expect(written(prisons.around({prison: "albany", sex: "not-stated"}).totals)).toContain("prison=albany");
    expect(written(prisons.around({prison: "bronzefield", sex: "male"}).totals)).toContain("prison=bronzefield");
  });

  test("but those outside, of whom others are not stated because all else lies in the region, are", () => {
    const area = {...variable("area", []), categories: [category("north", {region: "in"}), category("outside", {region: "out"}), category("not-stated", {region: "out"})] as Variable["categories"]}; // prettier-ignore
    const places = new GroupMap(clients([area, variable("region", ["in", "out"])], []), new Set(["area", "region"]));
    expect(written(places.around({area: "outside"}).wider)).toContain("region=out");
  });
});

function variable(name: string, categories: readonly string[]): Variable {
  return released(name, categories) as Variable;
}

function readsCode(column: string): Reads {
  return {as: "code", column, list: column.toLowerCase(), categories: {}, blank: "not-stated"};
}

function clients(variables: Population["variables"], combinations: Population["combinations"] = []): Population {
  return {name: "clients", label: "clients", heading: "Clients", unit: "clients", variables, combinations};
}
