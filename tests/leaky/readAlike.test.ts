import {describe, expect, test} from "vitest";
import {auditRelease} from "../../src/audit/index.ts";
import {
  readsAnswered,
  readsAnyOf,
  readsBands,
  readsCode,
  unread,
  type ReadVariable,
} from "../audit/attack/readVariables.ts";
import {tinyRelease, type Shown} from "../audit/tinyRelease.ts";

function edition(id: string, variables: readonly ReadVariable[], counts: Record<string, Shown>) {
  return tinyRelease({variables: {}, population: {variables: [...variables]}, counts, edition: {id}});
}

/** What a reader of the last of some releases works out, by key. */
async function found(...releases: readonly ReturnType<typeof tinyRelease>[]) {
  const {report} = await auditRelease(releases.at(-1)!, {earlier: releases.slice(0, -1)});
  const cells = [...report.givenAway, ...report.derivable].map(({key, possible}) => [key, possible]);
  return {cells, passes: report.passes, contradiction: report.contradiction, notes: report.notes};
}

const areas = {kent: ["K"], surrey: ["S"], medway: ["M"], thanet: ["T"]};

describe("a variable that goes by another name in the next edition", () => {
  const first = {"": 44, "v=kent": "c", "v=surrey": "c", "v=medway": 20, "v=thanet": 12, "v=not-stated": 0} as const;
  const counts = (name: string) =>
    Object.fromEntries(Object.entries(first).map(([place, shown]) => [place.replace("v", name), shown]));

  test("is the same, because it reads the same codes", async () => {
    const before = edition("first", [readsCode("area", "AREA", areas)], counts("area"));
    const now = edition("second", [readsCode("spot", "AREA", areas)], {"": 44, "spot=surrey": 9});
    expect(await found(before, now)).toMatchObject({passes: false, cells: [["count people [area=kent]", [3]]]});
  });

  test("is the same with other names of its categories", async () => {
    const before = edition("first", [readsCode("area", "AREA", areas)], counts("area"));
    const renamed = Object.fromEntries(Object.entries(areas).map(([name, codes]) => [`county-${name}`, codes]));
    const now = edition("second", [readsCode("spot", "AREA", renamed)], {"": 44, "spot=county-surrey": 9});
    expect(await found(before, now)).toMatchObject({
      cells: [["count people [area=kent]", [3]]],
    });
  });

  test("is taken for the same where the releases do not say what they read, but looks alike", async () => {
    const before = edition("first", [unread(readsCode("area", "AREA", areas))], counts("area"));
    const now = edition("second", [unread(readsCode("spot", "AREA", areas))], {"": 44, "spot=surrey": 9});
    expect(await found(before, now)).toMatchObject({cells: [["count people [spot=kent]", [3]]]});
  });

  test("is another where it reads another column", async () => {
    const before = edition("first", [readsCode("area", "AREA", areas)], counts("area"));
    const now = edition("second", [readsCode("spot", "BIRTHPLACE", areas)], {"": 44, "spot=surrey": 9});
    expect(await found(before, now)).toMatchObject({passes: true, cells: []});
  });

  test("is another where what looks alike cannot be it", async () => {
    const before = edition("first", [unread(readsCode("area", "AREA", areas))], {...counts("area"), "area=kent": 5, "area=surrey": 7}); // prettier-ignore
    const now = edition("second", [unread(readsCode("spot", "AREA", areas))], {"": 44, "spot=surrey": 9});
    const {contradiction, notes} = await found(before, now);
    expect([contradiction, notes]).toEqual([[], []]);
  });
});

test("age groups that were drawn anew tell of each other: 18 to 29 are 20, 18 to 24 are 18", async () => {
  const old = readsBands("group", {young: [18, 29], middle: [30, 44], old: [45, null]});
  const anew = readsBands("group", {young: [18, 24], middle: [25, 44], old: [45, null]});
  const before = edition("first", [old], {"": 50, "group=young": 20, "group=middle": 20, "group=old": 10, "group=not-stated": 0}); // prettier-ignore
  const now = edition("second", [anew], {"": 50, "group=young": 18, "group=middle": 22, "group=old": 10, "group=not-stated": 0}); // prettier-ignore
  expect(await found(before, now)).toMatchObject({
    passes: false,
    contradiction: [],
    notes: [],
    cells: [["count people [group=middle,group~2=young]", [2]]],
  });
});

test("a number withheld now and printed of another group before was not printed before", async () => {
  const old = readsBands("group", {young: [18, 29], old: [30, null]});
  const anew = readsBands("group", {young: [18, 24], old: [25, null]});
  const before = edition("first", [old], {"": 50, "group=young": 20, "group=old": 30, "group=not-stated": 0});
  const now = edition("second", [anew], {"": 50, "group=young": "c", "group=old": "c", "group=not-stated": 0});
  const {report} = await auditRelease(now, {earlier: [before]});
  expect([report.printedBefore, report.changes]).toEqual([[], []]);
});

test("two regions' reports leave over who lives in neither: 17 outside the south less 14 in Leeds", async () => {
  const south = readsCode("area", "AREA", {kent: ["K"], surrey: ["S"], outside: ["Y", "L", "X"]});
  const north = readsCode("area", "AREA", {york: ["Y"], leeds: ["L"], outside: ["K", "S", "X"]});
  const one = edition("south", [south], {"": 46, "area=kent": 9, "area=surrey": 12, "area=outside": 17, "area=not-stated": 8}); // prettier-ignore
  const counts = {"": 46, "area=leeds": 14, "area=not-stated": 8};
  const other = tinyRelease({variables: {}, population: {variables: [north]}, counts, edition: {region: "north"}});
  const {cells} = await found(one, other);
  expect(cells.map(([, possible]) => possible)).toEqual([[3]]);
});

const problem = readsAnyOf("problem", ["D1", "D2"], {yes: ["H", "R"], no: ["C", "X"]});

test("two questions over the same columns: 23 use heroin or crack, 20 of them heroin, so 3 crack alone", async () => {
  const opiate = readsAnyOf("opiate", ["D1", "D2"], {yes: ["H"], no: ["R", "C", "X"]});
  const counts = {"": 40, "problem=yes": 23, "problem=not-stated": 0, "opiate=yes": 20, "opiate=not-stated": 0};
  expect(await found(edition("one", [problem, opiate], counts))).toMatchObject({
    cells: [["count people [opiate=no,problem=yes]", [3]]],
  });
});

test("nobody stated either question where one says how many did not: one group under two names", async () => {
  const opiate = readsAnyOf("opiate", ["D1", "D2"], {yes: ["H"], no: ["R", "C", "X"]});
  const counts = {"": 40, "problem=yes": "c", "problem=no": 20, "problem=not-stated": "c", "opiate=not-stated": 16} as const; // prettier-ignore
  const {cells} = await found(edition("one", [problem, opiate], counts));
  expect(cells).toContainEqual(["count people [problem=yes]", [4]]);
});

test("a table of main by second drug gives away who has a problem with either, and the other way round", async () => {
  const drugs = {heroin: ["H"], cannabis: ["C"]};
  const variables = [
    readsCode("main", "D1", drugs),
    readsCode("second", "D2", drugs),
    readsAnyOf("either", ["D1", "D2"], {yes: ["H"], no: ["C"]}),
  ];
  const table = {
    "main=heroin,second=heroin": 20,
    "main=heroin,second=cannabis": "c",
    "main=heroin,second=not-stated": 12,
    "main=cannabis,second=heroin": "c",
    "main=cannabis,second=cannabis": "c",
    "main=cannabis,second=not-stated": 10,
    "main=not-stated,second=heroin": 0,
    "main=not-stated,second=cannabis": 7,
    "main=not-stated,second=not-stated": 0,
  } as const;
  const totals = {"": 62, "main=heroin": 35, "second=heroin": 27, "either=not-stated": 0};
  expect((await found(edition("one", variables, {...table, ...totals}))).cells).toContainEqual([
    "count people [main=heroin,second=cannabis]",
    [3],
  ]);
  const counts = {...table, "": 70, "main=heroin": "c", "either=no": 19} as const;
  expect((await found(edition("one", variables, counts))).cells).toEqual([
    ["count people [main=cannabis,second=cannabis]", [2]],
  ]);
});

test("nine of no age group, seven of no date of birth: two of an impossible age", async () => {
  const groups = readsBands("group", {young: [null, 29], old: [30, null]});
  const counts = {"": 79, "group=young": 35, "group=old": 35, "group=not-stated": 9, "born=no": 7, "born=yes": 72};
  expect(await found(edition("one", [groups, readsAnswered("born", "BORN")], counts))).toMatchObject({
    cells: [["count people [born=yes,group=not-stated]", [2]]],
  });
});

test("a form that is faulty can lie anywhere, one that counts lies in the period", async () => {
  const fate = (what: "fate" | "period", categories: readonly string[]) => ({
    ...readsCode(what, "x", Object.fromEntries(categories.map((one) => [one, []]))),
    categories: categories.map((name) => ({name, code: "", label: name, text: name, role: "value" as const})),
    reads: {as: "form" as const, what},
  });
  const variables = [
    fate("fate", ["counted", "superseded", "outside-period", "quarantined"]),
    fate("period", ["inside", "outside", "unreadable"]),
  ];
  const counts = {"": 33, "fate=counted": 20, "fate=superseded": 6, "period=inside": 28, "period=outside": 5} as const;
  const forms = tinyRelease({variables: {}, population: {variables, unit: "forms"}, counts});
  const {cells} = await found(forms);
  expect(cells).toEqual([["count people [fate=quarantined,period=inside]", [2]]]);
});
