import {describe, expect, test} from "vitest";
import {auditRelease, checkCertificate, describeReport, DisclosureError, modelOf} from "../../../src/audit/index.ts";
import {category, tinyRelease, variable, type Shown} from "../tinyRelease.ts";

const variables = {v: ["a", "b", "c"]};
const counts = {"": 20, "v=a": 10, "v=b": "c", "v=c": "c"} as const;
const release = tinyRelease({variables, counts});

function edition(id: string, shown: Record<string, Shown>, more: Partial<Parameters<typeof tinyRelease>[0]> = {}) {
  return tinyRelease({variables, counts: shown, ...more, edition: {id, ...more.edition}});
}

test("a revision cannot unpublish what an earlier edition printed", async () => {
  const {report} = await auditRelease(release, {earlier: [edition("first", {"": 20, "v=b": 3})]});
  expect(report.printedBefore).toEqual([
    {key: "count people [v=b]", edition: "first", isUnsafe: true, isWithdrawn: false},
  ]);
  expect(report.passes).toBe(false);
  expect(describeReport(report)).toContain("cannot be unpublished");
});

test("nor where the revised data give other totals", async () => {
  const {report} = await auditRelease(release, {earlier: [edition("first", {"": 21, "v=b": 3})]});
  expect(report.printedBefore.map(({key}) => key)).toEqual(["count people [v=b]"]);
  expect(report.contradiction).toEqual([]);
});

test("an edition of the same people gives away what this one withholds, by another grouping", async () => {
  const other = edition("women", {"v=stated": 20, "": 20, "v=c": 7});
  const {report} = await auditRelease(release, {earlier: [other]});
  expect(report.editions).toEqual(["tiny", "women"]);
  expect(report.givenAway.map(({key, possible}) => [key, possible])).toEqual([["count people [v=b]", [3]]]);
});

test("three editions of the same people are attacked together", async () => {
  const wide = {variables: {v: ["a", "b", "c"], w: ["x", "y"]}};
  const now = edition("third", {"": 40, "v=a": 20, "v=b": "c", "v=c": "c"}, wide);
  const first = edition("first", {"w=x": 15, "v=b,w=x": "c", "v=a,w=x": 8, "v=c,w=x": 5}, wide);
  const second = edition("second", {"w=y": 25, "v=b,w=y": 1, "v=a,w=y": 12, "v=c,w=y": 12}, wide);
  expect((await auditRelease(now)).report.givenAway).toEqual([]);
  const {report} = await auditRelease(now, {earlier: [first, second]});
  expect(report.givenAway.map(({key, possible}) => [key, possible])).toContainEqual(["count people [v=b]", [3]]);
});

test("an edition of another year or region tells nothing", async () => {
  const nextYear = {from: "2008-04-01", to: "2009-03-31", label: "2008/09", text: "2008/09"};
  const others = [
    edition("next", {"v=b": 3}, {edition: {period: nextYear}}),
    edition("west", {"v=b": 3}, {edition: {region: "west"}}),
  ];
  const {report} = await auditRelease(release, {earlier: others});
  expect(report).toMatchObject({passes: true, editions: ["tiny"], notes: []});
});

test("a period that overlaps in part is named, so that somebody looks", async () => {
  const year = {from: "2007-01-01", to: "2007-12-31", label: "2007", text: "2007"};
  const {report} = await auditRelease(release, {
    earlier: [edition("calendar", {"v=b": 3}, {edition: {period: year}})],
  });
  expect(report.notes).toEqual([expect.stringContaining("calendar is of an overlapping period")]);
});

test("real and made-up editions never meet", async () => {
  const real = edition("real", {"v=b": 3}, {synthetic: false});
  const {report} = await auditRelease(release, {earlier: [real]});
  expect(report).toMatchObject({passes: true, editions: ["tiny"]});
  expect(() => modelOf([release, real])).toThrow(DisclosureError);
});

test("a release shown twice adds nothing", async () => {
  const once = await auditRelease(release);
  const twice = await auditRelease(release, {earlier: [edition("again", counts)]});
  expect({...twice.report, editions: []}).toEqual({...once.report, editions: []});
});

describe("releases of the same people meet", () => {
  const wide = {variables: {v: ["a", "b", "c"], w: ["x", "y"]}};

  test("although each names only the variables that its own report asks", async () => {
    const other = edition("other", {"": 20, "v=c": 7, "w=x": 12}, wide);
    const {report} = await auditRelease(release, {earlier: [other]});
    expect(report.givenAway.map(({key, possible}) => [key, possible])).toEqual([["count people [v=b]", [3]]]);
    expect(report.givenAway[0]?.derivation.join("\n")).toContain("− 7 [count people [v=c] in other]");
  });

  test("in what they have in common where one divides people otherwise", async () => {
    const other = edition("other", {"": 14, "v=a": 9, "w=x": 12}, {variables: {v: ["a", "b"], w: ["x", "y"]}});
    const now = edition("now", {"": 14, "v=a": 6, "w=y": "c"}, wide);
    const {report} = await auditRelease(now, {earlier: [other]});
    expect(report).toMatchObject({contradiction: [], givenAway: [{key: "count people [w=y]"}]});
  });

  test("under rules of their own: what a higher threshold withheld is no less than its mark says", async () => {
    const other = edition("other", {"": 20, "v=b": "c", "v=c": "c"}, {threshold: 8, zeros: "hidden"});
    const {report} = await auditRelease(release, {earlier: [other]});
    expect(report).toMatchObject({passes: true, editions: ["tiny", "other"]});
    expect(report.notes.join()).toContain("other was made under another threshold");
  });

  test("in another region where every count in common is the same", async () => {
    const other = edition("county", {"": 20, "v=c": 7}, {edition: {region: "county"}});
    const {report} = await auditRelease(release, {earlier: [other]});
    expect(report.givenAway.map(({key}) => key)).toEqual(["count people [v=b]"]);
  });
});

describe("bands of an age that no release describes", () => {
  const inAge = (name: string) => category(name, {age: name === "not-stated" ? name : "stated"});
  const bands = (name: string, ...groups: readonly string[]) => ({
    ...variable(name, []),
    categories: [...groups, "not-stated"].map(inAge),
  });

  test("meet in how many ages are stated, where a later edition has other bands", async () => {
    const first = edition(
      "first",
      {"band=young": 20, "band=old": 21, "band=not-stated": 9},
      {
        population: {variables: [bands("band", "young", "old")]},
      },
    );
    const later = {"": 50, "band=young": 14, "band=middle": 25, "band=old": "c", "band=not-stated": "c"} as const;
    const now = edition("now", later, {population: {variables: [bands("band", "young", "middle", "old")]}});
    const {report} = await auditRelease(now, {earlier: [first]});
    expect(report).toMatchObject({contradiction: [], givenAway: [{key: "count people [band=old]", possible: [2]}]});
  });

  test("meet in it within one edition too", async () => {
    const population = {variables: [bands("band", "young", "old"), bands("fifth", "a", "b")]};
    const counts = {"band=young": 20, "band=old": 21, "fifth=a": 38, "fifth=b": "c"} as const;
    const {report} = await auditRelease(tinyRelease({variables: {}, population, counts}));
    expect(report).toMatchObject({contradiction: [], givenAway: [{key: "count people [fifth=b]", possible: [3]}]});
  });
});

test("places that changed are read with the regions of their own edition", async () => {
  const place = (name: string, region: string) => category(name, {region});
  const population = (areas: ReturnType<typeof place>[], regions: readonly string[]) => ({
    population: {variables: [{...variable("area", []), categories: areas}, variable("region", regions)]},
  });
  const before = population([place("kent", "in"), place("leeds", "out")], ["in", "out"]);
  const today = population([place("kent", "in"), place("leeds", "north"), place("york", "north")], ["in", "north"]);
  const first = edition("first", {"": 40, "area=kent": 22, "region=in": 22}, before);
  const now = edition("now", {"": 40, "area=york": 8, "area=leeds": "c", "region=north": 10}, today);
  const {report} = await auditRelease(now, {earlier: [first]});
  expect(report.givenAway.map(({possible}) => possible)).toEqual([[2]]);
});

test("numbers that cannot all be true of the same records are read as of records that were revised", async () => {
  const {report} = await auditRelease(release, {earlier: [edition("first", {"v=b": 6, "v=c": 9})]});
  expect(report.contradiction).toEqual([]);
  expect(report.notes.join()).toContain("first counts the same people by other records");
});

describe("a period within another", () => {
  const quarter = {from: "2007-04-01", to: "2007-06-30", label: "Q1", text: "Q1"};
  const inQuarter = (shown: Record<string, Shown>) => edition("quarter", shown, {edition: {period: quarter}});

  test("gives away how few people the rest of it has", async () => {
    const {report} = await auditRelease(release, {earlier: [inQuarter({"": 17})]});
    expect(report).toMatchObject({passes: false, givenAway: [{possible: [3]}]});
    expect(report.givenAway[0]?.key).toContain("the rest of the period");
  });

  test("tells nothing sure of one category, because another form may stand for a client", async () => {
    const {report} = await auditRelease(release, {earlier: [inQuarter({"": 12, "v=a": 8})]});
    expect(report).toMatchObject({passes: true, givenAway: []});
    expect(report.changes).toEqual([{key: "count people [v=a]", since: "quarter", change: 2, reason: "period"}]);
  });

  test("is not subtracted where it has more people than the whole", async () => {
    const {report} = await auditRelease(release, {earlier: [inQuarter({"": 25})]});
    expect(report).toMatchObject({passes: true, contradiction: []});
    expect(report.notes.join()).toContain("The periods contradict each other");
  });
});

test("forms of periods that follow each other are subtracted together", async () => {
  const fates = {variables: {fate: ["counted", "superseded"]}, population: {unit: "forms" as const}};
  const forms = (id: string, [from, to]: readonly [string, string], counted: number) =>
    edition(
      id,
      {"": counted, "fate=counted": counted, "fate=superseded": 0},
      {
        ...fates,
        edition: {period: {from, to, label: id, text: id}},
      },
    );
  const year = forms("year", ["2007-04-01", "2008-03-31"], 42);
  const halves = [forms("summer", ["2007-04-01", "2007-09-30"], 20), forms("winter", ["2007-10-01", "2008-02-29"], 19)];
  expect((await auditRelease(year, {earlier: halves.slice(0, 1)})).report.passes).toBe(true);
  const {report} = await auditRelease(year, {earlier: halves});
  expect(report.givenAway.map(({possible}) => possible)).toContainEqual([3]);
});

describe("what the analyst withdraws", () => {
  test("no longer fails, and stands in the summary", async () => {
    const withdrawn = ["count people [v=b]"];
    const {report} = await auditRelease(release, {earlier: [edition("first", {"": 20, "v=b": 3})], withdrawn});
    expect(report).toMatchObject({passes: true, withdrawn});
    expect(describeReport(report)).toContain(
      "count people [v=b], printed in first: a small count, withdrawn in report.yaml",
    );
  });

  test("is no excuse for a count that earlier releases do not give away", async () => {
    const two = {variables: {v: ["a", "b"]}};
    const leaky = edition("now", {"": 13, "v=a": 10, "v=b": "c"}, two);
    const earlier = [edition("first", {"": 13}, two)];
    const {report} = await auditRelease(leaky, {earlier, withdrawn: ["count people [v=b]"]});
    expect(report).toMatchObject({passes: false, givenAway: [{key: "count people [v=b]"}]});
  });
});

test("a certificate of several releases says whose records each was taken to count, and holds", async () => {
  const others = [edition("first", {"": 21, "v=b": "c"}), edition("second", {"": 20, "v=a": 10})];
  const {certificate} = await auditRelease(release, {earlier: others});
  expect(certificate.worlds.map((world) => world === "")).toEqual([true, false, true]);
  expect(checkCertificate([release, ...others], certificate)).toMatchObject({holds: true, open: []});
});
