import {describe, expect, test} from "vitest";
import {edition, faultsOf, publish, template, type Files} from "../project.ts";

const entry = 'number: "4", what: Share the money, owner: Police, due: 2008-09, state: under-way';

const followed = (entries: readonly string[] = [entry], asOf = "2008-10-01"): Files => ({
  [`${template}/10-one.md`]: "# One\n\n::: insert recommendations\n:::\n",
  [`${edition}/recommendations.yaml`]: [
    `as-of: ${asOf}`,
    "recommendations:",
    ...entries.map((one) => `  - {${one}}`),
    "",
  ].join("\n"),
});

test("an edition follows recommendations, a month being due at its end", () => {
  expect(
    publish(followed([entry, entry.replace('"4"', '"4.1"').replace("2008-09", "2009-02-03")])).recommendations,
  ).toMatchObject({
    asOf: "2008-10-01",
    recommendations: [
      {number: "4", due: "2008-09-30", dueText: "September 2008", state: "under-way", see: []},
      {number: "4.1", due: "2009-02-03", dueText: "3 February 2009"},
    ],
  });
  expect(publish({}).recommendations).toBeUndefined();
});

describe("recommendations are refused", () => {
  test.each<[string, Files, string]>([
    [
      "of a number that is given twice",
      followed([entry, entry]),
      'recommendations.yaml:4:15: two recommendations are numbered "4"',
    ],
    [
      "of a number that is not written as text",
      followed([entry.replace('"4"', "4.10")]),
      "a number of a list is written between quotation marks",
    ],
    [
      "with counts of their own",
      followed([entry.replace("the money", "with 12 people")]),
      '"12 people" is a typed number',
    ],
    ["that name what is not there", followed([`${entry}, see: [oen]`]), 'there is no figure, table or chapter "oen"'],
    [
      "of a day after publication",
      followed([entry], "2008-11-21"),
      "the states are of a day after the day of publication",
    ],
    [
      "of a month that is none",
      followed([entry.replace("2008-09", "2008-13")]),
      "write a day, 2014-09-30, or a month, 2014-09",
    ],
    ["of an unknown state", followed([entry.replace("under-way", "finished")]), "recommendations.yaml:3:78"],
    [
      "where the text shows none of them",
      {...followed(), [`${template}/10-one.md`]: "# One\n\nText.\n"},
      "recommendations.yaml stands in the text nowhere",
    ],
    [
      "where the edition has no file of them",
      {[`${template}/10-one.md`]: "# One\n\n::: insert recommendations\n:::\n"},
      "10-one.md:3:1: the recommendations stand here, and the edition has no recommendations.yaml",
    ],
  ])("%s", (_, files, expected) => {
    expect(faultsOf(() => publish(files)).join("\n")).toContain(expected);
  });
});
