import {describe, expect, test} from "vitest";
import {auditRelease} from "../../../src/audit/index.ts";
import {wilsonRange} from "../../../src/audit/tells/wilsonRange.ts";
import {category, count, tinyRelease, variable, type Shown, type TinyRelease} from "../tinyRelease.ts";

type Entry = NonNullable<TinyRelease["cells"]>[number];

const variables = {v: ["a", "b", "c"]};

function share(cell: Extract<Entry["cell"], {status: "published"}>): Entry {
  return {address: {measure: "share", population: "people", at: {v: "b"}, base: {}}, cell};
}

async function givenAway(tiny: TinyRelease): Promise<readonly (readonly [string, readonly number[]])[]> {
  const {report} = await auditRelease(tinyRelease(tiny));
  return report.givenAway.map(({key, possible}) => [key, possible]);
}

const counts = {"": 12, "v=a": "c", "v=b": "c", "v=c": "c"} as const;
const leaked = [["count people [v=b]", [4]]];

describe("a share of a withheld count gives it back:", () => {
  test("nothing is given away without the share", async () => {
    expect(await givenAway({variables, counts})).toEqual([]);
  });

  test("33.3% of 12", async () => {
    expect(await givenAway({variables, counts, cells: [share({status: "published", value: 33.3})]})).toEqual(leaked);
  });

  test("its numerator printed beside it", async () => {
    const cells = [share({status: "published", value: 33.3, count: 4, of: 12})];
    expect(await givenAway({variables, counts, cells})).toEqual(leaked);
  });

  test("the width of its interval tells a base that is nowhere printed, and with it the count", async () => {
    const cells = [share({status: "published", value: 33.3, lower: 13.8, upper: 60.9})];
    const hidden = {...counts, "": "c"} as const;
    expect(await givenAway({variables, counts: hidden, cells})).toEqual(leaked);
    expect(await givenAway({variables, counts: hidden})).toEqual([]);
  });

  test("a base of nobody, which a share that does not apply tells", async () => {
    const cells: Entry[] = [
      {
        address: {measure: "share", population: "people", at: {v: "a"}, base: {v: "b"}},
        cell: {status: "not-applicable"},
      },
    ];
    const {report} = await auditRelease(tinyRelease({variables, counts, cells}));
    expect(report.contradiction.join(" ")).toContain("not-applicable");
  });
});

test("a rate of a known number of people gives its count back", async () => {
  const column = {name: "people", label: "People", unit: "people", decimals: 0};
  const references = [
    {name: "census", title: "Census", source: "made up", key: variable("v", ["a", "b", "c"]), columns: [column]},
  ];
  const cells: Entry[] = [
    {
      address: {measure: "value", population: "census", at: {v: "b"}, column: "people"},
      cell: {status: "published", value: 2000},
    },
    {
      address: {
        measure: "rate",
        population: "people",
        at: {v: "b"},
        per: {reference: "census", column: "people", at: {v: "b"}},
      },
      cell: {status: "published", value: 2},
    },
  ];
  expect(await givenAway({variables, counts, references, cells})).toEqual(leaked);
});

describe("a mean that prints how many records it averages", () => {
  const population = {
    variables: [variable("v", ["a", "b"]), {name: "age", label: "Age", kind: "number" as const, categories: []}],
  };
  const meanOf = (of: number): Entry => ({
    address: {measure: "mean", population: "people", at: {v: "b"}, variable: "age"},
    cell: {status: "published", value: 31.5, of},
  });
  const derived = async (counts: Record<string, Shown>, of: number) => {
    const {report} = await auditRelease(tinyRelease({variables, population, counts, cells: [meanOf(of)]}));
    return [report.passes, report.derivable.map(({key, possible}) => [key, possible])];
  };

  test("gives away how few of its group it leaves out", async () => {
    const counts = {"": 40, "v=a": 26, "v=b": 14};
    expect(await derived(counts, 12)).toEqual([false, [["count people [age=not-stated,v=b]", [2]]]]);
  });

  test("says no more than the count that is printed itself", async () => {
    const counts = {"": 40, "v=a": 26, "v=b": 14, "v=b,age=stated": 14, "v=b,age=not-stated": 0};
    expect(await derived(counts, 14)).toEqual([true, []]);
  });

  test("said the size of its group in releases of earlier versions", async () => {
    expect(await derived({"": 40, "v=a": 26, "v=b": 14}, 14)).toEqual([true, []]);
  });
});

test("clients are the counted forms of their extract", async () => {
  const fates = [
    category("counted", {usable: "yes"}),
    category("superseded", {usable: "yes"}),
    category("quarantined", {usable: "no"}),
  ];
  const forms = {
    name: "people-forms",
    label: "forms",
    heading: "Forms",
    unit: "forms" as const,
    extract: "people",
    variables: [{...variable("fate", []), categories: fates}, variable("usable", ["yes", "no"])],
  };
  const cells = [
    count("people-forms", "", 25),
    count("people-forms", "usable=yes", 23),
    count("people-forms", "fate=superseded", "c"),
  ];
  const population = {extract: "people", variables: [variable("v", ["a", "b"])]};
  const tiny = {variables: {}, population, populations: [forms], cells, counts: {"": 20}};
  expect(await givenAway(tiny)).toEqual([["count people-forms [fate=superseded]", [3]]]);
  expect(await givenAway({...tiny, counts: {}})).toEqual([]);
});

test("several answers never add up, but the rest of each is known", async () => {
  const population = {variables: [{...variable("help", ["housing", "debt"]), kind: "multi" as const}]};
  const {report} = await auditRelease(
    tinyRelease({variables: {}, population, counts: {"": 20, "help=housing": 17, "help=debt": "c"}}),
  );
  expect(report.passes).toBe(false);
  expect(report.derivable.map(({key, possible}) => [key, possible])).toEqual([
    ["count people [help=not-housing]", [3]],
  ]);
});

test("everybody but a few is as good as those few", async () => {
  const {report} = await auditRelease(tinyRelease({variables, counts: {"": 40, "v=a": 37}}));
  expect(report.passes).toBe(false);
  expect(report.derivable).toMatchObject([{key: "count people [v=b] or count people [v=c]", possible: [3]}]);
});

test("everybody but a few who are withheld in a finer table is a small sum of marks, and no failure", async () => {
  const crossed = {variables: {...variables, sex: ["f", "m"]}, zeros: "hidden" as const};
  const known = {"": 12, "v=a,sex=f": 5, "v=a,sex=m": 5};
  const withheld = {"v=b,sex=f": "c", "v=b,sex=m": "c", "v=c,sex=f": "c", "v=c,sex=m": "c"} as const;
  const {report} = await auditRelease(tinyRelease({...crossed, counts: {...known, ...withheld}}), {
    signed: {primaries: ["count people [sex=f,v=b]"], byChoice: []},
  });
  expect(report).toMatchObject({passes: true, derivable: []});
  expect(report.smallSums.map(({most}) => most)).toContain(2);
  const {report: unmarked} = await auditRelease(tinyRelease({...crossed, counts: known}));
  expect(unmarked.derivable.map(({possible}) => possible)).toEqual([[2]]);
});

test("three tables by two of three variables are attacked as the joint table that they come from", async () => {
  const pairs = {
    "a=x,b=x": 1,
    "a=x,b=y": 0,
    "a=y,b=x": 0,
    "a=y,b=y": 1,
    "b=x,c=x": 1,
    "b=x,c=y": 0,
    "b=y,c=x": 0,
    "b=y,c=y": 1,
  };
  const odd = {"a=x,c=x": 0, "a=x,c=y": 1, "a=y,c=x": 1, "a=y,c=y": 0};
  const {report} = await auditRelease(
    tinyRelease({variables: {a: ["x", "y"], b: ["x", "y"], c: ["x", "y"]}, counts: {...pairs, ...odd}}),
  );
  expect(report.contradiction).not.toEqual([]);
});

test("an interval's width tells its base", () => {
  expect(wilsonRange({value: 33.3, lower: 13.8, upper: 60.9}, {from: 1, to: Infinity})).toEqual({
    count: {from: 4, to: 4},
    of: {from: 12, to: 12},
  });
});

describe("a roll-up that only some categories know", () => {
  const areas = [category("kent", {region: "south"}), category("surrey", {region: "south"}), category("abroad")];
  const population = {
    variables: [{...variable("area", []), categories: areas}, variable("region", ["south", "north"])],
  };

  test("bounds its parts from above", async () => {
    const counts = {
      "": 40,
      "area=kent": 20,
      "area=surrey": "c",
      "area=abroad": "c",
      "region=south": 21,
      "region=north": 19,
    } as const;
    const {report} = await auditRelease(tinyRelease({variables: {}, population, counts}));
    expect(report.givenAway.map(({key, possible}) => [key, possible])).toEqual([["count people [area=surrey]", [1]]]);
  });
});

test("a second variable that rolls up into the same regions adds up to them too, printed or not", async () => {
  const within = (name: string, region: string) => category(name, {region});
  const population = {
    variables: [
      {...variable("home", []), categories: [within("kent", "south"), within("york", "north")]},
      {
        ...variable("court", []),
        categories: [within("dover", "south"), within("hythe", "south"), within("leeds", "north")],
      },
      variable("region", ["south", "north"]),
    ],
  };
  const counts = {
    "": 40,
    "home=kent": 21,
    "home=york": 19,
    "court=dover": 18,
    "court=hythe": "c",
    "court=leeds": "c",
  } as const;
  const {report} = await auditRelease(tinyRelease({variables: {}, population, counts}));
  expect(report.givenAway.map(({key, possible}) => [key, possible])).toEqual([["count people [court=hythe]", [3]]]);
});
