import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {expandQuery, parseQuery} from "../../src/publication/index.ts";
import {partsInTemplate, printedCounts, rowOf, type PrintedCount} from "./parts.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";
import {rangeIn, type Kind} from "./rangeOf.ts";

const sexes = ["M", "F", ""];
const drugs = ["H", "C", "G", "L", ""];
const kinds: readonly Kind[] = sexes.flatMap((sex) => drugs.map((d1) => ({sex, d1})));

async function releaseOf(queries: readonly string[], people: readonly Alike[]): Promise<SmallRelease> {
  const made = await releaseSmall({text: queries.map(table).join("\n"), people, changed: partsInTemplate});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

/** The counts as they would be printed by a program that looks at each alone. */
function eachAlone(printed: readonly PrintedCount[], people: readonly Alike[]): readonly PrintedCount[] {
  return printed.map(({holds}) => {
    const count = people.filter(holds).reduce((sum, group) => sum + group.people, 0);
    return {holds, value: count >= 1 && count <= 4 ? undefined : count};
  });
}

interface Difference {
  readonly name: string;
  readonly queries: readonly string[];
  readonly people: readonly Alike[];
  readonly group: (kind: Kind) => boolean;
}

const usual: readonly Alike[] = [
  {people: 60, sex: "M", d1: "H"},
  {people: 20, sex: "F", d1: "H"},
  {people: 25, sex: "F", d1: "G"},
];

const differences: readonly Difference[] = [
  {
    name: "a population by sex, less a part of it by sex",
    queries: ["count clients by sex", "count heroin-users by sex"],
    people: [...usual, {people: 3, sex: "M", d1: "C"}],
    group: ({sex, d1}) => sex === "M" && d1 !== "H",
  },
  {
    name: "a part less a part of it, of which no text asks the whole",
    queries: ["count hard-users by sex", "count heroin-users by sex"],
    people: [...usual, {people: 2, sex: "M", d1: "C"}, {people: 15, sex: "F", d1: "C"}],
    group: ({sex, d1}) => sex === "M" && d1 === "C",
  },
  {
    name: "two parts that overlap, less what is in both",
    queries: ["count not-cannabis", "count hard-users", "count clients by kind-of-drug"],
    people: [...usual, {people: 3, sex: "F", d1: "L"}],
    group: ({d1}) => d1 === "L",
  },
  {
    name: "those whose answer is stated, less some of the answers",
    queries: ["count drug-known by sex", "count not-cannabis by sex"],
    people: [...usual, {people: 1, sex: "M", d1: "G"}],
    group: ({sex, d1}) => sex === "M" && d1 === "G",
  },
  {
    name: "answers of a part by the variable that makes it one",
    queries: ["count clients by kind-of-drug", "count hard-users by main"],
    people: [...usual, {people: 4, sex: "M", d1: "C"}],
    group: ({d1}) => d1 === "C",
  },
];

test.each(differences)("gives nothing back: $name", async ({queries, people, group}) => {
  const {release} = await releaseOf(queries, people);
  const printed = printedCounts(release, queries);
  const alone = await rangeIn({kinds, group}, eachAlone(printed, people).map((one) => rowOf(one, kinds))); // prettier-ignore
  const count = people.filter(group).reduce((sum, one) => sum + one.people, 0);
  expect(alone, "counts that are looked at one by one give it away").toEqual([count, count]);
  const [least, most] = await rangeIn({kinds, group}, printed.map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(least).toBeLessThan(most);
});

test("a part has the answers that its own records can have, and each of its counts is one cell with the whole's", async () => {
  const queries = ["count hard-users by main", "count clients by main", "count heroin-users"];
  const {release} = await releaseOf(queries, [...usual, {people: 30, sex: "M", d1: "C"}]);
  const values = printedCounts(release, queries).map(({value}) => value);
  expect(values).toEqual([80, 30, 80, 30, 25, 0, 0, 80]);
  expect(release.cells.filter(({address}) => "main" in address.at)).toHaveLength(5);
});

/** The template in which the one part is another than in the usual one: crack alone is left out of it. */
const redefined = {
  "templates/small/template.yaml": (text: string) =>
    partsInTemplate["templates/small/template.yaml"]!(text).replace(
      "{main: [heroin, crack]}",
      "{main: {not: [crack]}}",
    ),
};

test("a part that is another one in the next edition gives nothing back beside it", async () => {
  const people: readonly Alike[] = [
    {people: 40, sex: "M", d1: "H"},
    {people: 20, sex: "F", d1: "C"},
    {people: 25, sex: "F", d1: "G"},
    {people: 3, sex: "M", d1: "L"},
  ];
  const queries = ["count hard-users by sex"];
  const first = await releaseOf(["count clients by sex", ...queries], people);
  const text = [...queries, "count clients main=cannabis"].map(table).join("\n");
  const made = await releaseSmall({text, people, changed: redefined, published: [first.release]});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  expect(made.linked).toHaveLength(1);
  const now = expandQuery(parseQuery("count hard-users"), made.release.vocabulary).map(
    ({population}) => population?.partOf,
  );
  expect(now).toEqual([{population: "clients", at: {"main-of-hard-users": "these"}}]);
  const later = printedCounts(made.release, queries).map(({value}, place): PrintedCount => ({
    value,
    holds: ({sex, d1}) => d1 !== "C" && sex === ["M", "F", ""][place],
  }));
  const rest = printedCounts(made.release, ["count clients main=cannabis"]).map(({value}): PrintedCount => ({
    value,
    holds: ({d1}) => d1 === "G",
  }));
  const printed = [...printedCounts(first.release, ["count clients by sex", ...queries]), ...later, ...rest];
  const group = ({d1}: Kind): boolean => d1 === "L" || d1 === "";
  const alone = await rangeIn({kinds, group}, eachAlone(printed, people).map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(alone).toEqual([3, 3]);
  const [least, most] = await rangeIn({kinds, group}, printed.map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(least).toBeLessThan(most);
});
