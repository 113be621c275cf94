import {describe, expect, test} from "vitest";
import {ownFaults} from "../../src/audit/index.ts";
import type {CellAddress} from "../../src/measures/index.ts";
import {released, type Group} from "./leakyReport.ts";

const indicators = [
  "men:",
  "  label: Men",
  "  definition: Clients who are men.",
  "  query: share clients sex=male",
  "  better: higher",
  "  area: area",
  "  benchmark: {similar: alike}",
  "",
].join("\n");
const scorecard = [
  "::: table men",
  "title: Men",
  "measure: Men",
  "status: benchmark",
  "show: indicator men by area",
  ":::",
].join("\n");
const alike = (similar: string): string =>
  ["title: Areas like each other", "source: A study", "licence: Free", `similar: ${similar}`, ""].join("\n");

function release(people: readonly Group[], text = scorecard, similar = "{kent: [surrey], surrey: [kent]}") {
  const files = {"templates/leaky/indicators.yaml": indicators, "data/reference/similar/alike.yaml": alike(similar)};
  return released({text, people, files});
}

/** The cell of one area's similar areas, as they are named. */
function cellOfAreas({release: made}: Awaited<ReturnType<typeof release>>, areas: string) {
  const isOfThem = (address: CellAddress) => address.measure === "similar-share" && address.areas.join() === areas;
  return made.cells.find(({address}) => isOfThem(address))?.cell;
}

const kent: readonly Group[] = [
  {clients: 60, sex: "male", area: "kent"},
  {clients: 40, sex: "female", area: "kent"},
];

describe("a benchmark of similar areas", () => {
  test("is the share of these areas, with its interval, and is audited", async () => {
    const made = await release([
      ...kent,
      {clients: 30, sex: "male", area: "surrey"},
      {clients: 70, sex: "female", area: "surrey"},
    ]);
    expect(cellOfAreas(made, "surrey")).toEqual({status: "published", value: 30, lower: 21.9, upper: 39.6});
    expect(made.audit).toMatchObject({passes: true});
    expect(ownFaults(made.release)).toEqual([]);
  });

  test("is withheld where a count of one of them is", async () => {
    const made = await release([
      ...kent,
      {clients: 3, sex: "male", area: "surrey"},
      {clients: 60, sex: "female", area: "surrey"},
    ]);
    expect(cellOfAreas(made, "surrey")).toMatchObject({status: "suppressed"});
  });

  test("asks the shares that it is made of, where the text asks a status alone", async () => {
    const made = await release(
      [...kent, {clients: 30, sex: "male", area: "surrey"}, {clients: 70, sex: "female", area: "surrey"}],
      "{{ status indicator men area=kent against benchmark }}",
    );
    expect(made.audit).toMatchObject({passes: true});
    expect(cellOfAreas(made, "surrey")).toMatchObject({status: "published", value: 30});
  });

  test.each([
    ["{kent: [kent]}", scorecard, '"kent" is similar to itself'],
    ["{kent: [surrey, surrey]}", scorecard, '"surrey" stands twice'],
    ["{kent: [surray]}", scorecard, 'Did you mean "surrey"?'],
    ["{kent: [abroad]}", scorecard, '"abroad" is no category of area'],
    ["{kent: [surrey]}", "{{ status indicator men against benchmark }}", "the whole region has no similar areas"],
    ["{kent: [surrey]}", "{{ benchmark men }}", "the whole region has no similar areas"],
  ])("of %s, asked by %s, is refused", async (similar, text, what) => {
    await expect(release(kent, text, similar)).rejects.toThrow(what);
  });
});
