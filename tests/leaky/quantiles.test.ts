import {describe, expect, test} from "vitest";
import {attack, DisclosureError, modelOf} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {readsYears} from "../audit/attack/readVariables.ts";
import {tinyRelease} from "../audit/tinyRelease.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";
import {rangeOf, type Kind} from "./rangeOf.ts";

const ages = Array.from({length: 91}, (_, at) => 10 + at);
const kinds: readonly Kind[] = ["K", "S", ""].flatMap((area) => [undefined, ...ages].map((age) => ({area, age})));

async function released(text: string, people: readonly Alike[]): Promise<SmallRelease> {
  const made = await releaseSmall({text, people});
  if (made instanceof DisclosureError) throw made;
  return made;
}

/** What the release prints for every quantile, by key. */
function quantilesIn({release}: SmallRelease): Record<string, number | string> {
  return Object.fromEntries(
    release.cells.flatMap(({address, cell}) =>
      address.measure === "quantile"
        ? [[cellKey(address), cell.status === "published" ? cell.value : cell.status]]
        : [],
    ),
  );
}

const kent: readonly Alike[] = ages.slice(6, 56).map((age) => ({people: 1, area: "K", age}));
const surrey = (many: number): readonly Alike[] =>
  ages.slice(10, 10 + many).map((age) => ({people: 1, area: "S", age}));

describe("a median", () => {
  const text = `{{ median age clients }}\n\n${table("count clients by area")}\n${table("median age clients by area")}`;

  test("of ten or more is printed in whole years, beside the counts", async () => {
    const made = await released(text, [...kent, ...surrey(30)]);
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    expect(quantilesIn(made)).toMatchObject({
      "median age clients []": 37,
      "median age clients [area=kent]": 40,
      "median age clients [area=surrey]": 34,
    });
  });

  test("of nine is withheld for its few records, and its group is printed", async () => {
    const made = await released(text, [...kent, ...surrey(9)]);
    expect(quantilesIn(made)).toMatchObject({"median age clients [area=surrey]": "suppressed"});
    expect(made.tooFew).toEqual(["median age clients [area=surrey]"]);
  });

  test("of a withheld group is withheld with it", async () => {
    const made = await released(text, [...kent, ...surrey(4)]);
    expect(quantilesIn(made)).toMatchObject({"median age clients [area=surrey]": "suppressed"});
    expect(made.tooFew).toEqual([]);
  });

  test("tells nobody beside it whether all of the few in an area are older", async () => {
    const made = await released(text, [...kent, ...surrey(4)]);
    const group = ({area, age}: Kind) => area === "S" && Number(age) > 40;
    const [least, most] = await rangeOf({cells: made.release.cells, kinds, group});
    expect(most - least).toBeGreaterThan(1);
  });
});

test("a quantile of ninety percent needs fifty records", async () => {
  const text = table("quantile 90 of age clients by area") + table("count clients by area");
  const made = await released(text, [...kent, ...surrey(49)]);
  expect(quantilesIn(made)).toMatchObject({
    "quantile 90 of age clients [area=kent]": 60,
    "quantile 90 of age clients [area=surrey]": "suppressed",
  });
});

test("a median beside rounded counts is of the true records", async () => {
  const text = table("count clients by area with totals") + table("median age clients by area");
  const made = await releaseSmall({text, people: [...kent, ...surrey(30)], policy: "method: round\nbase: 5\n"});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  expect(quantilesIn(made)).toMatchObject({
    "median age clients [area=kent]": 40,
    "median age clients [area=surrey]": 34,
  });
});

describe("quantiles of every percent of a hundred people tell them age by age, two of each", () => {
  const percents = Array.from({length: 81}, (_, at) => 10 + at);
  const asked = percents.map((one) => `{{ quantile ${String(one)} of age clients }}`).join("\n\n");
  const people = ages.slice(0, 50).map((age) => ({people: 2, area: "K", age}));

  test("so that the release withholds them, and leaves open how many are of each", async () => {
    const made = await released(`{{ count clients }}\n\n${asked}`, people);
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    expect(new Set(Object.values(quantilesIn(made)))).toEqual(new Set(["suppressed"]));
    for (const one of [20, 30, 40]) {
      const [least, most] = await rangeOf({cells: made.release.cells, kinds, group: ({age}) => age === one});
      expect(most - least).toBeGreaterThan(1);
    }
  });

  test("and the audit finds it in a release that prints them all", async () => {
    const printed = percents.map((percent) => ({
      address: {measure: "quantile" as const, population: "people", at: {}, variable: "age", percent},
      cell: {status: "published" as const, value: 10 + Math.ceil(percent / 2) - 1},
    }));
    const release = tinyRelease({
      variables: {},
      population: {variables: [readsYears("age")]},
      counts: {"": 100, "age=stated": 100},
      cells: printed,
    });
    const {derivable, dispose} = await attack(modelOf([release]));
    dispose();
    expect(derivable.map(({possible}) => possible)).toContainEqual([2]);
  });
});
