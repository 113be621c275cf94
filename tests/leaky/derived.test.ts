import {describe, expect, test} from "vitest";
import {auditRelease, checkCertificate} from "../../src/audit/index.ts";
import {readsAnswers, readsBands, readsCode, readsYears, type ReadVariable} from "../audit/attack/readVariables.ts";
import {at, category, count, tinyRelease, variable, type Shown} from "../audit/tinyRelease.ts";

function release(
  variables: readonly ReadVariable[],
  counts: Record<string, Shown>,
  means: Record<string, number | "c"> = {},
) {
  const cells = Object.entries(means).map(([place, mean]) => ({
    address: {measure: "mean" as const, population: "people", at: at(place), variable: "age"},
    cell: mean === "c" ? {status: "suppressed" as const} : {status: "published" as const, value: mean},
  }));
  return tinyRelease({variables: {}, population: {variables: [...variables]}, counts, cells});
}

async function found(one: ReturnType<typeof tinyRelease>) {
  const {report} = await auditRelease(one);
  const cells = [...report.givenAway, ...report.derivable].map(({key, possible}) => [key, possible]);
  return {cells, means: report.means, passes: report.passes, notProved: report.notProved};
}

describe("means are sums", () => {
  const groups = readsBands("group", {young: [18, 29], middle: [30, 44], old: [45, null]});
  const area = readsCode("area", "AREA", {kent: ["K"], surrey: ["S"]});
  const ten = {"": 10, "group=young": 5, "group=middle": "c", "group=old": "c", "group=not-stated": 0} as const;

  test("ten people of 25.5 years, five of them 18 to 29: four of at least 30 and one of 45", async () => {
    const {cells} = await found(release([groups, readsYears("age")], ten, {"": 25.5}));
    expect(cells).toEqual([
      ["count people [group=middle]", [4]],
      ["count people [group=old]", [1]],
    ]);
  });

  test("a mean in the middle of its groups gives nothing away", async () => {
    expect(await found(release([groups, readsYears("age")], ten, {"": 34.1}))).toMatchObject({passes: true, cells: []});
  });

  test("a mean that is withheld although its group is printed is of nine at most", async () => {
    const counts = {"": 13, "group=young": 8, "group=middle": 0, "group=old": "c", "group=not-stated": "c"} as const;
    const {cells} = await found(release([groups, readsYears("age")], counts, {"": "c"}));
    expect(cells).toContainEqual(["count people [group=old]", [1]]);
    expect(cells).toContainEqual(["count people [group=not-stated]", [4]]);
    expect(await found(release([groups, readsYears("age")], counts))).toMatchObject({passes: true});
  });

  test("the mean of all less that of ten is the mean of five", async () => {
    const counts = {"": 15, "age=stated": 15, "area=kent": 10, "area=surrey": 5, "area=not-stated": 0};
    const means = {"": 38.1, "area=kent": 33.1, "area=surrey": "c"} as const;
    const {means: known, passes} = await found(release([area, readsYears("age")], counts, means));
    expect([passes, known]).toMatchObject([false, [{key: "mean age people [area=surrey]", known: 5, least: 48, most: 48.2}]]); // prettier-ignore
  });

  test("the mean of a thousand says nothing of five among them", async () => {
    const counts = {"": 1000, "age=stated": 1000, "area=kent": 995, "area=surrey": 5, "area=not-stated": 0};
    const means = {"": 38.1, "area=kent": 38.1, "area=surrey": "c"} as const;
    expect(await found(release([area, readsYears("age")], counts, means))).toMatchObject({passes: true, means: []});
  });

  test("the certificate of a release with means holds", async () => {
    const one = release([groups, readsYears("age")], ten, {"": 34.1});
    const {certificate} = await auditRelease(one);
    expect(checkCertificate([one], certificate)).toMatchObject({holds: true, open: []});
  });
});

describe("several answers", () => {
  test("advice 15 and beds 12 of 24 who want either: 3 want both", async () => {
    const counts = {"": 38, "any-wants=yes": 24, "any-wants=no": 14, "wants=advice": 15, "wants=beds": 12};
    expect(await found(release(readsAnswers("wants", "WANTS", ["advice", "beds"]), counts))).toMatchObject({
      cells: [["count people [wants=advice & beds]", [3]]],
    });
  });

  test("a third answer that nobody gave makes no difference, one that somebody gave hides it", async () => {
    const variables = readsAnswers("wants", "WANTS", ["advice", "beds", "food"]);
    const counts = {"": 38, "any-wants=yes": 24, "any-wants=no": 14, "wants=advice": 15, "wants=beds": 12};
    expect((await found(release(variables, {...counts, "wants=food": 0}))).cells).toEqual([
      ["count people [wants=advice & beds]", [3]],
    ]);
    expect((await found(release(variables, {...counts, "wants=food": 6}))).cells).toEqual([]);
  });
});

test("five faults dropped the answer, six women and blanks are left: one woman", async () => {
  const faults = {
    name: "faults",
    label: "faults",
    heading: "Faults",
    unit: "faults" as const,
    extract: "people",
    variables: [
      variable("rule", ["unlisted-code", "blank-required"]),
      {
        ...variable("column", []),
        categories: [
          {...category("sex"), code: "SEX"},
          {...category("form"), code: "FORM"},
        ],
      },
      variable("severity", ["form-quarantined", "answer-dropped"]),
    ],
    combinations: [
      {
        variables: ["rule", "column", "severity"],
        possible: [
          ["unlisted-code", "sex", "answer-dropped"],
          ["blank-required", "form", "form-quarantined"],
        ],
      },
    ],
  };
  const sex = readsCode("sex", "SEX", {male: ["1"], female: ["2"]});
  const population = {unit: "forms" as const, extract: "people", variables: [sex]};
  const counts = {"": 27, "sex=male": 21, "sex=female": "c", "sex=not-stated": "c"} as const;
  const tiny = {variables: {}, population, populations: [faults], counts};
  const cells = [count("faults", "", 5), count("faults", "column=sex", 5)];
  expect((await found(tinyRelease({...tiny, cells}))).cells).toEqual([["count people [sex=female]", [1]]]);
  const others = [count("faults", "", 5), count("faults", "column=form", 5)];
  expect((await found(tinyRelease({...tiny, cells: others}))).cells).toEqual([]);
});

describe("three tables with many categories each", () => {
  const names = Array.from({length: 41}, (_, index) => `c${index + 1}`);
  const variables = {a: names, b: names, c: names};
  /** Three tables whose circle of empty cells gives one count away: everything else stands on the diagonal. */
  const counts: Record<string, Shown> = {"": 33};
  for (const [one, two] of [
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ] as const)
    // prettier-ignore
    for (const x of names) for (const y of names) counts[`${one}=${x},${two}=${y}`] = 0;
  Object.assign(counts, {
    "a=c1,b=c1": 8,
    "a=c1,b=c2": 8,
    "a=c2,b=c2": 17,
    "a=c1,c=c1": 9,
    "a=c1,c=c2": 7,
    "a=c2,c=c2": 17,
    "b=c1,c=c1": "c",
    "b=c1,c=c2": "c",
    "b=c2,c=c1": "c",
    "b=c2,c=c2": "c",
  });

  test("are attacked together, because printed zeros leave few groups", async () => {
    const {notProved} = await found(tinyRelease({variables, counts}));
    expect(notProved).toEqual([]);
  });

  test("are not proved safe where they are too many all the same", async () => {
    const full = Object.fromEntries(Object.entries(counts).map(([place, shown]) => [place, shown === 0 ? 6 : shown]));
    const {report} = await auditRelease(tinyRelease({variables, counts: {...full, "": 60_000}}));
    expect(report.passes).toBe(false);
    expect(report.notProved).toEqual(["The joint table of people by b, c, a is too large and was not used."]);
  });
});

test("a number printed within a group of nobody is a contradiction, however large the tables", async () => {
  const names = Array.from({length: 41}, (_, index) => `c${index + 1}`);
  const counts: Record<string, Shown> = {};
  for (const [one, two] of [
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ] as const)
    // prettier-ignore
    for (const x of names) for (const y of names) counts[`${one}=${x},${two}=${y}`] = x === y ? 5 : 0;
  const {report} = await auditRelease(tinyRelease({variables: {a: names, b: names, c: names}, counts: {...counts, "a=c1,b=c2,c=c1": 7}})); // prettier-ignore
  expect(report.contradiction).not.toEqual([]);
});
