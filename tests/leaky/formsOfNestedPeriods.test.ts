import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {overForms} from "./clientForms.ts";
import {releaseSmall, table, type Alike, type SmallReport} from "./peopleProject.ts";

/** All were seen in the half year; two of them said heroin in a form that does not stand for them there. */
const people: readonly Alike[] = [
  {people: 18, sex: "M", d1: "H"},
  {people: 2, sex: "M", d1: "G", d1Before: ["H"]},
  {people: 20, sex: "F", d1: "G"},
  {people: 14, sex: "M", d1: "C"},
];

const half: NonNullable<SmallReport["changed"]> = {
  ...overForms,
  "reports/small/report.yaml": (text) =>
    text.replace("to: 2008-03-31", "to: 2007-09-30").replace("2008-11-20", "2008-01-20"),
};
const standing = {text: table("count clients by main"), people, changed: half};
const ever = {text: table("count clients by ever-heroin"), people, changed: overForms};

// Whoever said heroin in the half year said it in some form of the year: the year's count less the half year's is a group.
test.each([
  ["the form that stands in half a year, and any form of the year", standing, ever],
  ["any form of the year, and the form that stands in half of it", ever, standing],
])("%s, are not told one beside the other", async (_, first, second) => {
  const before = await releaseSmall(first);
  if (before instanceof DisclosureError) throw before;
  const published = [{...before.release, edition: {...before.release.edition, id: "before"}}] as [
    typeof before.release,
  ];
  const made = await releaseSmall({...second, published});
  expect(made).toBeInstanceOf(DisclosureError);
  expect((made as DisclosureError).message).toContain("tells of all forms of a client in its period");
});
