import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {withOffences} from "./offences.ts";
import {partsInTemplate} from "./parts.ts";
import {releaseSmall, table, type Alike, type SmallRelease, type SmallReport} from "./peopleProject.ts";

const dictionaryFile = "data/dictionaries/small.yaml";

async function released(
  text: string,
  people: readonly Alike[],
  more: Partial<SmallReport> = {},
): Promise<SmallRelease> {
  const made = await releaseSmall({text, people, changed: {[dictionaryFile]: withOffences()}, ...more});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

/** What a release prints, by key; the status of what it does not. */
function printedIn({release}: SmallRelease): Record<string, number | string> {
  return Object.fromEntries(
    release.cells.map(({address, cell}) => [cellKey(address), cell.status === "published" ? cell.value : cell.status]),
  );
}

/** Sixty people with 0 to 19 offences, twenty in each of three areas. */
const people: readonly Alike[] = Array.from({length: 60}, (_, at): Alike => {
  return {people: 1, area: ["K", "S", "X"][at % 3]!, sex: at % 2 === 0 ? "F" : "M", offences: (at * 7) % 20};
});
const sumOf = (some: readonly Alike[]): number => some.reduce((sum, one) => sum + one.people * Number(one.offences), 0);
const ofKent = people.filter(({area}) => area === "K");
const sums = table("sum offences clients by area with totals");
const counts = table("count clients by area with totals");

/** In Sussex one of sixteen has 60 of 65 offences. */
const dominated: readonly Alike[] = [
  ...people.filter(({area}) => area !== "X"),
  {people: 1, area: "X", sex: "M", offences: 60},
  {people: 1, area: "X", sex: "F", offences: 3},
  {people: 12, area: "X", sex: "F", offences: 0},
  {people: 2, area: "X", sex: "F", offences: 1},
];

test("a sum is exact, in text and tables, with its totals", async () => {
  const printed = printedIn(await released(`{{ sum offences clients }}\n\n${sums}`, people));
  expect(printed).toMatchObject({
    "sum offences clients []": sumOf(people),
    "sum offences clients [area=kent]": sumOf(ofKent),
    "sum offences clients [area=not-stated]": "not-applicable",
  });
});

test("a sum of a number with a decimal is counted in its steps", async () => {
  const tenths = people.map((one) => ({...one, offences: (Number(one.offences) / 10).toFixed(1)}));
  const changed = {[dictionaryFile]: withOffences({decimals: 1, bands: ["0.9", "1.0"]})};
  const printed = printedIn(await released(sums, tenths, {changed}));
  expect(printed["sum offences clients [area=kent]"]).toBe(sumOf(ofKent) / 10);
});

test("a sum of nobody's offences among many is none, and one of too few contributors is withheld", async () => {
  const few: readonly Alike[] = [
    ...people.filter(({area}) => area === "K"),
    {people: 12, area: "S", sex: "M", offences: 0},
    {people: 12, area: "X", sex: "M", offences: 0},
    {people: 9, area: "X", sex: "F", offences: 4},
  ];
  const printed = printedIn(await released([counts, table("sum offences clients by area")].join("\n"), few));
  expect(printed).toMatchObject({
    "sum offences clients [area=surrey]": 0,
    "sum offences clients [area=sussex]": "suppressed",
    "count clients [area=sussex]": 21,
  });
});

describe("a sum that one dominates", () => {
  test("is withheld beside the count of its group, with another, so that the total does not give it away", async () => {
    const printed = printedIn(await released([counts, sums].join("\n"), dominated));
    expect(printed).toMatchObject({
      "count clients [area=sussex]": 16,
      "sum offences clients [area=sussex]": "suppressed",
      "sum offences clients []": sumOf(dominated),
    });
    const areas = ["kent", "surrey"].map((area) => printed[`sum offences clients [area=${area}]`]);
    expect(areas.filter((one) => one === "suppressed")).toHaveLength(1);
  });

  test("does not follow from its mean, nor from the means of others beside the mean of all", async () => {
    const means = ["mean offences clients by area"].map(table);
    const printed = printedIn(await released([counts, sums, ...means, "{{ mean offences clients }}"].join("\n\n"), dominated)); // prettier-ignore
    expect(printed["sum offences clients [area=sussex]"]).toBe("suppressed");
    expect(printed["mean offences clients [area=sussex]"]).toBe("suppressed");
  });

  test("is printed where the policy asks no such thing, and needs no fewer contributors", async () => {
    const policy = "dominance: none\nsum-needs: 5\nmean-width: 0\n";
    const some = dominated.map((one) => (one.offences === 0 && one.area === "X" ? {...one, offences: 1} : one));
    const printed = printedIn(await released(sums, some, {policy}));
    expect(printed["sum offences clients [area=sussex]"]).toBe(sumOf(some.filter(({area}) => area === "X")));
  });

  test("does not follow from a release of the same people before", async () => {
    const before = await released("{{ sum offences clients }}", dominated);
    const published = [
      {...before.release, edition: {...before.release.edition, id: "before", published: "2008-01-01"}},
    ];
    const changed = {[dictionaryFile]: withOffences()};
    const made = await released(table("sum offences clients by area"), dominated, {changed, published});
    const printed = printedIn(made);
    expect(made.linked).toHaveLength(1);
    const areas = ["kent", "surrey", "sussex"].map((area) => printed[`sum offences clients [area=${area}]`]);
    expect(areas.filter((one) => one === "suppressed")).toHaveLength(2);
  });
});

test("sums by band beside their total do not tell the band of few", async () => {
  const some: readonly Alike[] = [...people.filter(({offences}) => Number(offences) < 10), {people: 4, area: "K", sex: "M", offences: 31}]; // prettier-ignore
  const bands = [table("sum offences clients by offence-band with totals")];
  const printed = printedIn(await released(bands.join("\n"), some));
  const shown = ["few", "many"].map((band) => printed[`sum offences clients [offence-band=${band}]`]);
  expect(shown).toContain("suppressed");
  expect(printed["sum offences clients [offence-band=many]"]).toBe("suppressed");
});

test("where counts are rounded a sum is of the true records, and no sum of one who dominates follows", async () => {
  const policy = "method: round\n";
  const made = await releaseSmall({text: sums, people, policy, changed: {[dictionaryFile]: withOffences()}});
  if (made instanceof DisclosureError) throw made;
  expect(printedIn(made)["sum offences clients [area=kent]"]).toBe(sumOf(ofKent));
  const refused = await releaseSmall({text: sums, people: dominated, policy, changed: {[dictionaryFile]: withOffences()}}); // prettier-ignore
  expect(refused).toBeInstanceOf(DisclosureError);
});

test("two parts of a population do not give away, by their sums, the one that is in the one and not in the other", async () => {
  const users: readonly Alike[] = [
    ...people.slice(0, 30).map((one) => ({...one, d1: "H"})),
    {people: 1, area: "K", sex: "M", d1: "C", offences: 60},
    {people: 12, area: "K", sex: "M", d1: "C", offences: 0},
    {people: 2, area: "K", sex: "F", d1: "C", offences: 1},
    ...people.slice(30).map((one) => ({...one, d1: "G"})),
  ];
  const changed = {...partsInTemplate, [dictionaryFile]: withOffences()};
  const text = "{{ sum offences hard-users }}\n\n{{ sum offences heroin-users }}";
  const printed = printedIn(await released(text, users, {changed}));
  const sums = Object.keys(printed).filter((key) => key.startsWith("sum "));
  expect(sums).toHaveLength(2);
  expect(sums.filter((key) => printed[key] === "suppressed")).toHaveLength(1);
});

test("sums by two questions, with totals, keep a place that one dominates among many that nobody does", async () => {
  const some = dominated.map((one): Alike => (one.area === "X" ? {...one, sex: "F"} : one));
  const printed = printedIn(await released(table("sum offences clients by area, sex with totals"), some));
  const sussex = ["area=sussex", "area=sussex,sex=women"].map((place) => printed[`sum offences clients [${place}]`]);
  expect(sussex).toEqual(["suppressed", "suppressed"]);
  const shown = Object.values(printed).filter((one) => typeof one === "number");
  expect(shown.length).toBeGreaterThan(6);
});
