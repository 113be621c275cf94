import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import type {Release} from "../../src/release/index.ts";
import {releaseSmall, table, type Alike, type SmallRelease, type SmallReport} from "./peopleProject.ts";

const asking = (...shown: readonly string[]): string => `{{ count clients }} people.\n\n${shown.map(table).join("\n")}`;

/** Releases one edition after the other, each beside all before it; the last one is what came of it. */
async function releaseInTurn(reports: readonly SmallReport[]): Promise<SmallRelease> {
  const published: Release[] = [];
  let last: SmallRelease | undefined;
  for (const [at, report] of reports.entries()) {
    const made = await releaseSmall({...report, published});
    if (made instanceof DisclosureError) throw made;
    const edition = {...made.release.edition, id: `edition-${String(at)}`, published: `2008-0${String(at + 1)}-01`};
    published.push({...made.release, edition});
    last = made;
  }
  if (last === undefined) throw new Error("no report");
  return last;
}

/** The counts of the clients, or other people, at these places as the last edition gives them. */
function statusesAt({release}: SmallRelease, places: readonly string[], population = "clients"): readonly string[] {
  return places.map((place) => {
    const at = Object.fromEntries(place.split(",").filter(Boolean).map((one) => one.split("=") as [string, string])); // prettier-ignore
    return release.cell({measure: "count", population, at}).status;
  });
}

const dictionary = "data/dictionaries/small.yaml";
const template = "templates/small/template.yaml";

const ofTwoAreas: readonly Alike[] = [
  {people: 20, d1: "H", area: "K"},
  {people: 3, d1: "C", area: "K"},
  {people: 20, d1: "L", area: "K"},
  {people: 20, d1: "C", area: "S"},
  {people: 20, d1: "H", area: "S"},
  {people: 20, d1: "L", area: "S"},
];
const byAge: readonly Alike[] = [
  {people: 18, area: "K", age: 20},
  {people: 2, area: "K", age: 27},
  {people: 20, area: "K", age: 35},
  {people: 20, area: "S", age: 50},
];
const oneAdded: Alike = {people: 1, area: "S", age: 50};
const byArea: readonly Alike[] = [
  {people: 30, sex: "M", area: "K"},
  {people: 3, sex: "M", area: "S"},
  {people: 12, sex: "M", area: "X"},
];

const otherBands = (text: string): string =>
  text
    .replace(
      "name: young, label: 10 to 29, text: 10 to 29, from: 10, to: 29",
      "name: young, label: 10 to 24, text: 10 to 24, from: 10, to: 24",
    )
    .replace(
      "name: middle, label: 30 to 44, text: 30 to 44, from: 30, to: 44",
      "name: middle, label: 25 to 44, text: 25 to 44, from: 25, to: 44",
    );

interface Leak {
  readonly name: string;
  readonly editions: readonly SmallReport[];
  /** Places of the last edition whose counts, all printed, would give a small count away. */
  readonly telling: readonly string[];
  readonly population?: string;
}

const leaks: readonly Leak[] = [
  {
    name: "two questions on the same answers, one in each edition, where a record elsewhere was added",
    editions: [
      {text: asking("count clients by area, problem"), people: ofTwoAreas},
      {text: asking("count clients by area, opiate"), people: [...ofTwoAreas, {people: 1, d1: "L", area: "S"}]},
    ],
    telling: ["area=kent,opiate=yes", "area=kent,opiate=no"],
  },
  {
    name: "other age groups in the next edition, where a record of another age was added",
    editions: [
      {text: asking("count clients by age-group", "count clients by area"), people: byAge},
      {
        text: asking("count clients by age-group", "count clients by area"),
        people: [...byAge, oneAdded],
        changed: {[dictionary]: otherBands},
      },
    ],
    telling: ["age-group=young", "age-group=middle", "age-group=old"],
  },
  {
    name: "a column that was renamed",
    editions: [
      {text: asking("count clients by area"), people: byArea},
      {
        text: "{{ count clients place=sussex }} people.",
        people: byArea,
        changed: {
          [dictionary]: (text) =>
            text.replace("  AREA: {", "  PLACE: {").replace("  area: {label: Area, from: AREA}", "  place: {label: Area, from: PLACE}"), // prettier-ignore
          "reports/small/report.yaml": (text) =>
            text.replace("{people: data/extracts/people.csv}", "{people: {file: data/extracts/people.csv, columns: {PLACE: AREA}}}"), // prettier-ignore
        },
      },
    ],
    telling: ["place=sussex"],
  },
  {
    name: "a population that was renamed, where a record without the answer was added",
    editions: [
      {text: asking("count clients by area"), people: [...byArea, {people: 20, sex: "F"}]},
      {
        text: "{{ count persons area=sussex }} people, {{ count persons area=not-stated }} of no area.",
        people: [...byArea, {people: 21, sex: "F"}],
        changed: {[template]: (text) => text.replace("clients: {label: clients, heading: Clients", "persons: {label: persons, heading: Persons")}, // prettier-ignore
      },
    ],
    telling: ["area=sussex", "area=not-stated"],
    population: "persons",
  },
  {
    name: "three groupings of one list in three editions, the third with one record more",
    editions: ["bit-a", "bit-b", "bit-c"].map((bit, at) => ({
      text: asking(`count clients by ${bit}`),
      people: [
        {people: 3, d1: "H"},
        {people: 10, d1: "C"},
        {people: 10, d1: "G"},
        {people: at === 2 ? 11 : 10, d1: "L"},
      ],
    })),
    telling: ["bit-c=one", "bit-c=two"],
  },
  {
    name: "a mean that the first edition withheld for its few ages, where a record elsewhere was added",
    editions: [0, 1].map((added) => ({
      text: added === 0 ? asking("count clients by area", "mean age clients by area") : asking("count clients by area, age-group", "count clients by area"), // prettier-ignore
      people: [
        {people: 8, area: "K", age: 20},
        {people: 1, area: "K", age: 50},
        {people: 4, area: "K"},
        {people: 20, area: "S", age: 20},
        {people: 20, area: "S", age: 35},
        {people: 20 + added, area: "S", age: 50},
        {people: 10, area: "S"},
      ],
      policy: "group-needs: 10\n",
    })),
    telling: ["area=kent,age-group=young", "area=kent,age-group=middle"],
  },
];

/** Kent 30, Surrey 3, Sussex 12, 20 of no area: what the first edition withholds follows where the second prints Sussex. */
const beside: readonly Alike[] = [...byArea, {people: 20, sex: "F"}];
const telling =
  "{{ count clients area=sussex }} of Sussex, {{ count clients area=not-stated }} of no area, {{ count clients }} in all.";
const further: readonly Leak[] = [
  {
    name: "faults by column, where one faulty record was added",
    editions: [15, 16].map((faulty, at) => ({
      text: at === 0 ? asking("count clients by area", "count faults by column") : telling,
      people: [...beside, {people: faulty, sex: "?"}],
    })),
    telling: ["area=sussex", "area=not-stated", ""],
  },
  {
    name: "a small group in a table of its own, which one record more makes larger",
    editions: [9, 10].map((crack, at) => ({
      text: at === 0 ? asking("count clients by area", "count clients by main, sex with totals") : telling,
      people: [...beside, {people: 20, sex: "F", d1: "H"}, {people: crack, sex: "M", d1: "C"}],
      policy: "group-needs: 10\n",
    })),
    telling: ["area=sussex", "area=not-stated", ""],
  },
];

describe("what two editions together would give away is withheld:", () => {
  test.each([...leaks, ...further])("$name", async ({editions, telling, population}) => {
    const made = await releaseInTurn(editions);
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    expect(made.linked).toHaveLength(editions.length - 1);
    expect(statusesAt(made, telling, population)).toContain("suppressed");
  });

  test("the mean of five men is no difference of the means of twenty and of fifteen", async () => {
    const ages = [22, 25, 28, 31, 34, 37, 40, 43, 46, 49];
    const many = (people: number, like: Omit<Alike, "people">): readonly Alike[] =>
      Array.from({length: people}, (_, at) => ({people: 1, age: ages[(3 * at) % 10]!, ...like}));
    const people = [
      ...many(15, {sex: "M", area: "K", d1: "H"}),
      ...[24, 29, 33, 52, 58].map((age) => ({people: 1, age, sex: "M", area: "K", d1: "C"})),
      ...many(20, {sex: "F", area: "K", d1: "H"}),
      ...many(15, {sex: "F", area: "K", d1: "C"}),
      ...many(40, {sex: "M", area: "S", d1: "H"}),
      ...many(20, {sex: "F", area: "S", d1: "C"}),
    ];
    const telling = (place: string): string =>
      `{{ count clients }} people. {{ mean age clients ${place} }} {{ count clients ${place} }} {{ count clients ${place} age=stated }}\n\n${table("count clients by area")}`;
    const {release, check, linked} = await releaseInTurn([
      {text: telling("area=kent sex=men"), people},
      {text: telling("area=kent sex=men main=heroin"), people: [...people, {people: 1, age: 30, sex: "F", area: "S"}]},
    ]);
    expect([check.holds, linked.length]).toEqual([true, 1]);
    const at = {area: "kent", sex: "men", main: "heroin"};
    expect(release.cell({measure: "mean", population: "clients", variable: "age", at}).status).toBe("suppressed");
  });
});

test("an edition by codes that are no longer in their list stops the next one, with words", async () => {
  const recoded = (text: string): string => text.replace("S,surrey,Surrey,Surrey\n", "");
  await expect(
    releaseInTurn([
      {text: asking("count clients by area"), people: byArea},
      {text: asking("count clients by sex"), people: byArea.filter(({area}) => area !== "S"), changed: {"data/codelists/areas.csv": recoded}}, // prettier-ignore
    ]),
  ).rejects.toThrow(/counts clients by area, some codes of which the code list of today lacks/);
});

test("an edition by answers that no column gives any more stops the next one, with words", async () => {
  const gone = (text: string): string =>
    text.replace("  AREA: {title: Area, type: code, list: areas}\n", "").replace("  area: {label: Area, from: AREA}\n", ""); // prettier-ignore
  await expect(
    releaseInTurn([
      {text: asking("count clients by area"), people: byArea},
      {text: asking("count clients by sex"), people: byArea, changed: {[dictionary]: gone}},
    ]),
  ).rejects.toThrow(/counts the same people by area, whose answers no column of today's dictionary gives/);
});
