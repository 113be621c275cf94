import {expect, test} from "vitest";
import {auditRelease, describeReport, DisclosureError, modelOf} from "../../src/audit/index.ts";
import {tinyRelease, type Shown} from "./tinyRelease.ts";

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
