import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";

const dictionaryFile = "data/dictionaries/small.yaml";

/** The small dictionary with a number in a column and days between two dates, in bands as well. */
function withQuantities(decimals: string, next = decimals === "" ? "10" : "9.1"): (dictionary: string) => string {
  const columns = `  OFFENCES: {title: Offences, type: number, ${decimals}from: 0, to: 40}
  STARTED: {title: Treatment began, type: date}
variables:`;
  const variables = `  offences: {label: Offences, number: OFFENCES, unit: offences}
  wait: {label: Days to treatment, days: {from: SEEN, to: STARTED}, unit: days, between: [0, 365]}
  offence-band:
    label: Offences
    bands: {of: offences, groups: [{name: few, label: Few, text: few, to: 9}, {name: many, label: Many, text: many, from: ${next}}]}
  wait-band:
    label: Wait
    bands: {of: wait, groups: [{name: soon, label: Soon, text: soon, to: 20}, {name: late, label: Late, text: late, from: 21}]}
`;
  return (dictionary) => dictionary.replace("variables:", columns) + variables;
}

async function released(text: string, people: readonly Alike[], decimals = ""): Promise<SmallRelease> {
  const made = await releaseSmall({text, people, changed: {[dictionaryFile]: withQuantities(decimals)}});
  if (made instanceof DisclosureError) throw made;
  return made;
}

/** What a release prints, by key; the status of what it does not. */
function printedIn({release}: SmallRelease): Record<string, number | string> {
  return Object.fromEntries(
    release.cells.map(({address, cell}) => [cellKey(address), cell.status === "published" ? cell.value : cell.status]),
  );
}

/** Forty people: numbers from 0 to 19 and waits of 0 to 60 days in two areas. */
const people: readonly Alike[] = Array.from({length: 40}, (_, at): Alike => {
  return {
    people: 1,
    area: at % 2 === 0 ? "K" : "S",
    sex: at % 3 === 0 ? "F" : "M",
    offences: at % 20,
    wait: (at * 7) % 61,
  };
});
const offences = people.map((one) => Number(one.offences));
const waits = people.map((one) => one.wait ?? 0);
const meanOf = (numbers: readonly number[]): number =>
  Math.round((10 * numbers.reduce((sum, one) => sum + one, 0)) / numbers.length) / 10;
const ofKent = (numbers: readonly number[]): readonly number[] => numbers.filter((_, at) => at % 2 === 0);

test("means, medians and bands of a number and of days are proved on people like those of ages", async () => {
  const asked = ["mean offences", "median wait", "mean wait"].map((what) => `{{ ${what} clients }}`).join("\n\n");
  const tables = ["count clients by area", "mean offences clients by area", "mean wait clients by area"];
  const bands = ["count clients by offence-band", "count clients by wait-band, area"];
  const made = await released([asked, ...[...tables, ...bands].map(table)].join("\n"), people);
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  const printed = printedIn(made);
  expect(printed).toMatchObject({
    "mean offences clients []": meanOf(offences),
    "mean wait clients []": meanOf(waits),
    "median wait clients []": waits.toSorted((a, b) => a - b)[19],
    "mean offences clients [area=kent]": meanOf(ofKent(offences)),
    "count clients [offence-band=few]": 20,
  });
});

test("a number with a decimal is averaged to two, and its median has one", async () => {
  const tenths = people.map((one) => ({...one, offences: (Number(one.offences) / 10).toFixed(1)}));
  const made = await released("{{ mean offences clients }}\n\n{{ median offences clients }}", tenths, "decimals: 1, ");
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  expect(printedIn(made)).toMatchObject({"mean offences clients []": 0.95, "median offences clients []": 0.9});
});

test("faults of numbers and of days from the period's date are counted on people as they are in the file", async () => {
  const faulty: readonly Alike[] = [
    {people: 30, area: "K", offences: 3, wait: 10},
    {people: 9, area: "K", offences: "3,5".replace(",", ";"), wait: 400},
    {people: 8, area: "S", offences: 99, wait: 20},
  ];
  const text = [
    table("count clients by offence-band"),
    table("count faults by rule"),
    table("mean wait clients by area"),
  ];
  const made = await released(text.join("\n"), faulty);
  expect(made.check).toMatchObject({holds: true, faults: []});
  expect(printedIn(made)).toMatchObject({
    "count faults [rule=unreadable-number]": 9,
    "count faults [rule=beyond-limits]": 8,
    "count faults [rule=out-of-range]": 9,
  });
});
