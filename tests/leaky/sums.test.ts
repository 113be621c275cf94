import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {releaseSmall, table, type Alike, type SmallRelease, type SmallReport} from "./peopleProject.ts";

const dictionaryFile = "data/dictionaries/small.yaml";

/** The small dictionary with offences from 0 to 60, and bands of them. */
function withOffences(from = "0", decimals = "", many = "10"): (dictionary: string) => string {
  const columns = `  OFFENCES: {title: Offences, type: number, ${decimals}from: ${from}, to: 60}\nvariables:`;
  const variables = `  offences: {label: Offences, number: OFFENCES, unit: offences}
  offence-band:
    label: Offences
    bands: {of: offences, groups: [{name: none, label: None, text: none, to: 0}, {name: few, label: Few, text: few, from: ${decimals === "" ? "1" : "0.1"}, to: 9}, {name: many, label: Many, text: many, from: ${many}}]}
`;
  return (dictionary) => dictionary.replace("variables:", columns) + variables;
}

async function made(text: string, people: readonly Alike[], more: Partial<SmallReport> = {}) {
  return releaseSmall({text, people, changed: {[dictionaryFile]: withOffences()}, ...more});
}

async function released(...asked: Parameters<typeof made>): Promise<SmallRelease> {
  const one = await made(...asked);
  if (one instanceof DisclosureError) throw one;
  expect(one.check).toMatchObject({holds: true, faults: [], open: []});
  return one;
}

/** What a release prints, by key; the status of what it does not. */
function printedIn({release}: SmallRelease): Record<string, number | string> {
  return Object.fromEntries(
    release.cells.map(({address, cell}) => [cellKey(address), cell.status === "published" ? cell.value : cell.status]),
  );
}

/** Sixty people with 0 to 19 offences in three areas, twenty in each. */
const people: readonly Alike[] = Array.from({length: 60}, (_, at): Alike => {
  return {people: 1, area: ["K", "S", "X"][at % 3]!, sex: at % 2 === 0 ? "F" : "M", offences: (at * 7) % 20};
});
const sumOf = (some: readonly Alike[]): number => some.reduce((sum, {offences}) => sum + Number(offences), 0);
const of = (area: string) => people.filter((one) => one.area === area);

test("a sum is exact, and proved on people with its totals", async () => {
  const printed = printedIn(await released(table("sum offences clients by area with totals"), people));
  expect(printed).toMatchObject({
    "sum offences clients []": sumOf(people),
    "sum offences clients [area=kent]": sumOf(of("K")),
    "sum offences clients [area=surrey]": sumOf(of("S")),
  });
});

test("a sum of decimals is exact too", async () => {
  const tenths = people.map((one) => ({...one, offences: (Number(one.offences) / 10).toFixed(1)}));
  const text = table("sum offences clients by area with totals");
  const printed = printedIn(await released(text, tenths, {changed: {[dictionaryFile]: withOffences("0", "decimals: 1, ", "9.1")}})); // prettier-ignore
  expect(printed["sum offences clients [area=kent]"]).toBe(Number((sumOf(of("K")) / 10).toFixed(1)));
});

describe("what one of many dominates", () => {
  const dominated: readonly Alike[] = [
    ...people.filter(({area}) => area !== "X"),
    {people: 1, area: "X", sex: "M", offences: 60},
    {people: 1, area: "X", sex: "F", offences: 3},
    {people: 12, area: "X", sex: "F", offences: 0},
    {people: 2, area: "X", sex: "F", offences: 1},
  ];
  test("is withheld beside its count, and does not follow from the total", async () => {
    const text = [table("count clients by area with totals"), table("sum offences clients by area with totals")];
    const printed = printedIn(await released(text.join("\n"), dominated));
    console.log(printed);
    expect(printed["sum offences clients [area=sussex]"]).toBe("suppressed");
  });
  test("nor from its mean", async () => {
    const text = [table("mean offences clients by area"), table("sum offences clients by area with totals"), table("count clients by area with totals")]; // prettier-ignore
    const printed = printedIn(await released(text.join("\n"), dominated));
    console.log(printed);
    expect(printed["sum offences clients [area=sussex]"]).toBe("suppressed");
    expect(printed["mean offences clients [area=sussex]"]).toBe("suppressed");
  });
});

test("sums by bands", async () => {
  const text = [table("sum offences clients by offence-band with totals"), table("count clients by offence-band with totals")]; // prettier-ignore
  const printed = printedIn(await released(text.join("\n"), people));
  console.log(printed);
});
