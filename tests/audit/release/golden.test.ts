import {describe, expect, test} from "vitest";
import {auditRelease, describeReport} from "../../../src/audit/index.ts";
import type {AuditReport} from "../../../src/audit/index.ts";
import {category, table, tinyRelease, variable, type TinyRelease} from "../tinyRelease.ts";

async function audit(tiny: TinyRelease): Promise<AuditReport> {
  return (await auditRelease(tinyRelease(tiny))).report;
}

/** The cells that are given away, with their counts. */
function given({givenAway}: AuditReport): Record<string, number> {
  return Object.fromEntries(givenAway.map(({key, possible}) => [key.replace("count people ", ""), possible[0]!]));
}

describe("a reader works out", () => {
  test("a cell of a table with two withheld in every line, by rows 1 and 2 less columns 1 and 3", async () => {
    const report = await audit(
      table(["c 10 c 10 | 25", "c c c 10 | 18", "10 c 10 c | 26", "10 c 10 c | 27", "23 19 27 27 | 96"]),
    );
    expect(given(report)).toEqual({"[column=c2,row=r2]": 3});
    const derivation = report.givenAway[0]!.derivation;
    expect(derivation.join("\n")).toMatch(/add .*\n.*/);
    expect(derivation.at(-1)).toContain("is therefore 3");
  });

  test("1 and 1 from 15 = 10 + 3 + x + x", async () => {
    const report = await audit({
      variables: {v: ["a", "b", "c", "d"]},
      counts: {"": 15, "v=a": 10, "v=b": 3, "v=c": "c", "v=d": "c"},
    });
    expect(given(report)).toEqual({"[v=c]": 1, "[v=d]": 1});
    expect(report.givenAway[0]!.derivation.join(" ")).toContain("15 − 10 − 3 − 1");
  });

  test("1 and 1 from 179 less 177", async () => {
    const report = await audit({
      variables: {v: ["a", "b", "c"]},
      counts: {"": 179, "v=a": 177, "v=b": "c", "v=c": "c"},
    });
    expect(given(report)).toEqual({"[v=b]": 1, "[v=c]": 1});
  });

  test("three singletons in a line whose total is 3", async () => {
    const report = await audit({
      variables: {v: ["a", "b", "c", "d"]},
      counts: {"": 3, "v=a": "c", "v=b": "c", "v=c": "c", "v=d": 0},
    });
    expect(Object.values(given(report))).toEqual([1, 1, 1]);
  });

  test("that nothing is behind x in 15 = 10 + 5 + x + x, where zeros are withheld", async () => {
    const tiny = {
      variables: {v: ["a", "b", "c", "d"]},
      counts: {"": 15, "v=a": 10, "v=b": 5, "v=c": "c", "v=d": "c"},
    } as const;
    expect(given(await audit({...tiny, zeros: "hidden"}))).toEqual({"[v=c]": 0, "[v=d]": 0});
  });

  test("a lone withheld cell by its total, and not where the total is withheld too", async () => {
    const counts = {"": 12, "v=a": 8, "v=b": "c"} as const;
    const {passes, ...report} = await audit({variables: {v: ["a", "b"]}, counts});
    expect([passes, given({passes, ...report})]).toEqual([false, {"[v=b]": 4}]);
    expect((await audit({variables: {v: ["a", "b"]}, counts: {...counts, "": "c"}})).passes).toBe(true);
  });
});

describe("numbers that contradict each other are refused:", () => {
  test.each([
    ["15 = 10 + 5 + x + x, where zeros are shown", {"": 15, "v=a": 10, "v=b": 5, "v=c": "c", "v=d": "c"}],
    ["0 = x + x + 0 + 0", {"": 0, "v=a": "c", "v=b": "c", "v=c": 0, "v=d": 0}],
    ["a total that is not the sum of its parts", {"": 15, "v=a": 10, "v=b": 5, "v=c": 1, "v=d": 0}],
  ] as const)("%s", async (_, counts) => {
    const report = await audit({variables: {v: ["a", "b", "c", "d"]}, counts});
    expect(report.passes).toBe(false);
    expect(describeReport(report)).toContain("contradict");
  });
});

describe("two groupings of the same ages", () => {
  const ages = [
    category("a", {band: "ab", stage: "abc"}),
    category("b", {band: "ab", stage: "abc"}),
    category("c", {band: "cde", stage: "abc"}),
    category("d", {band: "cde", stage: "de"}),
    category("e", {band: "cde", stage: "de"}),
  ];
  const population = {
    variables: [
      {...variable("age", []), categories: ages},
      variable("band", ["ab", "cde"]),
      variable("stage", ["abc", "de"]),
    ],
  };
  const fine = {"": 30, "age=a": "c", "age=b": "c", "age=c": "c", "age=d": "c", "age=e": "c"} as const;
  const bands = {"band=ab": 5, "band=cde": 25};
  const stages = {"stage=abc": 9, "stage=de": 21};

  test("are safe each alone", async () => {
    expect((await audit({variables: {}, population, counts: {...fine, ...bands}})).reachesTarget).toBe(true);
    expect((await audit({variables: {}, population, counts: {...fine, ...stages}})).reachesTarget).toBe(true);
  });

  test("give one age away together", async () => {
    expect(given(await audit({variables: {}, population, counts: {...fine, ...bands, ...stages}}))).toEqual({
      "[age=c]": 4,
    });
  });
});

describe("the report says", () => {
  test("which cells are known to within one, and that the hard level is reached all the same", async () => {
    const report = await audit({variables: {v: ["a", "b", "c"]}, counts: {"": 13, "v=a": 10, "v=b": "c", "v=c": "c"}});
    expect(report).toMatchObject({passes: true, reachesTarget: false});
    expect(report.narrow.map(({possible}) => possible)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("which small counts follow though no table shows them", async () => {
    const report = await audit({variables: {v: ["a", "b"]}, counts: {"": 12, "v=a": 10}});
    expect(report.derivable.map(({key, possible}) => [key, possible])).toEqual([["count people [v=b]", [2]]]);
    expect(report.passes).toBe(false);
  });

  test("in which small groups everybody is in one category", async () => {
    const report = await audit(table(["5 0 | 5", "10 20 | 30", "15 20 | 35"]));
    expect(report.groups).toEqual([
      {group: "count people [row=r1]", category: "count people [column=c1,row=r1]", people: 5},
    ]);
  });

  test("the levels of the cells that the sign-off names, and small sums", async () => {
    const release = tinyRelease({variables: {v: ["a", "b", "c"]}, counts: {"": 14, "v=a": 10, "v=b": "c", "v=c": "c"}});
    const {report} = await auditRelease(release, {
      signed: {primaries: ["count people [v=b]", "count people [v=c]"], byChoice: []},
    });
    expect(report.primaries).toEqual({primaries: 2, notExact: 2, atLevel: 2, full: 0});
    expect(report.smallSums).toEqual([{cells: ["count people [v=b]", "count people [v=c]"], most: 4}]);
  });

  test("that not stated is a part like any other", async () => {
    const report = await audit({
      variables: {v: ["a", "b", "not-stated"]},
      counts: {"": 30, "v=stated": 28, "v=a": 20, "v=b": 8, "v=not-stated": "c"},
    });
    expect(given(report)).toEqual({"[v=not-stated]": 2});
  });
});
