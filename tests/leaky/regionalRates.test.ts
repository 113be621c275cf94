import {describe, expect, test} from "vitest";
import {ownFaults} from "../../src/audit/index.ts";
import {released, type Group} from "./leakyReport.ts";

const template = [
  "populations:",
  "  clients: {label: clients, heading: Clients, extract: people, dictionary: small, one: client}",
  "references: [census]",
  "expect: {unlisted: 100}",
  "",
].join("\n");

/** Residents of each area, and of the region where the source gives it. */
function census(region: string): Readonly<Record<string, string>> {
  const total = region === "" ? "" : ", region-total: true";
  return {
    "templates/leaky/template.yaml": template,
    "data/reference/census.csv": `area,residents\nkent,9000\nsurrey,7000\n${region}`,
    "data/reference/census.yaml": [
      "title: Residents",
      "source: Made up",
      "licence: Free",
      `key: {variable: area, label: Area, list: areas${total}}`,
      "columns:",
      "  residents: {label: Residents, unit: people, decimals: 0}",
      "",
    ].join("\n"),
  };
}

const text = [
  "::: table rates",
  "title: Rates",
  "measure: Rates",
  "show: [rate clients by area per census.residents, rate clients area=region per census.residents]",
  ":::",
].join("\n");

const people: readonly Group[] = [
  {clients: 60, sex: "male", area: "kent"},
  {clients: 40, sex: "male", area: "surrey"},
  {clients: 12, sex: "male"},
];

async function regional(groups: readonly Group[], region = "") {
  const made = await released({text, people: groups, files: census(region)});
  const cell = made.release.cells.find(({address}) => address.measure === "rate" && address.whole !== undefined)?.cell;
  return {...made, cell};
}

describe("a rate of the region as a whole", () => {
  test("counts whom the areas have, over the sum of the areas where the source gives no total", async () => {
    const {cell, audit, release} = await regional(people);
    expect(cell).toEqual({status: "published", value: 6.3, count: 100, of: 16_000, lower: 5.1, upper: 7.6});
    expect(audit).toMatchObject({passes: true});
    expect(ownFaults(release)).toEqual([]);
  });

  test("is over the source's own number of the region where it gives one", async () => {
    const {cell} = await regional(people, "south,20000\n");
    expect(cell).toMatchObject({value: 5, count: 100, of: 20_000});
  });

  test("is withheld where a count that it follows from is", async () => {
    const {cell, audit} = await regional([...people.slice(0, 2), {clients: 3, sex: "male"}]);
    expect(cell).toEqual({status: "suppressed"});
    expect(audit).toMatchObject({passes: true});
  });

  test("that counts others than the counts beside it leave is found", async () => {
    const {release} = await regional(people);
    const cells = release.cells.map((one) =>
      one.address.measure === "rate" && one.address.whole !== undefined && one.cell.status === "published"
        ? {...one, cell: {...one.cell, count: 101}}
        : one,
    );
    expect(ownFaults({...release, cells})).not.toEqual([]);
  });
});
